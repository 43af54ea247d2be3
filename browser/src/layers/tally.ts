// What each bin holds of the events that are shown: one pass over typed arrays.
import type { Bins } from "./bins.js";
import { NOWHERE, type Events } from "./unpack.js";

/** The events that are shown. */
export interface Shown {
  /** One byte an event. */
  readonly mask: Uint8Array;
  /** First row that may be shown, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Tally {
  readonly events: Events;
  readonly types: number;
  /** Events of each type, bin by bin. */
  readonly by: Uint32Array;
  /** An event of each type, bin by bin: the only one where there is one. */
  readonly some: Uint32Array;
  readonly total: Uint32Array;
  /** The event with the widest ring of each bin, or NOWHERE; null when no event has one. */
  readonly widest: Uint32Array | null;
}

/** Where each event is counted: its bin and type as one number; the last for those without a point. */
export function slotsOf({ place, type, count }: Events, bins: Bins, types: number): Uint32Array {
  const slots = new Uint32Array(count);
  const nowhere = bins.count * types;
  const { of } = bins;
  for (let row = 0; row < count; row++) {
    const at = place[row]!;
    slots[row] = at === NOWHERE ? nowhere : of[at]! * types + type[row]!;
  }
  return slots;
}

/**
 * Counts the shown events of every bin; `ringed` are the rows of those with a ring. With slots it is
 * twice as fast, but to make these takes as long as to count without.
 */
export function tally(
  events: Events,
  shown: Shown,
  bins: Bins,
  slots: Uint32Array | null,
  types: number,
  ringed: Uint32Array,
): Tally {
  const by = new Uint32Array(bins.count * types + 1);
  const some = new Uint32Array(by.length);
  if (slots) countSlots(shown, slots, by, some);
  else countPlaces(shown, events, bins, types, by, some);
  const total = new Uint32Array(bins.count);
  for (let bin = 0, slot = 0; bin < bins.count; bin++)
    for (let type = 0; type < types; type++) total[bin]! += by[slot++]!;
  return { events, types, by, some, total, widest: widestOf(events, shown.mask, bins, ringed) };
}

function countSlots(
  { mask, from, to }: Shown,
  slots: Uint32Array,
  by: Uint32Array,
  some: Uint32Array,
): void {
  for (let row = from; row < to; row++) {
    const on = mask[row]!;
    const slot = slots[row]!;
    by[slot]! += on;
    some[slot] = on ? row : some[slot]!;
  }
}

function countPlaces(
  { mask, from, to }: Shown,
  { place, type }: Events,
  { of }: Bins,
  types: number,
  by: Uint32Array,
  some: Uint32Array,
): void {
  for (let row = from; row < to; row++) {
    const at = place[row]!;
    if (mask[row] === 0 || at === NOWHERE) continue;
    const slot = of[at]! * types + type[row]!;
    by[slot]!++;
    some[slot] = row;
  }
}

function widestOf(
  events: Events,
  mask: Uint8Array,
  bins: Bins,
  ringed: Uint32Array,
): Uint32Array | null {
  if (ringed.length === 0) return null;
  const { km, place } = events;
  const found = new Uint32Array(bins.count).fill(NOWHERE);
  for (const row of ringed) {
    if (mask[row] === 0) continue;
    const bin = bins.of[place[row]!]!;
    const other = found[bin]!;
    if (other === NOWHERE || km[row]! > km[other]!) found[bin] = row;
  }
  return found;
}
