// The boxes in which a name may stand: upon the point that it names, or beside its dot.
import type { Box } from "./labels-grid.js";
import type { Text } from "./labels-text.js";

/** Left and top of the text in its own widths and heights, and in gaps, as seen from the point. */
type Candidate = readonly [width: number, height: number, gapX: number, gapY: number];

const EAST: Candidate = [0, -0.5, 1, 0];
const WEST: Candidate = [-1, -0.5, -1, 0];
const AROUND_DOT: readonly Candidate[] = [
  [0, -1, 0.7, 0.2],
  [0, 0, 0.7, -0.2],
  [-1, -1, -0.7, 0.2],
  [-1, 0, -0.7, -0.2],
  [-0.5, -1, 0, -0.8],
  [-0.5, 0, 0, 0.8],
];
const AROUND_MARK: readonly Candidate[] = [
  [-0.5, -1, 0, -1],
  [-0.5, 0, 0, 1],
];
/** The name of an area stands upon its point or a little beside it, by so many lines. */
const UPON: readonly Candidate[] = [0, -0.5, 0.5, -1, 1, -1.5, 1.5]
  .flatMap((down) => [0, -0.75, 0.75, -1.5, 1.5].map((right) => [right, down] as const))
  .sort(([a, b], [c, d]) => Math.hypot(a, b) - Math.hypot(c, d))
  .map(([right, down]) => [-0.5, -0.5, right, down]);

const GAP_PX = 6;
const AIR_PX = 2;

/** Half a pixel of it is for the rounding. */
const MARK_GAP_PX = AIR_PX + 0.5;

const SIDES = { east: [EAST, WEST], west: [WEST, EAST] };

/**
 * Yields where a text may stand for a point in world pixels, the best place first. `reach` is how far a mark
 * upon the point covers its surroundings.
 */
export function* boxes(
  way: keyof typeof SIDES | "upon",
  text: Text,
  [x, y]: readonly [number, number],
  reach: number,
): Generator<Box> {
  const gap = way === "upon" ? text.leading : Math.max(GAP_PX, reach + MARK_GAP_PX);
  const around = reach ? AROUND_MARK : AROUND_DOT;
  const candidates = way === "upon" ? UPON : [...SIDES[way], ...around];
  for (const candidate of candidates) yield boxOf(candidate, text, [x, y], gap);
}

function boxOf(
  [width, height, gapX, gapY]: Candidate,
  text: Text,
  [x, y]: readonly [number, number],
  gap: number,
): Box {
  const left = Math.round(x + width * text.width + gapX * gap);
  const top = Math.round(y + height * text.height + gapY * gap);
  return {
    left: left - AIR_PX,
    top,
    right: left + text.width + AIR_PX,
    bottom: top + text.height,
  };
}

/** The box round a disc, or round something wider. */
export function around(x: number, y: number, r: number, wide = r): Box {
  return { left: x - wide, top: y - r, right: x + wide, bottom: y + r };
}

/** How much of a box others cover, in square pixels; each is counted once. */
export function coveredOf(box: Box, others: readonly Box[]): number {
  let sum = 0;
  for (const { left, top, right, bottom } of new Set(others)) {
    const width = Math.min(box.right, right) - Math.max(box.left, left);
    sum += width * (Math.min(box.bottom, bottom) - Math.max(box.top, top));
  }
  return sum;
}

/** How far from a point a box reaches. */
export function reachOf({ left, top, right, bottom }: Box, x: number, y: number): number {
  return Math.max(x - left, right - x, y - top, bottom - y);
}
