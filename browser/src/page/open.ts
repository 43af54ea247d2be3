// Opens the page: the second script's statements hang layers on it, then start it.
import * as L from "../leaflet.js";
import { BasemapLayer } from "../layers/basemap.js";
import { EventLayer, type Listener } from "../layers/events.js";
import { FeaturesLayer } from "../layers/features.js";
import { above } from "../layers/focusable.js";
import { PlaceLayer } from "../layers/places.js";
import { RegionLayer } from "../layers/regions.js";
import { createApi } from "./api.js";
import { Clearance } from "./clearance.js";
import { createMap } from "./map.js";
import { converse } from "./messages.js";
import { followPrint } from "./paper.js";
import { Reading } from "./reading.js";
import { goLive } from "./shown.js";
import { readSpec, type LayerSpec, type Spec } from "./spec.js";
import { Step } from "./step.js";
import { followTheme } from "./theme.js";

type Ours = BasemapLayer | FeaturesLayer | RegionLayer | PlaceLayer | EventLayer;

export class Page {
  readonly map: L.Map;
  readonly layers: Record<string, L.Layer> = {};
  readonly #reading: Reading;
  readonly #listener: Listener;
  readonly #pending: Promise<void>[] = [];
  #basemap: BasemapLayer | null = null;
  readonly #clearance: Clearance;
  /** Once everything has been read. */
  #live = false;
  #step: Step | null = null;

  constructor(
    container: HTMLElement,
    private readonly spec: Spec,
  ) {
    this.map = createMap(container, spec);
    this.#clearance = new Clearance(this.map, spec);
    const reader = { words: spec.words, lang: spec.lang };
    const reading = new Reading(
      this.map,
      reader,
      () => this.#eventLayers(),
      (layer, row) => void this.#step?.opened(layer, row),
    );
    this.#reading = reading;
    this.#listener = {
      open: (layer, rows, opener) => reading.open(layer, rows, opener),
      name: (layer, count, row) => reading.library.name(layer, count, row),
      changed: () => this.#step?.changed(),
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
    this.#step = new Step(this.map, this.layers, this.spec, this.#reading, () => this.#settle());
    const api = createApi(this.#step);
    Object.assign(globalThis, { mapgen: api });
    converse(this.#step, api, this.spec.origins);
    followPrint(
      this.map,
      this.spec.words,
      followTheme(() => this.#redraw()),
    );
    void this.#ready(this.#step);
  }

  async #ready(step: Step): Promise<void> {
    try {
      await Promise.all(this.#pending);
      await this.#reading.library.load();
      this.#live = true;
      for (const layer of this.#eventLayers()) layer.begin();
      this.#redraw();
      await step.start();
      goLive();
    } catch (fault) {
      document.documentElement.dataset["mapgen"] = "failed";
      document.getElementById("mg-failed")!.hidden = false;
      console.error(fault);
    }
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

  #settle(): void {
    if (!this.#live) return;
    const places = Object.values(this.layers).filter((layer) => layer instanceof PlaceLayer);
    const names = places.flatMap((layer) => layer.names());
    const layers = this.#eventLayers();
    const marks = layers.map((layer) => layer.marks());
    // To what lies beyond the view of a crowd, whose marks are those in view, no arrow can point.
    const known = marks.filter((_, number) => !layers[number]!.isCrowded);
    this.#clearance.keep(names, marks.flat(), known.flat(), this.#basemap);
  }

  #redraw(): void {
    for (const layer of this.#eventLayers()) layer.draw();
    this.map.fire("mapgen-theme");
  }
}

export function open(container: string): Page {
  return new Page(document.getElementById(container)!, readSpec());
}
