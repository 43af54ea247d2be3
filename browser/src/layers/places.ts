// Places as named points: a dot and its name, reachable by keyboard.
import type { FeatureCollection, Point } from "geojson";
import * as L from "../leaflet.js";
import { readJson } from "../page/blocks.js";
import { element } from "../page/element.js";
import type { LayerSpec } from "../page/spec.js";
import type { Named } from "./names.js";
import type { RegionListener, RegionWords } from "./regions.js";

const DOT_PX = 10;

export class PlaceLayer extends L.FeatureGroup {
  readonly ready: Promise<void>;
  readonly #names: Named[] = [];

  constructor(
    readonly spec: LayerSpec,
    private readonly listener: RegionListener,
  ) {
    super([]);
    const block = readJson<FeatureCollection<Point>>(`mapgen-${spec.id}`);
    this.ready = block.then((found) => this.#fill(found));
  }

  /** The names that stand on the map now. */
  names(): readonly Named[] {
    return this.#names.filter(({ label }) => label.isConnected);
  }

  #fill(found: FeatureCollection<Point>): void {
    for (const feature of found.features) {
      const words = feature.properties as RegionWords & { readonly also?: string };
      const [lon, lat] = feature.geometry.coordinates;
      const label = element("span", { class: "mg-place-name" }, words.title);
      const icon = L.divIcon({ className: "mg-place", html: label, iconSize: [DOT_PX, DOT_PX] });
      const marker = L.marker([lat!, lon!], { icon, pane: "mapgen-places" });
      const open = (): void => this.listener.openRegion(words, marker.getElement() ?? null);
      marker.on("click", open);
      marker.on("add", () => named(marker.getElement()!, words.title, open));
      this.#names.push({ at: marker.getLatLng(), label, also: words.also ?? words.title });
      this.addLayer(marker);
    }
  }
}

/** Gives a mark its name, and opens it by keyboard, which Leaflet does for popups alone. */
function named(mark: HTMLElement, name: string, open: () => void): void {
  mark.setAttribute("aria-label", name);
  mark.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open();
  };
}
