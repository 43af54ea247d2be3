// The boxes in which a name may stand: upon the point that it names, or beside its dot.
import type { Box } from "./labels-grid.js";
import type { Text } from "./labels-text.js";

/** Left and top of the text in its own widths and heights, and in gaps, as seen from the point. */
type Candidate = readonly [width: number, height: number, gapX: number, gapY: number];

const EAST: Candidate = [0, -0.5, 1, 0];
const WEST: Candidate = [-1, -0.5, -1, 0];
const AROUND: readonly Candidate[] = [
  [0, -1, 0.7, 0.2],
  [0, 0, 0.7, -0.2],
  [-1, -1, -0.7, 0.2],
  [-1, 0, -0.7, -0.2],
  [-0.5, -1, 0, -0.8],
  [-0.5, 0, 0, 0.8],
];
/** The name of an area stands upon its point, or somewhat beside it. */
const UPON: readonly Candidate[] = [
  [0, 0],
  [0, -0.8],
  [0, 0.8],
  [-0.25, 0],
  [0.25, 0],
  [-0.25, -0.9],
  [0.25, -0.9],
  [-0.25, 0.9],
  [0.25, 0.9],
  [0, -1.7],
  [0, 1.7],
].map(([x, y]) => [x! - 0.5, y! - 0.5, 0, 0] as const);

const GAP_PX = 6;
const AIR_PX = 2;

const WAYS = {
  east: [EAST, WEST, ...AROUND],
  west: [WEST, EAST, ...AROUND],
  upon: UPON,
};

/** Where a text may stand for a point in world pixels, the best place first. */
export function boxes(way: keyof typeof WAYS, text: Text, x: number, y: number): Box[] {
  return WAYS[way].map((candidate) => boxOf(candidate, text, x, y));
}

function boxOf([width, height, gapX, gapY]: Candidate, text: Text, x: number, y: number): Box {
  const left = Math.round(x + width * text.width + gapX * GAP_PX);
  const top = Math.round(y + height * text.height + gapY * GAP_PX);
  return {
    left: left - AIR_PX,
    top,
    right: left + text.width + AIR_PX,
    bottom: top + text.height,
  };
}

/** The box round a disc. */
export function around(x: number, y: number, r: number): Box {
  return { left: x - r, top: y - r, right: x + r, bottom: y + r };
}
