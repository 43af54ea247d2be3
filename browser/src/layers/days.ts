// The days of events: from the columns of the format to first and last days that compare.
import type { Columns, Header } from "./columns.js";

/** Open ends of a period; an undated event starts after it ends, so that it meets no period. */
const EARLIEST = -(2 ** 31);
const LATEST = 2 ** 31 - 1;

/** Bits of the precision of a date. */
export const DATED = 7;
export const TO_THE_DAY = 1;
export const APPROXIMATE = 8;
export const UNCERTAIN = 16;
export const OPEN_START = 32;
export const OPEN_END = 64;

export interface Days {
  /** First and last day since 1970-01-01; the same array when every event is of one day. */
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/**
 * First and last days: open ends as far as they go, undated events beyond every period. Without a
 * precision all are known to the day, or undated where there are no days.
 */
export function daysOf(columns: Columns<Header>, precision: Uint8Array | null): Days {
  const { count } = columns.header;
  const days = columns.numbers("day", count);
  const spans = columns.numbers("span", count);
  const start = days ? new Int32Array(days.buffer) : new Int32Array(count).fill(LATEST);
  const closed = precision ? areClosed(precision) : days !== null;
  if (closed && !spans) return { start, end: start };
  const end = days ? start.slice() : new Int32Array(count).fill(EARLIEST);
  for (let row = 0; row < count; row++) {
    if (spans) end[row]! += spans[row]!;
    if (precision && !closed) limit(start, end, row, precision[row]!);
  }
  return { start, end };
}

/** Sets the ends of an event that are open, or both beyond every period where it is undated. */
function limit(start: Int32Array, end: Int32Array, row: number, code: number): void {
  if (code & OPEN_END) end[row] = LATEST;
  if (code & OPEN_START) start[row] = EARLIEST;
  if ((code & DATED) === 0) [start[row], end[row]] = [LATEST, EARLIEST];
}

/** Whether every event has a date, and none an open end. */
function areClosed(precision: Uint8Array): boolean {
  for (let row = 0; row < precision.length; row++) {
    const code = precision[row]!;
    if (!(code & DATED) || code >= OPEN_START) return false;
  }
  return true;
}
