// Everything in step: legend, list, timeline and address follow the map, and the map follows them.
import { Legend, type Switchboard } from "../controls/legend.js";
import { Timeline } from "../controls/timeline.js";
import { Twin } from "../controls/twin.js";
import type * as L from "../leaflet.js";
import { EVERYTHING, EventLayer, type Filter } from "../layers/events.js";
import type { Focusable } from "../layers/focusable.js";
import { Address } from "./address.js";
import { Opening } from "./opening.js";
import type { Reading } from "./reading.js";
import type { Spec } from "./spec.js";

/** Names and arrows find their places when a drag or Play has come to rest for so long. */
const REST_MS = 150;

export class Step implements Switchboard {
  readonly #legend: Legend | null = null;
  readonly #twin: Twin;
  readonly #opening: Opening;
  readonly #address: Address;
  #timeline: Timeline | null = null;
  #filter = EVERYTHING;
  #begun: () => void = () => undefined;
  readonly #ready = new Promise<void>((begun) => (this.#begun = begun));
  #live = false;
  #opens: Promise<unknown> | null = null;
  #waits = false;
  #changedAt = -REST_MS;
  #rest = 0;
  #turn = 0;

  /** @param settle brings what the map itself draws in step */
  constructor(
    readonly map: L.Map,
    readonly layers: Readonly<Record<string, L.Layer>>,
    private readonly spec: Spec,
    private readonly reading: Reading,
    private readonly settle: () => void,
  ) {
    if (spec.layers.length) this.#legend = new Legend(spec, this).addTo(map);
    const choose = (...event: Parameters<Step["goTo"]>): void => void this.goTo(...event);
    this.#twin = new Twin(spec, reading.library, () => this.events(), choose);
    this.#opening = new Opening(this, spec);
    this.#address = new Address(this.#opening);
    map.on("moveend", () => {
      this.#address.changed();
      // When the layers have drawn their marks, whoever listens to the map first.
      queueMicrotask(() => this.#legend?.explain());
    });
  }

  /**
   * Begins, when everything has been read: until then nothing is brought in step, once is enough.
   * Settles when the event that the address names stands open.
   */
  async start(): Promise<void> {
    this.#live = true;
    const host = document.getElementById("mg-time");
    if (host) this.#timeline = new Timeline(host, this.spec, this.events(), this);
    this.#timeline?.follow();
    this.#come();
    this.#begun();
    await this.#opens;
  }

  /** Called after every change of a layer; what follows is done once for all changes of a moment. */
  changed(): void {
    if (this.#waits || !this.#live) return;
    this.#waits = true;
    queueMicrotask(() => {
      this.#waits = false;
      this.#follow();
      this.#address.changed();
    });
  }

  /** Called when an event is opened, and with null when none is any more. */
  async opened(layer: EventLayer | null, row: number): Promise<void> {
    const turn = ++this.#turn;
    this.#twin.mark(layer, row);
    const id = layer ? await this.reading.library.idOf(layer, row) : undefined;
    if (turn === this.#turn) this.#address.opened(id);
  }

  /** Brings the page to what a fragment says. */
  go(hash: string): void {
    this.#address.go(hash);
  }

  isOn(key: string): boolean {
    const [id, type] = key.split(".") as [string, string?];
    const layer = this.layers[id];
    if (type !== undefined) return layer instanceof EventLayer && !layer.hidden.has(type);
    return layer !== undefined && this.map.hasLayer(layer);
  }

  switch(key: string, on: boolean): void {
    const [id, type] = key.split(".") as [string, string?];
    const layer = this.layers[id];
    if (!layer || on === this.isOn(key)) return;
    if (type !== undefined && layer instanceof EventLayer) layer.setType(type, on);
    else if (on) this.map.addLayer(layer);
    else this.map.removeLayer(layer);
    this.#legend?.refresh(key, on);
    this.changed();
  }

  /** Shows a layer, a type of it ("LAYER.TYPE") or an event; whether there is one of that id. */
  async show(key: string): Promise<boolean> {
    if (!this.#opening.has(key)) return this.openEvent(key, true);
    this.switch(key, true);
    return true;
  }

  get filter(): Filter {
    return this.#filter;
  }

  set filter(filter: Filter) {
    this.#filter = filter;
    for (const layer of this.events()) layer.setFilter(filter);
  }

  /** Opens an event, or closes the one that is open. */
  openEvent(id: string | undefined, moving: boolean): Promise<boolean> {
    const opens = this.#ready.then(() => this.#open(id, moving));
    this.#opens = opens;
    return opens;
  }

  async #open(id: string | undefined, moving: boolean): Promise<boolean> {
    if (id === undefined) this.reading.close();
    const found = id === undefined ? null : await this.reading.library.find(id);
    if (!found) return false;
    const [layer, row] = found;
    if (moving) await this.goTo(layer, row, null);
    else await this.reading.read(layer, row, null);
    return true;
  }

  events(): EventLayer[] {
    return Object.values(this.layers).filter((layer) => layer instanceof EventLayer);
  }

  goTo(layer: EventLayer, row: number, opener: Focusable | null): Promise<void> {
    this.switch(layer.spec.id, true);
    this.#address.accept();
    return this.reading.goTo(layer, row, opener);
  }

  #follow(): void {
    this.#timeline?.follow();
    const now = performance.now();
    const hurried = now - this.#changedAt < REST_MS;
    this.#changedAt = now;
    clearTimeout(this.#rest);
    // The marks come first: a long list and the names follow when these are on the screen.
    if (this.#twin.isShort) this.#list();
    if (hurried) this.#rest = window.setTimeout(this.#come, REST_MS);
    else requestAnimationFrame(() => (this.#rest = window.setTimeout(this.#come)));
  }

  #list(): void {
    this.#twin.follow((id) => this.isOn(id));
    this.#legend?.follow();
  }

  /** What takes longer than a frame may: the rows of the list, and names that keep clear of marks. */
  readonly #come = (): void => {
    this.#list();
    this.reading.follow();
    this.settle();
  };
}
