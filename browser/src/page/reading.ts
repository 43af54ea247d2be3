// Reading: what happens when somebody opens an event, a region or a place.
import { Card } from "../card/card.js";
import type { Reader } from "../card/facts.js";
import { copyLink } from "../card/copy.js";
import { listCard, listTitle } from "../card/list.js";
import { regionCard } from "../card/region.js";
import type { Side } from "../card/steps.js";
import { storyCard, typeLine } from "../card/story.js";
import type * as L from "../leaflet.js";
import type { Story } from "../layers/chapter.js";
import type { EventLayer } from "../layers/events.js";
import type { Focusable } from "../layers/focusable.js";
import type { Mark } from "../layers/marks.js";
import type { RegionWords } from "../layers/regions.js";
import { Along, type Open } from "./along.js";
import { element } from "./element.js";
import { Library } from "./library.js";
import { middleOf, spotOf, uncover } from "./uncover.js";

const CLOSE_ZOOM = 8;
/** So long a card waits for words before it shows what the numbers say. */
const PATIENCE_MS = 100;

/** Told when an event is opened, and with null when another card or none is. */
export type Opened = (layer: EventLayer | null, row: number) => void;

export class Reading {
  readonly library: Library;
  readonly #card: Card;
  readonly #along: Along;
  #open: Open | null = null;
  /** Counts what has been opened: words that come too late for their card are dropped. */
  #turn = 0;

  constructor(
    private readonly map: L.Map,
    private readonly reader: Reader,
    private readonly layers: () => readonly EventLayer[],
    private readonly opened: Opened,
  ) {
    this.library = new Library(reader, layers);
    this.#along = new Along(map, layers);
    const closed = (): void => void this.#mark(null, []);
    this.#card = new Card(map.getContainer(), reader.words, closed, {
      lang: reader.lang,
      step: (side) => this.#step(side),
      back: () => this.#back(),
    });
  }

  /** Opens an event, or the list of several, which come newest first. */
  open(layer: EventLayer, rows: readonly number[], opener: Focusable | null): void {
    if (rows.length === 1) void this.read(layer, rows[0]!, opener);
    else this.#list(layer, rows, opener);
  }

  openRegion(region: RegionWords, opener: Focusable | null): void {
    this.#mark(null, []);
    this.#card.show({ title: region.title, content: regionCard(region, this.reader) }, opener);
    this.#uncover(opener ? middleOf(this.map, opener) : null);
  }

  close(): void {
    this.#card.close();
  }

  /** Opens one event where the map stands. Settles when its card stands. */
  read(layer: EventLayer, row: number, opener: Focusable | null): Promise<void> {
    return this.#read({ layer, row, list: null }, opener);
  }

  /** Opens an event wherever it lies: the map moves to it. Settles when its card stands. */
  goTo(layer: EventLayer, row: number, opener: Focusable | null): Promise<void> {
    const spot = spotOf(this.map, layer, row);
    if (spot) this.map.setView(spot, Math.max(this.map.getZoom(), CLOSE_ZOOM), { animate: false });
    this.map.getContainer().scrollIntoView({ block: "nearest" });
    return this.read(layer, row, opener);
  }

  /** Brings the card in step with what is shown. */
  follow(): void {
    if (this.#open) this.#card.follow(this.#along.course(this.#open));
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

  async #read(open: Open, opener: Focusable | null): Promise<void> {
    const { layer, row } = open;
    const turn = this.#mark(layer, [row]);
    this.#open = open;
    const { stories } = this.library.of(layer);
    const late = setTimeout(() => this.#show(turn, {}, opener), PATIENCE_MS);
    try {
      this.#show(turn, await stories.story(row), opener);
    } catch (fault) {
      console.error(fault);
      this.#show(turn, null, opener);
    } finally {
      clearTimeout(late);
    }
  }

  /** Shows what is known by now of the open event; null where its words are damaged. */
  #show(turn: number, story: Partial<Story> | null, opener: Focusable | null): void {
    const open = this.#open;
    if (turn !== this.#turn || !open) return;
    const { layer, row } = open;
    const { events, types } = this.library.of(layer);
    const title = story?.title ?? this.library.name(layer, 1, row);
    const above = typeLine(types[events.type[row]!]!, story?.sub_event_type);
    const link = copyLink(this.library.idOf(layer, row), this.reader.words);
    const content = element("div", {}, storyCard(story, events, row, this.reader), link);
    this.#card.show({ title, above, content, course: this.#along.course(open) }, opener);
    this.#uncover(spotOf(this.map, layer, row));
  }

  #list(layer: EventLayer, rows: readonly number[], opener: Focusable | null): void {
    this.#mark(layer, rows);
    const content = listCard(rows, this.library.of(layer), this.reader, (row) => {
      void this.#read({ layer, row, list: rows }, null);
    });
    this.#card.show({ title: listTitle(rows.length, this.reader), content }, opener);
    this.#uncover(spotOf(this.map, layer, rows[0]!));
  }

  #uncover(spot: L.LatLng | null): void {
    uncover(this.map, spot, () => this.#card.covered());
  }

  /** Opens the event before or after the one that is open. */
  #step(side: Side): void {
    const to = this.#open && this.#along.step(this.#open, side);
    if (to) void this.#read(to, null);
  }

  /** Opens the list again that the event was opened from, at the event. */
  #back(): void {
    if (!this.#open?.list) return;
    const { layer, row, list } = this.#open;
    this.#list(layer, list, null);
    this.#card.focus(`[data-row="${String(row)}"]`);
  }

  /** Marks what is open on the map, tells of it, and returns the number of its turn. */
  #mark(layer: EventLayer | null, rows: readonly number[]): number {
    this.#open = null;
    for (const one of this.layers()) one.setOpen(one === layer ? rows : []);
    if (rows.length === 1) this.opened(layer, rows[0]!);
    else this.opened(null, -1);
    return ++this.#turn;
  }
}
