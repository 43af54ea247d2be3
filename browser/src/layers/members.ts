// Which events lie at a place: an index that is made when somebody first opens a mark.
import type { Bins } from "./bins.js";
import { NOWHERE, type Events } from "./unpack.js";

export class Members {
  /** Rows in order of place; `first` says where the rows of each place begin. */
  #index: { readonly first: Uint32Array; readonly rows: Uint32Array } | null = null;

  constructor(private readonly events: Events) {}

  /** Rows of the shown events in some bins, the newest first and undated ones last. */
  rows(bins: Bins, numbers: readonly number[], shown: Uint8Array): number[] {
    const { first, rows } = (this.#index ??= indexOf(this.events));
    const found: number[] = [];
    for (const bin of numbers) {
      const [from, to] = [first[bins.first[bin]!]!, first[bins.first[bin + 1]!]!];
      for (let i = from; i < to; i++) if (shown[rows[i]!]) found.push(rows[i]!);
    }
    return newestFirst(this.events, found);
  }
}

export function newestFirst({ start, end }: Events, rows: number[]): number[] {
  const when = (row: number): number => (start[row]! > end[row]! ? -Infinity : end[row]!);
  return rows.sort((a, b) => when(b) - when(a) || b - a);
}

/** A counting sort of the rows by place. */
function indexOf({ count, place, places }: Events): { first: Uint32Array; rows: Uint32Array } {
  const first = new Uint32Array(places.count + 1);
  for (let row = 0; row < count; row++) if (place[row] !== NOWHERE) first[place[row]! + 1]!++;
  for (let at = 0; at < places.count; at++) first[at + 1]! += first[at]!;
  const next = first.slice();
  const rows = new Uint32Array(first[places.count]!);
  for (let row = 0; row < count; row++)
    if (place[row] !== NOWHERE) rows[next[place[row]!]!++] = row;
  return { first, rows };
}
