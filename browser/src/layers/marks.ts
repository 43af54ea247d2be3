// From events to marks: events that would overlap on the screen share one mark.
import type { Events } from "./unpack.js";

/** One mark on the screen, in unit-square Mercator. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Rows of the events in it, in the order of the data (by date). */
  readonly rows: readonly number[];
}

const SINGLE_PX = 6;
const SHARED_PX = 8;
const LARGEST_PX = 20;

export function markRadius(events: number): number {
  if (events === 1) return SINGLE_PX;
  return Math.min(LARGEST_PX, SHARED_PX + 1.6 * Math.sqrt(events - 1));
}

interface Heap {
  x: number;
  y: number;
  rows: number[];
}

/** Events at one and the same place. */
function places(events: Events, shown: Uint8Array): Heap[] {
  const found = new Map<string, Heap>();
  for (let row = 0; row < events.count; row++) {
    const [x, y] = [events.x[row]!, events.y[row]!];
    if (!shown[row] || Number.isNaN(x)) continue;
    const key = `${x},${y}`;
    const heap = found.get(key);
    if (heap) heap.rows.push(row);
    else found.set(key, { x, y, rows: [row] });
  }
  return [...found.values()];
}

/** Marks for one zoom. The fullest place comes first and takes in the places its mark would cover. */
export function gather(events: Events, shown: Uint8Array, world: number): Mark[] {
  const heaps = places(events, shown).sort((a, b) => b.rows.length - a.rows.length);
  const cell = (2 * LARGEST_PX) / world;
  const grid = new Map<string, Heap[]>();
  const kept: Heap[] = [];
  for (const heap of heaps) {
    const host = hostOf(heap, grid, cell, world);
    if (host) {
      host.rows.push(...heap.rows);
      continue;
    }
    const own = { x: heap.x, y: heap.y, rows: heap.rows };
    kept.push(own);
    const key = `${Math.floor(heap.x / cell)},${Math.floor(heap.y / cell)}`;
    grid.set(key, [...(grid.get(key) ?? []), own]);
  }
  return kept.map(({ x, y, rows }) => ({
    x,
    y,
    rows: rows.sort((a, b) => a - b),
    radius: markRadius(rows.length),
  }));
}

function hostOf(
  heap: Heap,
  grid: ReadonlyMap<string, Heap[]>,
  cell: number,
  world: number,
): Heap | null {
  const column = Math.floor(heap.x / cell);
  const line = Math.floor(heap.y / cell);
  for (let i = column - 1; i <= column + 1; i++)
    for (let j = line - 1; j <= line + 1; j++)
      for (const host of grid.get(`${i},${j}`) ?? []) {
        const apart = Math.hypot(host.x - heap.x, host.y - heap.y) * world;
        if (apart < (markRadius(host.rows.length) + markRadius(heap.rows.length)) * 0.9)
          return host;
      }
  return null;
}
