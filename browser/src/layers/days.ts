// The days of events: from the columns of the format to first and last days that compare.
import type { Columns, Header } from "./columns.js";

/** Open ends of a period; an undated event starts after it ends, so that it meets no period. */
const EARLIEST = -(2 ** 31);
const LATEST = 2 ** 31 - 1;

/** Bits of the precision of a date. */
export const DATED = 7;
export const APPROXIMATE = 8;
export const UNCERTAIN = 16;
export const OPEN_START = 32;
export const OPEN_END = 64;

export interface Days {
  /** First and last day since 1970-01-01; the same array when every event is of one day. */
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** First and last days: open ends as far as they go, undated events beyond every period. */
export function daysOf(columns: Columns<Header>, precision: Uint8Array): Days {
  const { count } = columns.header;
  const days = columns.numbers("day", count);
  const start = days ? new Int32Array(days.buffer) : new Int32Array(count);
  const spans = columns.numbers("span", count);
  if (!spans && areClosed(precision)) return { start, end: start };
  const end = start.slice();
  for (let row = 0; row < count; row++) {
    const code = precision[row]!;
    if (spans) end[row]! += spans[row]!;
    if (code & OPEN_END) end[row] = LATEST;
    if (code & OPEN_START) start[row] = EARLIEST;
    if ((code & DATED) === 0) [start[row], end[row]] = [LATEST, EARLIEST];
  }
  return { start, end };
}

/** Whether every event has a date, and none an open end. */
function areClosed(precision: Uint8Array): boolean {
  for (let row = 0; row < precision.length; row++) {
    const code = precision[row]!;
    if (!(code & DATED) || code >= OPEN_START) return false;
  }
  return true;
}
