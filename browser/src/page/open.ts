// Opens the page: the second script's statements hang layers on it, then start it.
import { Legend, type Switchboard } from "../controls/legend.js";
import { Twin } from "../controls/twin.js";
import * as L from "../leaflet.js";
import { BasemapLayer } from "../layers/basemap.js";
import { EventLayer, type Filter, type Listener } from "../layers/events.js";
import { FeaturesLayer } from "../layers/features.js";
import { above, type Focusable } from "../layers/focusable.js";
import { PlaceLayer } from "../layers/places.js";
import { RegionLayer } from "../layers/regions.js";
import { createApi } from "./api.js";
import { Clearance } from "./clearance.js";
import { createMap } from "./map.js";
import { Reading } from "./reading.js";
import { readSpec, type EventType, type LayerSpec, type Spec } from "./spec.js";
import { followTheme } from "./theme.js";

type Ours = BasemapLayer | FeaturesLayer | RegionLayer | PlaceLayer | EventLayer;

export class Page implements Switchboard {
  readonly map: L.Map;
  readonly layers: Record<string, L.Layer> = {};
  readonly #reading: Reading;
  readonly #listener: Listener;
  readonly #pending: Promise<void>[] = [];
  #basemap: BasemapLayer | null = null;
  /** Whether everything has been read: until then nothing is brought in step, once is enough. */
  #live = false;
  readonly #clearance: Clearance;
  #legend: Legend | null = null;
  #twin: Twin | null = null;

  constructor(
    container: HTMLElement,
    private readonly spec: Spec,
  ) {
    this.map = createMap(container, spec);
    this.#clearance = new Clearance(this.map, spec);
    const reader = { words: spec.words, lang: spec.lang };
    const reading = new Reading(this.map, reader, () => this.#eventLayers());
    this.#reading = reading;
    this.#listener = {
      open: (layer, rows, opener) => reading.open(layer, rows, opener),
      name: (layer, rows) => reading.name(layer, rows),
      changed: () => this.#follow(),
    };
    // Names settle when the layers have drawn their marks, whoever listens to the map first.
    this.map.on("moveend layeradd layerremove", () => queueMicrotask(() => this.#settle()));
    above.mark = (event) => reading.at(event) !== null;
    this.map.on("click", (event: L.LeafletMouseEvent) => reading.click(event));
    this.map.on("mousemove", (event: L.LeafletMouseEvent) => {
      container.classList.toggle("mg-over", reading.at(event) !== null);
    });
  }

  basemap(id: string): L.Layer {
    this.#basemap = this.#await(new BasemapLayer(id, this.spec));
    return this.#basemap;
  }

  features(block: string): L.Layer {
    return this.#await(new FeaturesLayer(block));
  }

  regions(id: string): L.Layer {
    return this.#await(new RegionLayer(this.#layerSpec(id), this.#reading));
  }

  places(id: string): L.Layer {
    return this.#await(new PlaceLayer(this.#layerSpec(id), this.#reading));
  }

  events(id: string): L.Layer {
    return this.#await(new EventLayer(this.#layerSpec(id), this.#listener));
  }

  /** Called by the last statement, with every layer of the control by its id. */
  start(layers: Readonly<Record<string, L.Layer>>): void {
    Object.assign(this.layers, layers);
    if (this.spec.layers.length) {
      this.#legend = new Legend(this.spec, this);
      this.#legend.addTo(this.map);
    }
    this.#twin = new Twin(this.spec, (layer, row, opener) => this.#choose(layer, row, opener));
    Object.assign(globalThis, { mapgen: createApi(this) });
    followTheme(() => this.#redraw());
    void this.#ready();
  }

  isOn(id: string): boolean {
    const layer = this.layers[id];
    return layer !== undefined && this.map.hasLayer(layer);
  }

  switchLayer(id: string, on: boolean): void {
    const layer = this.layers[id];
    if (!layer) return;
    if (on) this.map.addLayer(layer);
    else this.map.removeLayer(layer);
    this.#legend?.refresh(id, on);
    this.#follow();
  }

  switchType(id: string, type: string, on: boolean): void {
    this.#eventLayers()
      .find(({ spec }) => spec.id === id)
      ?.setType(type, on);
    this.#legend?.refresh(`${id}.${type}`, on);
  }

  show(id: string): boolean {
    const [layer, type] = id.split(".") as [string, string?];
    const known = layer in this.layers;
    const typed = this.#typesOf(layer).some((one) => one.id === type);
    if (known && type === undefined) this.switchLayer(layer, true);
    else if (known && typed) this.switchType(layer, type!, true);
    else {
      const found = this.#reading.find(id);
      if (found) this.#choose(found[0].spec.id, found[1], null);
      return found !== null;
    }
    return true;
  }

  filter(filter: Filter): void {
    for (const layer of this.#eventLayers()) layer.setFilter(filter);
  }

  async #ready(): Promise<void> {
    const root = document.documentElement;
    try {
      await Promise.all(this.#pending);
      await this.#reading.load();
      this.#live = true;
      this.#redraw();
      this.#follow();
      requestAnimationFrame(() => (root.dataset["mapgen"] = "ready"));
    } catch (fault) {
      root.dataset["mapgen"] = "failed";
      document.getElementById("mg-failed")!.hidden = false;
      console.error(fault);
    }
  }

  #typesOf(id: string): readonly EventType[] {
    return this.spec.layers.find((layer) => layer.id === id)?.types ?? [];
  }

  #layerSpec(id: string): LayerSpec {
    return this.spec.layers.find((layer) => layer.id === id)!;
  }

  #await<T extends Ours>(layer: T): T {
    this.#pending.push(layer.ready);
    return layer;
  }

  #eventLayers(): EventLayer[] {
    return Object.values(this.layers).filter((layer) => layer instanceof EventLayer);
  }

  #follow(): void {
    if (!this.#live) return;
    this.#twin?.follow(this.#eventLayers(), (id) => this.isOn(id));
    this.#settle();
  }

  #settle(): void {
    if (!this.#live) return;
    const places = Object.values(this.layers).filter((layer) => layer instanceof PlaceLayer);
    const names = places.flatMap((layer) => layer.names());
    const marks = this.#eventLayers().flatMap((layer) => layer.marks());
    this.#clearance.keep(names, marks, this.#basemap);
  }

  #choose(id: string, row: number, opener: Focusable | null): void {
    const layer = this.#eventLayers().find(({ spec }) => spec.id === id)!;
    this.switchLayer(id, true);
    if (layer.events) this.#reading.goTo(layer, row, opener);
  }

  #redraw(): void {
    for (const layer of this.#eventLayers()) layer.draw();
    this.map.fire("mapgen-theme");
  }
}

export function open(container: string): Page {
  return new Page(document.getElementById(container)!, readSpec());
}
