// Events of which only the province or district is known: the area is hatched, no point is claimed.
import * as L from "../leaflet.js";
import { drawn } from "../page/element.js";
import type { EventType } from "../page/spec.js";
import { elementOf, focusable, type Focusable } from "./focusable.js";
import { newestFirst } from "./members.js";
import type { Events } from "./unpack.js";

interface Names {
  open(rows: readonly number[], opener: Focusable | null): void;
  name(count: number, row: number): string;
}

interface Area {
  readonly shape: L.GeoJSON;
  /** Rows of the events shown in it, the newest first. */
  rows: number[];
}

export class Areas {
  readonly #group: L.FeatureGroup;
  readonly #patterns: SVGSVGElement;
  readonly #areas = new Map<number, Area>();
  #rows: readonly number[] | null = null;

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
    this.#rows ??= newestFirst(events, rowsOf(events));
    for (const area of this.#areas.values()) area.rows = [];
    for (const row of this.#rows)
      if (shown[row]) this.#at(events, events.area[row]!).rows.push(row);
    for (const [number, area] of this.#areas)
      if (area.rows.length) this.#draw(area, events.type[area.rows[0]!]!);
      else {
        this.#group.removeLayer(area.shape);
        this.#areas.delete(number);
      }
  }

  remove(): void {
    this.#group.remove();
    this.#patterns.remove();
  }

  #at(events: Events, number: number): Area {
    const known = this.#areas.get(number);
    if (known) return known;
    const shape = L.geoJSON(events.areas[number], { style: { className: "mg-area" } });
    const area: Area = { shape, rows: [] };
    this.#areas.set(number, area);
    return area;
  }

  #draw(area: Area, type: number): void {
    const { shape } = area;
    const { id, color } = this.types[type]!;
    const name = (): string => this.names.name(area.rows.length, area.rows[0]!);
    if (!this.#group.hasLayer(shape)) {
      this.#group.addLayer(shape);
      focusable(this.map, shape, name, (opener) => this.names.open(area.rows, opener));
    }
    shape.setStyle({ color, fillColor: `url(#mg-hatch-${id})` });
    shape.eachLayer((layer) => elementOf(layer)?.setAttribute("aria-label", name()));
  }
}

/** The events of which only the area is known. */
function rowsOf({ count, area, areas }: Events): number[] {
  const rows: number[] = [];
  if (areas.length === 0) return rows;
  for (let row = 0; row < count; row++) if (area[row]! >= 0) rows.push(row);
  return rows;
}

/** Thin slanted lines in the colour of a type. */
function hatch(id: string, color: string): SVGPatternElement {
  const box = { width: 7, height: 7, patternUnits: "userSpaceOnUse" };
  const line = drawn("path", { d: "M-1 1l2-2M0 7l7-7M6 8l2-2", stroke: color, "stroke-width": 1 });
  return drawn("pattern", { id: `mg-hatch-${id}`, ...box }, line);
}
