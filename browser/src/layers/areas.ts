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
  /** The id of the hatching of each set of types that was drawn. */
  readonly #hatches = new Map<string, string>();
  readonly #areas = new Map<number, Area>();
  readonly #types = new Set<number>();
  #rows: readonly number[] | null = null;

  constructor(
    private readonly map: L.Map,
    private readonly layer: string,
    private readonly types: readonly EventType[],
    private readonly names: Names,
  ) {
    this.#group = L.featureGroup().addTo(map);
    this.#patterns = drawn("svg", { class: "mg-hidden", "aria-hidden": "true" });
    map.getContainer().append(this.#patterns);
  }

  show(events: Events, shown: Uint8Array): void {
    this.#rows ??= newestFirst(events, rowsOf(events));
    for (const area of this.#areas.values()) area.rows = [];
    this.#types.clear();
    for (const row of this.#rows)
      if (shown[row]) this.#at(events, events.area[row]!).rows.push(row);
    for (const [number, area] of this.#areas)
      if (area.rows.length) this.#draw(area, events);
      else {
        this.#group.removeLayer(area.shape);
        this.#areas.delete(number);
      }
  }

  /** Words for what is drawn: `area`, and `type.ID` of each type. */
  forms(): string[] {
    const types = [...this.#types].map((type) => `type.${this.types[type]!.id}`);
    return types.length ? ["area", ...types] : [];
  }

  remove(): void {
    this.#group.remove();
    this.#patterns.remove();
  }

  #at(events: Events, number: number): Area {
    const known = this.#areas.get(number);
    if (known) return known;
    const shape = L.geoJSON(events.areas[number], { style: { className: "mg-area mg-hue" } });
    const area: Area = { shape, rows: [] };
    this.#areas.set(number, area);
    return area;
  }

  #draw(area: Area, events: Events): void {
    const { shape } = area;
    const types = [...new Set(area.rows.map((row) => events.type[row]!))].sort((a, b) => a - b);
    for (const type of types) this.#types.add(type);
    const name = (): string => this.names.name(area.rows.length, area.rows[0]!);
    if (!this.#group.hasLayer(shape)) {
      this.#group.addLayer(shape);
      focusable(this.map, shape, name, (opener) => this.names.open(area.rows, opener));
    }
    shape.setStyle({ fillColor: `url(#${this.#hatch(types)})` });
    shape.eachLayer((layer) => {
      const path = elementOf(layer);
      path?.setAttribute("aria-label", name());
      path?.style.setProperty("--color", this.types[types[0]!]!.color);
    });
  }

  /** The id of the hatching in the colours of some types. */
  #hatch(types: readonly number[]): string {
    const key = types.join("-");
    const known = this.#hatches.get(key);
    if (known) return known;
    const id = `mg-hatch-${this.layer}-${key}`;
    this.#hatches.set(key, id);
    this.#patterns.append(
      hatching(
        id,
        types.map((type) => this.types[type]!.color),
      ),
    );
    return id;
  }
}

/** The events of which only the area is known. */
function rowsOf(events: Events): number[] {
  const rows: number[] = [];
  if (events.areas.length === 0) return rows;
  const { count, area } = events;
  for (let row = 0; row < count; row++) if (area[row]! >= 0) rows.push(row);
  return rows;
}

const STEP_PX = 8;

/** Thin slanted lines in each of some colours in turn. */
export function hatching(id: string, colors: readonly string[]): SVGPatternElement {
  const side = STEP_PX * colors.length;
  const lines = colors.map((color, number) => {
    const at = STEP_PX * (number + 0.5);
    const d = `M-1 ${at + 1}L${at + 1} -1M${at - 1} ${side + 1}L${side + 1} ${at - 1}`;
    const line = drawn("path", { d, class: "mg-hatch mg-hue" });
    line.style.setProperty("--color", color);
    return line;
  });
  const box = { width: side, height: side, patternUnits: "userSpaceOnUse" };
  return drawn("pattern", { id, ...box }, ...lines);
}
