// Reading: what happens when somebody opens an event, a region or a place.
import type { Focusable } from "../layers/focusable.js";
import { Card } from "../card/card.js";
import { listCard, listTitle, storyCard, type Reader } from "../card/story.js";
import { regionCard } from "../card/region.js";
import * as L from "../leaflet.js";
import type { EventLayer } from "../layers/events.js";
import { worldPx } from "../layers/projection.js";
import { readStories, type Story } from "../layers/unpack.js";
import type { RegionWords } from "../layers/regions.js";

const CLOSE_ZOOM = 8;
const MARGIN_PX = 30;

export class Reading {
  readonly #card: Card;
  readonly #stories = new Map<string, readonly Story[]>();

  constructor(
    private readonly map: L.Map,
    private readonly reader: Reader,
    private readonly layers: () => readonly EventLayer[],
  ) {
    this.#card = new Card(map.getContainer(), reader.words, () => this.#mark(null, []));
  }

  /** Inflates the words of every event layer. */
  async load(): Promise<void> {
    for (const { spec } of this.layers())
      this.#stories.set(spec.id, await readStories(`mapgen-${spec.id}-words`));
  }

  open(layer: EventLayer, rows: readonly number[], opener: Focusable | null): void {
    const events = layer.events!;
    const stories = this.#of(layer);
    this.#mark(layer, rows);
    if (rows.length === 1) {
      const [row] = rows as [number];
      const story = stories[row]!;
      this.#card.show(story.title, storyCard(story, events, row, this.reader), opener);
      this.#uncover(layer, row);
      return;
    }
    const choices = rows.map((row) => ({ row, story: stories[row]! }));
    const pick = (row: number): void => this.open(layer, [row], null);
    const list = listCard(choices, events, this.reader, pick);
    this.#card.show(listTitle(rows.length, this.reader), list, opener);
    this.#uncover(layer, rows[0]!);
  }

  openRegion(region: RegionWords, opener: Focusable | null): void {
    this.#mark(null, []);
    this.#card.show(region.title, regionCard(region, this.reader.words), opener);
  }

  name(layer: EventLayer, rows: readonly number[]): string {
    if (rows.length > 1) return listTitle(rows.length, this.reader);
    return this.#of(layer)[rows[0]!]?.title ?? layer.spec.name;
  }

  /** The layer and row of the event with this id, or null. */
  find(id: string): readonly [EventLayer, number] | null {
    for (const layer of this.layers()) {
      const row = this.#of(layer).findIndex((story) => story.id === id);
      if (row >= 0) return [layer, row];
    }
    return null;
  }

  /** Opens an event wherever it lies: the map moves to it. */
  goTo(layer: EventLayer, row: number, opener: Focusable | null): void {
    const spot = this.#spot(layer, row);
    if (spot) this.map.setView(spot, Math.max(this.map.getZoom(), CLOSE_ZOOM), { animate: false });
    this.open(layer, [row], opener);
    this.map.getContainer().scrollIntoView({ block: "nearest" });
  }

  /** The event layer and rows under the pointer; the layer drawn last lies on top. */
  at(event: L.LeafletMouseEvent): readonly [EventLayer, readonly number[]] | null {
    for (const layer of [...this.layers()].reverse()) {
      const rows = layer.at(event.containerPoint);
      if (rows) return [layer, rows];
    }
    return null;
  }

  click(event: L.LeafletMouseEvent): void {
    const found = this.at(event);
    if (found) this.open(found[0], found[1], this.map.getContainer());
    else this.#card.close();
  }

  #spot(layer: EventLayer, row: number): L.LatLng | null {
    const { x, y } = layer.events!;
    if (Number.isNaN(x[row]!)) return null;
    const world = worldPx(0);
    return this.map.options.crs!.pointToLatLng(L.point(x[row]! * world, y[row]! * world), 0);
  }

  /** Moves the map so that the card does not lie on what it tells of. */
  #uncover(layer: EventLayer, row: number): void {
    const spot = this.#spot(layer, row);
    const [left, top, right, bottom] = this.#card.covered(this.map.getContainer());
    if (spot)
      this.map.panInside(spot, {
        paddingTopLeft: [left + MARGIN_PX, top + MARGIN_PX],
        paddingBottomRight: [right + MARGIN_PX, bottom + MARGIN_PX],
      });
  }

  #of(layer: EventLayer): readonly Story[] {
    return this.#stories.get(layer.spec.id) ?? [];
  }

  #mark(layer: EventLayer | null, rows: readonly number[]): void {
    for (const one of this.layers()) one.setOpen(one === layer ? rows : []);
  }
}
