// Regions as SVG paths. Only a certain border is a line; an approximate or schematic one is soft.
import type { FeatureCollection } from "geojson";
import * as L from "../leaflet.js";
import { readJson } from "../page/blocks.js";
import type { LayerSpec } from "../page/spec.js";
import type { Source } from "./chapter.js";
import { elementOf, focusable, type Focusable } from "./focusable.js";

export interface RegionWords {
  readonly id: string;
  readonly title: string;
  readonly certainty?: string;
  readonly description?: string;
  readonly caution?: string;
  /** When it was so, as written in the data: 2015-01-26/.. */
  readonly valid?: string;
  readonly sources?: readonly Source[];
}

export interface RegionListener {
  openRegion(region: RegionWords, opener: Focusable | null): void;
}

export class RegionLayer extends L.FeatureGroup {
  readonly ready: Promise<void>;
  readonly #edges = new Set<string>();

  constructor(
    readonly spec: LayerSpec,
    private readonly listener: RegionListener,
  ) {
    super([]);
    this.ready = readJson<FeatureCollection>(`mapgen-${spec.id}`).then((found) =>
      this.#fill(found),
    );
  }

  /** The edges of its regions: `certain`, `approximate`, `schematic`, `claim`. */
  forms(): ReadonlySet<string> {
    return this.#edges;
  }

  #fill(found: FeatureCollection): void {
    for (const feature of found.features) {
      const words = feature.properties as RegionWords;
      const edge = this.spec.dashed ? "claim" : (words.certainty ?? "certain");
      this.#edges.add(edge);
      const className = `mg-region mg-hue mg-${edge}`;
      const shape = L.geoJSON(feature, { style: { className } });
      shape.on("add", () => {
        for (const layer of shape.getLayers())
          elementOf(layer)?.style.setProperty("--color", this.spec.color);
        const map = (shape as unknown as { _map: L.Map })._map;
        focusable(
          map,
          shape,
          () => words.title,
          (opener) => this.listener.openRegion(words, opener),
        );
      });
      this.addLayer(shape);
    }
  }
}
