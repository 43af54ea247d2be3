// Places as Morton keys: the even bits of a key are its x, the odd bits its y.
import { refuse, type Stored } from "./stored.js";

export interface Places {
  readonly count: number;
  /** Cells of 2^-bits of the unit square, in Morton order. */
  readonly x: Uint32Array;
  readonly y: Uint32Array;
}

/** A key has up to 48 bits: two halves of 24, each two numbers of 12, which a table takes apart. */
const HALF = 2 ** 24;
const MASK = HALF - 1;
const SIX = 63;

/** Takes keys apart; throws where they do not rise or do not fit a grid of 2^bits cells a side. */
export function placesOf({ head, planes }: Stored, bits: number): Places {
  const { count, base = 0, coding } = head;
  if (coding !== "delta") refuse(`places are coded as ${String(coding)}`);
  const [x, y] = [new Uint32Array(count), new Uint32Array(count)];
  const [a, b, c, d, e, f] = planes;
  const apart = table();
  let low = (base % HALF) | 0;
  let high = (base / HALF) | 0;
  // Nothing is made in this loop, which is long over before it is compiled.
  for (let i = 0; i < count; i++) {
    const lastLow = low;
    const lastHigh = high;
    low += a[i]! | (b[i]! << 8) | (c[i]! << 16);
    high += (d[i]! | (e[i]! << 8) | (f[i]! << 16)) + (low >>> 24);
    low &= MASK;
    if (i > 0 && low === lastLow && high === lastHigh) refuse("a place is there twice");
    const p = apart[low & 4095]!;
    const q = apart[low >>> 12]!;
    const r = apart[high & 4095]!;
    const s = apart[(high >>> 12) & 4095]!;
    x[i] = (p & SIX) | ((q & SIX) << 6) | ((r & SIX) << 12) | ((s & SIX) << 18);
    y[i] = (p >>> 6) | ((q >>> 6) << 6) | ((r >>> 6) << 12) | ((s >>> 6) << 18);
  }
  // Differences only add up, so that the last key is the largest.
  if (high * HALF + low >= 4 ** bits) refuse("a place is beyond the grid");
  return { count, x, y };
}

/** For every number of 12 bits its even bits, and above these its odd ones. */
function table(): Uint16Array {
  const apart = new Uint16Array(4096);
  for (let number = 0; number < 4096; number++)
    for (let bit = 0; bit < 12; bit++)
      apart[number]! |= ((number >>> bit) & 1) << ((bit >>> 1) + 6 * (bit & 1));
  return apart;
}
