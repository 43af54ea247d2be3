// The page as it opened, and what the reader has changed of it since.
import * as L from "../leaflet.js";
import type { Stated } from "./address.js";
import type { State } from "./link.js";
import type { Spec } from "./spec.js";
import type { Step } from "./step.js";

/** A view no farther from the first one was not moved by the reader. */
const MOVED_PX = 2;

export class Opening implements Stated {
  readonly #zoom: number;
  readonly #centre: L.LatLng;
  readonly #switches: ReadonlyMap<string, boolean>;
  readonly #types: ReadonlySet<string>;

  constructor(
    private readonly page: Step,
    spec: Spec,
  ) {
    this.#zoom = page.map.getZoom();
    this.#centre = page.map.getCenter();
    this.#types = new Set(spec.layers.flatMap(({ types }) => types.map(({ id }) => id)));
    const keys = spec.layers.flatMap(({ id, types }) => [
      id,
      ...types.map((type) => `${id}.${type.id}`),
    ]);
    this.#switches = new Map(keys.map((key) => [key, page.isOn(key)]));
  }

  /** Whether there is a switch for it. */
  has(key: string): boolean {
    return this.#switches.has(key);
  }

  state(): State {
    const { map, filter } = this.page;
    const [zoom, { lat, lng }] = [map.getZoom(), map.getCenter()];
    const shift = map.project([lat, lng], zoom).distanceTo(map.project(this.#centre, zoom));
    const moved = zoom !== this.#zoom || shift > MOVED_PX;
    const changed = [...this.#switches].filter(([key, on]) => on !== this.page.isOn(key));
    return {
      view: moved ? [zoom, lat, lng] : undefined,
      layers: changed.map(([key, on]) => (on ? `-${key}` : key)),
      types: filter.types ? [...filter.types] : undefined,
      from: filter.from > -Infinity ? filter.from : undefined,
      to: filter.to < Infinity ? filter.to : undefined,
    };
  }

  /** Brings the page to a state; what it names that the page does not have is passed over. */
  take({ view, layers = [], types = [], from = -Infinity, to = Infinity, event }: State): void {
    const [zoom, lat, lng] = view ?? [this.#zoom, this.#centre.lat, this.#centre.lng];
    this.page.map.setView([lat, lng], zoom, { animate: false });
    for (const [key, on] of this.#switches)
      this.page.switch(key, on ? !layers.includes(`-${key}`) : layers.includes(key));
    const known = types.filter((type) => this.#types.has(type));
    const [first, last] = from <= to ? [from, to] : [-Infinity, Infinity];
    this.page.filter = { from: first, to: last, types: known.length ? new Set(known) : null };
    void this.page.openEvent(event, !view);
  }
}
