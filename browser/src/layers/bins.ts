// Bins: the places that share a cell of the screen's grid at one zoom. Places come in Morton order,
// so that a bin is a run of them: one scan, no hash and no tree.
import type { Events } from "./unpack.js";

export interface Bins {
  readonly count: number;
  /** Number of each place's bin. */
  readonly of: Uint32Array;
  /** First place of each bin; one more entry ends the last. */
  readonly first: Uint32Array;
  /** Mean position of the places in it, on the unit square. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** How many bins there are to a block of 64 pixels that has any. */
  readonly crowd: number;
}

/** Sides of 8 pixels at a whole zoom, and of the block in which crowding is counted. */
const CELL_LOG2 = 3;
const BLOCK_LOG2 = 6;
const TILE_LOG2 = 8;

/** By how many bits a position is wider than a cell: equal numbers have equal bins. */
export function binShift(bits: number, zoom: number): number {
  return Math.max(0, bits - TILE_LOG2 - Math.floor(zoom) + CELL_LOG2);
}

/** Bins of the cells that a shift makes; a shift of 0 gives every place its own. */
export function binsOf({ places, bits }: Events, shift: number): Bins {
  const { x, y } = places;
  const of = new Uint32Array(places.count);
  const first = new Uint32Array(places.count + 1);
  const block = shift + BLOCK_LOG2 - CELL_LOG2;
  let [bin, blocks] = [-1, 0];
  let [column, line, blockColumn, blockLine] = [-1, -1, -1, -1];
  for (let place = 0; place < places.count; place++) {
    const px = x[place]!;
    const py = y[place]!;
    if (px >>> shift !== column || py >>> shift !== line) {
      column = px >>> shift;
      line = py >>> shift;
      first[++bin] = place;
      if (px >>> block !== blockColumn || py >>> block !== blockLine) {
        blockColumn = px >>> block;
        blockLine = py >>> block;
        blocks++;
      }
    }
    of[place] = bin;
  }
  const count = bin + 1;
  first[count] = places.count;
  const means = { x: meansOf(x, first, count, bits), y: meansOf(y, first, count, bits) };
  return { count, of, first, ...means, crowd: count / Math.max(1, blocks) };
}

function meansOf(side: Uint32Array, first: Uint32Array, count: number, bits: number): Float64Array {
  const found = new Float64Array(count);
  for (let bin = 0; bin < count; bin++) {
    const from = first[bin]!;
    const to = first[bin + 1]!;
    let sum = 0;
    for (let place = from; place < to; place++) sum += side[place]!;
    found[bin] = (sum / (to - from) + 0.5) / 2 ** bits;
  }
  return found;
}
