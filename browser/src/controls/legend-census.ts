// How many events are shown and how many are not, and why: each event counts once.
import type { EventLayer, Filter } from "../layers/events.js";
import { PLACEMENTS, type Events } from "../layers/unpack.js";

/** Events of a layer; those of `types` are shown, on the map or in the list only. */
export interface Counts {
  readonly types: readonly number[];
  readonly all: number;
  readonly placed: number;
  /** Shown, but without a place. */
  readonly unplaced: number;
  /** Left out because a period is chosen and they have no date. */
  readonly undated: number;
  /** Left out for any other reason. */
  readonly hidden: number;
}

/** The classes in which the events of each type are counted: bits of what they lack. */
const UNPLACED = 1;
const UNDATED = 2;
const CLASSES = 4;
const NO_PLACE = PLACEMENTS.indexOf("unplaced");

interface Book {
  readonly codes: Uint16Array;
  readonly totals: Uint32Array;
}

export class Census {
  readonly #books = new WeakMap<Events, Book>();

  count(layer: EventLayer, { from, to, types }: Filter, isOn: boolean): Counts {
    const { spec, events, shown, shownCount } = layer;
    const all = spec.types.reduce((sum, { count }) => sum + count, 0);
    const nothing = { types: spec.types.map(() => 0), all, placed: 0, unplaced: 0, undated: 0 };
    if (!isOn || !events) return { ...nothing, hidden: all };
    const { codes, totals } = this.#book(events, spec.types.length);
    const counts = shownCount === events.count ? totals : counted(codes, shown, totals.length);
    const sum = (from: Uint32Array, type: number, which: (kind: number) => boolean): number =>
      [0, 1, 2, 3].reduce((n, kind) => n + (which(kind) ? from[type * CLASSES + kind]! : 0), 0);
    const of = (type: number): number => sum(counts, type, () => true);
    const timed = from > -Infinity || to < Infinity;
    let [unplaced, undated] = [0, 0];
    spec.types.forEach(({ id }, type) => {
      unplaced += sum(counts, type, (kind) => (kind & UNPLACED) !== 0);
      const wanted = !layer.hidden.has(id) && (types === null || types.has(id));
      if (timed && wanted) undated += sum(totals, type, (kind) => (kind & UNDATED) !== 0);
    });
    const placed = shownCount - unplaced;
    const hidden = events.count - shownCount - undated;
    return {
      ...nothing,
      types: spec.types.map((_, i) => of(i)),
      placed,
      unplaced,
      undated,
      hidden,
    };
  }

  /** Worked out once a layer: the class of each event, and how many there are of each. */
  #book(events: Events, types: number): Book {
    const known = this.#books.get(events);
    if (known) return known;
    const { count, type, placement, start, end } = events;
    const codes = new Uint16Array(count);
    const totals = new Uint32Array(types * CLASSES);
    for (let row = 0; row < count; row++) {
      const lacks =
        (placement[row] === NO_PLACE ? UNPLACED : 0) | (start[row]! > end[row]! ? UNDATED : 0);
      const code = type[row]! * CLASSES + lacks;
      codes[row] = code;
      totals[code]!++;
    }
    const made = { codes, totals };
    this.#books.set(events, made);
    return made;
  }
}

function counted(codes: Uint16Array, shown: Uint8Array, kinds: number): Uint32Array {
  const counts = new Uint32Array(kinds);
  for (let row = 0; row < codes.length; row++) counts[codes[row]!]! += shown[row]!;
  return counts;
}
