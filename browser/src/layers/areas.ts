// Events of which only the province or district is known: the area is hatched, no point is claimed.
import * as L from "../leaflet.js";
import { drawn } from "../page/element.js";
import type { EventType } from "../page/spec.js";
import { focusable } from "./focusable.js";
import type { Names } from "./focus.js";
import type { Events } from "./unpack.js";

export class Areas {
  readonly #group: L.FeatureGroup;
  readonly #patterns: SVGSVGElement;
  #drawn = "";

  constructor(
    private readonly map: L.Map,
    private readonly types: readonly EventType[],
    private readonly names: Names,
  ) {
    this.#group = L.featureGroup().addTo(map);
    this.#patterns = drawn("svg", { class: "mg-hidden", "aria-hidden": "true" });
    for (const { id, color } of types) this.#patterns.append(hatch(id, color));
    map.getContainer().append(this.#patterns);
  }

  show(events: Events, shown: Uint8Array): void {
    const rows = new Map<number, number[]>();
    for (let row = 0; row < events.count; row++) {
      const area = events.area[row]!;
      if (shown[row] && area >= 0) rows.set(area, [...(rows.get(area) ?? []), row]);
    }
    const key = JSON.stringify([...rows]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    this.#group.clearLayers();
    for (const [area, members] of rows) this.#add(events, area, members);
  }

  remove(): void {
    this.#group.remove();
    this.#patterns.remove();
  }

  #add(events: Events, area: number, rows: readonly number[]): void {
    const { id, color } = this.types[events.type[rows[0]!]!]!;
    const shape = L.geoJSON(events.areas[area], {
      style: { className: "mg-area", color, fillColor: `url(#mg-hatch-${id})` },
    });
    shape.addTo(this.#group);
    focusable(
      this.map,
      shape,
      () => this.names.name(rows),
      (opener) => this.names.open(rows, opener),
    );
  }
}

/** Thin slanted lines in the colour of a type. */
function hatch(id: string, color: string): SVGPatternElement {
  const box = { width: 7, height: 7, patternUnits: "userSpaceOnUse" };
  const line = drawn("path", { d: "M-1 1l2-2M0 7l7-7M6 8l2-2", stroke: color, "stroke-width": 1 });
  return drawn("pattern", { id: `mg-hatch-${id}`, ...box }, line);
}
