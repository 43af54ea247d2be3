// The events of a layer as they crowd on the screen: bins, counts and marks, each kept until what it
// was made of changes.
import { binShift, binsOf, type Bins } from "./bins.js";
import { binned, merged, radiusOf, markRadius, type Mark, type Radius } from "./marks.js";
import { Members } from "./members.js";
import { ringed } from "./placement.js";
import { worldPx } from "./projection.js";
import { slotsOf, tally, type Shown, type Tally } from "./tally.js";
import { NOWHERE, type Events } from "./unpack.js";

/** Up to so many places their marks are merged until none lies on another. */
export const FEW_PLACES = 5000;

export class Crowd {
  /** Whether the places are few enough for marks that never lie on each other. */
  readonly few: boolean;
  readonly #members: Members;
  readonly #ringed: Uint32Array;
  /** Events at each place, of a crowd. */
  readonly #load: Uint32Array;
  #shift = -1;
  #bins: Bins | null = null;
  #slots: Uint32Array = new Uint32Array();
  #radius: Radius = markRadius;
  #counts: Tally | null = null;
  #merged: { readonly zoom: number; readonly marks: readonly Mark[] } | null = null;

  constructor(
    private readonly events: Events,
    private readonly types: number,
    private readonly shown: Shown,
  ) {
    this.few = events.places.count <= FEW_PLACES;
    this.#members = new Members(events);
    this.#ringed = ringed(events);
    this.#load = this.few ? new Uint32Array() : loadOf(events);
  }

  /** To be called when other events are shown. */
  changed(): void {
    this.#counts = this.#merged = null;
  }

  /** The marks of a zoom, the fullest first; of a layer of many places only those in view. */
  marks(zoom: number, inView: (x: number, y: number) => boolean): readonly Mark[] {
    const [bins, counts] = this.#at(zoom);
    if (!this.few) return binned(bins, counts, this.#radius, inView);
    if (this.#merged?.zoom !== zoom)
      this.#merged = { zoom, marks: merged(bins, counts, worldPx(zoom)) };
    return this.#merged.marks;
  }

  /** The rows of a mark's events, the newest first. */
  rows({ bins, count, some }: Mark): number[] {
    return count === 1 ? [some] : this.#members.rows(this.#bins!, bins, this.shown.mask);
  }

  /** The bins in which some events lie. */
  binsOf(rows: Iterable<number>): ReadonlySet<number> {
    const found = new Set<number>();
    for (const row of rows) {
      const place = this.events.place[row]!;
      if (place !== NOWHERE) found.add(this.#bins!.of[place]!);
    }
    return found;
  }

  #at(zoom: number): readonly [Bins, Tally] {
    const shift = this.few ? 0 : binShift(this.events.bits, zoom);
    if (!this.#bins || shift !== this.#shift) {
      this.#shift = shift;
      this.#bins = binsOf(this.events, shift);
      this.#slots = slotsOf(this.events, this.#bins, this.types);
      this.#counts = null;
      if (!this.few) this.#radius = radiusOf(this.#bins, this.#load);
    }
    this.#counts ??= tally(
      this.events,
      this.shown,
      this.#bins,
      this.#slots,
      this.types,
      this.#ringed,
    );
    return [this.#bins, this.#counts];
  }
}

/** How many events there are at each place. */
function loadOf({ count, place, places }: Events): Uint32Array {
  const load = new Uint32Array(places.count);
  for (let row = 0; row < count; row++) {
    const at = place[row]!;
    if (at !== NOWHERE) load[at]!++;
  }
  return load;
}
