// What each bin holds of the events that are shown: one pass over typed arrays.
import type { Bins } from "./bins.js";
import { NOWHERE, type Events } from "./unpack.js";

export interface Tally {
  readonly events: Events;
  readonly types: number;
  /** Events of each type, bin by bin. */
  readonly by: Uint32Array;
  readonly total: Uint32Array;
  /** An event of each bin: its only one where the total is 1. */
  readonly last: Uint32Array;
  /** The event with the widest ring, or NOWHERE; null when no event has one. */
  readonly widest: Uint32Array | null;
}

/** Counts the shown events of every bin; `ringed` are the rows of those with a ring. */
export function tally(
  events: Events,
  shown: Uint8Array,
  bins: Bins,
  types: number,
  ringed: Uint32Array,
): Tally {
  const by = new Uint32Array(bins.count * types);
  const total = new Uint32Array(bins.count);
  const last = new Uint32Array(bins.count);
  const { place, type, count } = events;
  const { of } = bins;
  for (let row = 0; row < count; row++) {
    if (shown[row] === 0) continue;
    const at = place[row]!;
    if (at === NOWHERE) continue;
    const bin = of[at]!;
    by[bin * types + type[row]!]!++;
    total[bin]!++;
    last[bin] = row;
  }
  return { events, types, by, total, last, widest: widestOf(events, shown, bins, ringed) };
}

function widestOf(
  { km, place }: Events,
  shown: Uint8Array,
  bins: Bins,
  ringed: Uint32Array,
): Uint32Array | null {
  if (ringed.length === 0) return null;
  const found = new Uint32Array(bins.count).fill(NOWHERE);
  for (const row of ringed) {
    if (shown[row] === 0) continue;
    const bin = bins.of[place[row]!]!;
    const other = found[bin]!;
    if (other === NOWHERE || km[row]! > km[other]!) found[bin] = row;
  }
  return found;
}
