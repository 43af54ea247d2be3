// What the form of a mark says: how surely the place is known, and who says who did it.
import type { Bins } from "./bins.js";
import type { Mark } from "./marks.js";
import { isSharp } from "./placement.js";
import type { Shown } from "./tally.js";
import { NOWHERE, type Events } from "./unpack.js";

/** The outline: claimed or nothing stated, attributed by others and not claimed, disputed. */
export type Line = "solid" | "dashed" | "hollow";

export interface Form {
  /** Whether no event of the mark is at a place that is known: such a mark stands in a ring. */
  readonly soft: boolean;
  readonly line: Line;
}

/** By the number of the attribution: none stated, claimed, attributed, disputed, coded, none. */
const LINES: readonly Line[] = ["solid", "solid", "dashed", "hollow", "solid", "solid"];
export const PLAIN: Form = { soft: false, line: "solid" };

export function formOf(events: Events, row: number): Form {
  return { soft: !isSharp(events, row), line: LINES[events.attribution[row]!]! };
}

/** How many events of each bin are placed softly, attributed and disputed, one after the other. */
type Odd = Uint32Array;
const KINDS = 3;

/** The forms of marks. Only events that are not plain are counted, for most layers have few. */
export class Forms {
  #odd: Uint32Array | null = null;
  #counts: Odd | null = null;
  #bins: Bins | null = null;

  constructor(
    private readonly events: Events,
    private readonly shown: Shown,
  ) {}

  /** To be called when other events are shown. */
  changed(): void {
    this.#counts = null;
  }

  /** What all events of a mark have in common; where they differ, it is plain. */
  of({ count, some, bins }: Mark, all: Bins): Form {
    if (count === 1) return formOf(this.events, some);
    this.#odd ??= oddOf(this.events);
    if (this.#odd.length === 0) return PLAIN;
    if (this.#bins !== all) this.#counts = null;
    this.#bins = all;
    const counts = (this.#counts ??= this.#count(all));
    let [soft, dashed, hollow] = [0, 0, 0];
    for (const bin of bins) {
      soft += counts[bin * KINDS]!;
      dashed += counts[bin * KINDS + 1]!;
      hollow += counts[bin * KINDS + 2]!;
    }
    const line = dashed === count ? "dashed" : hollow === count ? "hollow" : "solid";
    return { soft: soft === count, line };
  }

  #count({ of, count }: Bins): Odd {
    const { events, shown } = this;
    const counts = new Uint32Array(count * KINDS);
    for (const row of this.#odd!) {
      if (shown.mask[row] === 0) continue;
      const at = of[events.place[row]!]! * KINDS;
      if (!isSharp(events, row)) counts[at]!++;
      const line = LINES[events.attribution[row]!]!;
      if (line === "dashed") counts[at + 1]!++;
      if (line === "hollow") counts[at + 2]!++;
    }
    return counts;
  }
}

/** The rows with a point that are not both placed sharply and of a solid outline. */
function oddOf(events: Events): Uint32Array {
  // A million bare numbers are not asked one by one.
  if (!["placement", "metres", "attribution"].some((name) => events.stated.has(name)))
    return new Uint32Array();
  const { count, place, attribution } = events;
  const rows: number[] = [];
  for (let row = 0; row < count; row++)
    if (place[row] !== NOWHERE && (LINES[attribution[row]!] !== "solid" || !isSharp(events, row)))
      rows.push(row);
  return Uint32Array.from(rows);
}
