// Reading: what happens when somebody opens an event, a region or a place.
import { Card } from "../card/card.js";
import type { Reader } from "../card/facts.js";
import { listCard, listTitle } from "../card/list.js";
import { regionCard } from "../card/region.js";
import { storyCard } from "../card/story.js";
import * as L from "../leaflet.js";
import type { EventLayer } from "../layers/events.js";
import type { Focusable } from "../layers/focusable.js";
import type { Mark } from "../layers/marks.js";
import { worldPx } from "../layers/projection.js";
import type { RegionWords } from "../layers/regions.js";
import { NOWHERE, placeX, placeY } from "../layers/unpack.js";
import { Library } from "./library.js";

const CLOSE_ZOOM = 8;
const MARGIN_PX = 30;
/** So long a card waits for words before it shows what the numbers say. */
const PATIENCE_MS = 100;

/** Told when an event is opened, and with null when another card or none is. */
export type Opened = (layer: EventLayer | null, row: number) => void;

export class Reading {
  readonly library: Library;
  readonly #card: Card;
  /** Counts what has been opened: words that come too late for their card are dropped. */
  #turn = 0;

  constructor(
    private readonly map: L.Map,
    private readonly reader: Reader,
    private readonly layers: () => readonly EventLayer[],
    private readonly opened: Opened,
  ) {
    this.library = new Library(reader, layers);
    this.#card = new Card(map.getContainer(), reader.words, () => {
      this.#mark(null, []);
    });
  }

  /** Opens an event, or the list of several, which come newest first. */
  open(layer: EventLayer, rows: readonly number[], opener: Focusable | null): void {
    if (rows.length === 1) void this.read(layer, rows[0]!, opener);
    else this.#list(layer, rows, opener);
  }

  openRegion(region: RegionWords, opener: Focusable | null): void {
    this.#mark(null, []);
    this.#card.show(region.title, regionCard(region, this.reader.words), opener);
  }

  close(): void {
    this.#card.close();
  }

  /** Opens one event where the map stands. Settles when its card stands. */
  async read(layer: EventLayer, row: number, opener: Focusable | null): Promise<void> {
    const turn = this.#mark(layer, [row]);
    const { stories, events } = this.library.of(layer);
    const show = (title: string, content: Node): void => {
      if (turn !== this.#turn) return;
      this.#card.show(title, content, opener);
      this.#uncover(layer, row);
    };
    const bare = (): void =>
      show(this.library.name(layer, 1, row), storyCard({ title: "" }, events, row, this.reader));
    const late = setTimeout(bare, PATIENCE_MS);
    try {
      const story = await stories.story(row);
      show(story.title, storyCard(story, events, row, this.reader));
    } catch (fault) {
      console.error(fault);
      show(this.library.name(layer, 1, row), storyCard(null, events, row, this.reader));
    } finally {
      clearTimeout(late);
    }
  }

  /** Opens an event wherever it lies: the map moves to it. Settles when its card stands. */
  goTo(layer: EventLayer, row: number, opener: Focusable | null): Promise<void> {
    const spot = this.#spot(layer, row);
    if (spot) this.map.setView(spot, Math.max(this.map.getZoom(), CLOSE_ZOOM), { animate: false });
    this.map.getContainer().scrollIntoView({ block: "nearest" });
    return this.read(layer, row, opener);
  }

  /** The event layer and mark under the pointer; the layer drawn last lies on top. */
  at(event: L.LeafletMouseEvent): readonly [EventLayer, Mark] | null {
    for (const layer of [...this.layers()].reverse()) {
      const mark = layer.at(event.containerPoint);
      if (mark) return [layer, mark];
    }
    return null;
  }

  click(event: L.LeafletMouseEvent): void {
    const found = this.at(event);
    if (found) this.open(found[0], found[0].rows(found[1]), this.map.getContainer());
    else this.#card.close();
  }

  #list(layer: EventLayer, rows: readonly number[], opener: Focusable | null): void {
    this.#mark(layer, rows);
    const list = listCard(rows, this.library.of(layer), this.reader, (row) =>
      this.open(layer, [row], null),
    );
    this.#card.show(listTitle(rows.length, this.reader), list, opener);
    this.#uncover(layer, rows[0]!);
  }

  #spot(layer: EventLayer, row: number): L.LatLng | null {
    const events = layer.events!;
    if (events.place[row] === NOWHERE) return null;
    const world = worldPx(0);
    const point = L.point(placeX(events, row) * world, placeY(events, row) * world);
    return this.map.options.crs!.pointToLatLng(point, 0);
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

  /** Marks what is open on the map, tells of it, and returns the number of its turn. */
  #mark(layer: EventLayer | null, rows: readonly number[]): number {
    for (const one of this.layers()) one.setOpen(one === layer ? rows : []);
    if (rows.length === 1) this.opened(layer, rows[0]!);
    else this.opened(null, -1);
    return ++this.#turn;
  }
}
