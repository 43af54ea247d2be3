// From bins to marks. A layer of few places merges those whose marks would lie on each other; one of
// many draws its bins as they are.
import type { Bins } from "./bins.js";
import type { Tally } from "./tally.js";
import { NOWHERE } from "./unpack.js";

/** One mark on the screen, in unit-square Mercator. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly count: number;
  /** Events of each type in it. */
  readonly shares: Uint32Array;
  /** An event of it: the only one where the count is 1. */
  readonly some: number;
  /** The event with the widest ring, or NOWHERE. */
  readonly widest: number;
  readonly bins: readonly number[];
}

const SINGLE_PX = 6;
const SHARED_PX = 8;
const LARGEST_PX = 20;
const OVERLAP = 0.9;

export function markRadius(events: number): number {
  if (events === 1) return SINGLE_PX;
  return Math.min(LARGEST_PX, SHARED_PX + 1.6 * Math.sqrt(events - 1));
}

interface Host {
  readonly bins: number[];
  readonly x: number;
  readonly y: number;
  count: number;
}

/** The bins that hold anything, the fullest first and as they lie among equals. */
export function fullestFirst(total: Uint32Array, of: (bin: number) => boolean): number[] {
  const found = [];
  for (let bin = 0; bin < total.length; bin++) if (total[bin] && of(bin)) found.push(bin);
  return found.sort((a, b) => total[b]! - total[a]! || a - b);
}

/** Marks for one zoom. The fullest bin comes first and takes in those that its mark would cover. */
export function merged(bins: Bins, counts: Tally, world: number): Mark[] {
  const cell = (2 * LARGEST_PX) / world;
  const grid = new Map<number, Host[]>();
  const hosts: Host[] = [];
  for (const bin of fullestFirst(counts.total, () => true)) {
    const [x, y, count] = [bins.x[bin]!, bins.y[bin]!, counts.total[bin]!];
    const host = hostOf(x, y, count, grid, cell, world);
    if (host) {
      host.bins.push(bin);
      host.count += count;
      continue;
    }
    const own = { bins: [bin], x, y, count };
    hosts.push(own);
    const key = keyOf(Math.floor(x / cell), Math.floor(y / cell));
    const near = grid.get(key);
    if (near) near.push(own);
    else grid.set(key, [own]);
  }
  return hosts.map((host) => markOf(host, markRadius(host.count), counts));
}

const LINES = 2 ** 20;

function keyOf(column: number, line: number): number {
  return column * LINES + line;
}

function hostOf(
  x: number,
  y: number,
  count: number,
  grid: ReadonlyMap<number, Host[]>,
  cell: number,
  world: number,
): Host | null {
  const [column, line] = [Math.floor(x / cell), Math.floor(y / cell)];
  for (let i = column - 1; i <= column + 1; i++)
    for (let j = line - 1; j <= line + 1; j++)
      for (const host of grid.get(keyOf(i, j)) ?? []) {
        const apart = Math.hypot(host.x - x, host.y - y) * world;
        if (apart < (markRadius(host.count) + markRadius(count)) * OVERLAP) return host;
      }
  return null;
}

/** The mark of some bins, the first of which is the fullest. */
export function markOf({ bins, x, y, count }: Host, radius: number, counts: Tally): Mark {
  const { events, types, by, widest } = counts;
  const [first, ...others] = bins as [number, ...number[]];
  const own = by.subarray(first * types, (first + 1) * types);
  const shares = others.length ? own.slice() : own;
  const some = counts.some[first * types + own.findIndex(Boolean)]!;
  let ring = widest ? widest[first]! : NOWHERE;
  for (const bin of others) {
    for (let type = 0; type < types; type++) shares[type]! += by[bin * types + type]!;
    const other = widest ? widest[bin]! : NOWHERE;
    if (other !== NOWHERE && (ring === NOWHERE || events.km[other]! > events.km[ring]!))
      ring = other;
  }
  return { x, y, radius, count, shares, some, widest: ring, bins };
}

/** The radius in pixels of the mark of so many events. */
export type Radius = (events: number) => number;

const SMALLEST_PX = 2;
const WIDEST_PX = 24;
const STEEPEST_PX = 1.5;
/** With fewer bins than this to a block of the screen there is room for marks as of few places. */
const ROOMY = 4;

/** Sizes for the bins of one zoom, by how they crowd and how many events the fullest ever holds. */
export function radiusOf({ crowd }: Bins, most: number): Radius {
  if (crowd < ROOMY) return markRadius;
  const least = Math.max(SMALLEST_PX, SINGLE_PX / Math.sqrt(crowd));
  const step = Math.min(STEEPEST_PX, WIDEST_PX / Math.sqrt(most));
  return (events) => Math.max(least, step * Math.sqrt(events));
}

/** One mark for each bin in view, the fullest first, so that none hides a smaller one. */
export function binned(
  bins: Bins,
  counts: Tally,
  radius: Radius,
  inView: (x: number, y: number) => boolean,
): Mark[] {
  const seen = fullestFirst(counts.total, (bin) => inView(bins.x[bin]!, bins.y[bin]!));
  return seen.map((bin) => {
    const count = counts.total[bin]!;
    const host = { bins: [bin], x: bins.x[bin]!, y: bins.y[bin]!, count };
    return markOf(host, radius(count), counts);
  });
}
