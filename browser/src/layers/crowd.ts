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
  #shift = -1;
  #bins: Bins | null = null;
  /** Made when the same bins are counted again, as in a drag through time. */
  #slots: Uint32Array | null = null;
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

  /** The bins of the marks that were asked for last. */
  get bins(): Bins {
    return this.#bins!;
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
    const anew = !this.#bins || shift !== this.#shift;
    if (anew) {
      this.#shift = shift;
      this.#bins = binsOf(this.events, shift);
      this.#slots = this.#counts = null;
    } else if (!this.#counts) this.#slots ??= slotsOf(this.events, this.#bins!, this.types);
    this.#counts ??= this.#count(this.shown);
    if (anew && !this.few) this.#radius = radiusOf(this.#bins!, this.#most());
    return [this.#bins!, this.#counts];
  }

  #count(shown: Shown): Tally {
    return tally(this.events, shown, this.#bins!, this.#slots, this.types, this.#ringed);
  }

  /** How many events the fullest bin has when all are shown. */
  #most(): number {
    const { count } = this.events;
    const all = (): Shown => ({ mask: new Uint8Array(count).fill(1), from: 0, to: count, count });
    const { total } = this.shown.count === count ? this.#counts! : this.#count(all());
    return total.reduce((most, events) => Math.max(most, events), 1);
  }
}
