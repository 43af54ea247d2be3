// The layer control, which is the legend too: what is on the map, switched on and off and explained.
import * as L from "../leaflet.js";
import { EventLayer, type Filter } from "../layers/events.js";
import { RegionLayer } from "../layers/regions.js";
import { hued, swatch } from "../layers/symbols.js";
import { element } from "../page/element.js";
import { whenLive } from "../page/shown.js";
import type { EventType, Kind, LayerSpec, Spec } from "../page/spec.js";
import { Census } from "./legend-census.js";
import { Key } from "./legend-key.js";
import { Note } from "./legend-note.js";

export interface Switchboard {
  readonly layers: Readonly<Record<string, L.Layer>>;
  readonly filter: Filter;
  /** Whether a layer, or a type of one ("LAYER.TYPE"), is on. */
  isOn(key: string): boolean;
  switch(key: string, on: boolean): void;
}

const ORDER: readonly Kind[] = ["event", "place", "region", "other"];
const WIDE_PX = 960;
/** Above so many events, counting them waits until the map is seen. */
const AT_ONCE = 50_000;

export class Legend extends L.Control {
  readonly #inputs = new Map<string, HTMLInputElement>();
  readonly #counts = new Map<string, HTMLElement>();
  readonly #keys = new Map<Kind, Key>();
  readonly #census = new Census();
  readonly #note: Note;
  readonly #root = element("details", { class: "mg-legend" });

  constructor(
    private readonly spec: Spec,
    private readonly board: Switchboard,
  ) {
    super({ position: document.dir === "rtl" ? "topleft" : "topright" });
    this.#note = new Note(spec);
  }

  override onAdd(): HTMLElement {
    const root = this.#root;
    root.append(element("summary", {}, this.spec.words["legend"]!));
    root.open = window.innerWidth >= WIDE_PX;
    for (const kind of ORDER) {
      const layers = this.spec.layers.filter((layer) => layer.kind === kind);
      if (layers.length) root.append(this.#group(kind, layers));
    }
    root.append(this.#note.root);
    root.addEventListener("change", ({ target }) => {
      const { dataset, checked } = target as HTMLInputElement;
      this.board.switch(dataset["layer"]!, checked);
    });
    root.addEventListener("toggle", () => this.follow());
    L.DomEvent.disableClickPropagation(root);
    L.DomEvent.disableScrollPropagation(root);
    return root;
  }

  /** Brings the boxes in step after a layer was switched from elsewhere. */
  refresh(key: string, on: boolean): void {
    const input = this.#inputs.get(key);
    if (input) input.checked = on;
  }

  /**
   * Brings counts and key in step with what is shown: not before all is read, and nobody reads a
   * legend that is closed.
   */
  follow(): void {
    const events = this.#layers().filter((layer) => layer instanceof EventLayer);
    if (!this.#root.open || events.some((layer) => !layer.events)) return;
    const all = events.reduce((sum, layer) => sum + layer.events!.count, 0);
    const seen = document.documentElement.dataset["mapgen"] === "ready";
    if (all > AT_ONCE && !seen) whenLive(() => this.#count(events));
    else this.#count(events);
    this.explain();
  }

  /** Explains the forms that are drawn now, and no others. */
  explain(): void {
    if (!this.#root.open) return;
    const [events, edges] = [new Set<string>(), new Set<string>()];
    for (const layer of this.#layers())
      if (layer instanceof EventLayer) for (const word of layer.forms()) events.add(word);
      else if (layer instanceof RegionLayer && this.board.isOn(layer.spec.id))
        for (const word of layer.forms()) edges.add(word);
    this.#keys.get("event")?.show(events);
    this.#keys.get("region")?.show(edges);
  }

  #layers(): L.Layer[] {
    return Object.values(this.board.layers);
  }

  #count(layers: readonly EventLayer[]): void {
    const counts = layers.map((layer) =>
      this.#census.count(layer, this.board.filter, this.board.isOn(layer.spec.id)),
    );
    layers.forEach(({ spec }, number) =>
      spec.types.forEach(({ id, count }, type) => {
        const text = this.#note.some(counts[number]!.types[type]!, count);
        const node = this.#counts.get(`${spec.id}.${id}`)!;
        if (node.textContent !== text) node.textContent = text;
      }),
    );
    this.#note.show(counts);
  }

  #group(kind: Kind, layers: readonly LayerSpec[]): HTMLElement {
    const { words } = this.spec;
    const group = element("fieldset", {}, element("legend", {}, words[`legend.${kind}`]!));
    for (const layer of layers) {
      group.append(this.#row(layer.name, layer.id, layerSwatch(layer)));
      for (const type of layer.types) group.append(this.#typeRow(layer.id, type));
    }
    const shape = layers.flatMap(({ types }) => types)[0]?.symbol ?? "circle";
    const key = new Key(words, shape);
    this.#keys.set(kind, key);
    group.append(key.root);
    return group;
  }

  #row(name: string, key: string, picture: Element | null): HTMLElement {
    const box = element("input", { type: "checkbox", "data-layer": key });
    box.checked = this.board.isOn(key);
    this.#inputs.set(key, box);
    return element("label", { class: "mg-row" }, box, picture, element("bdi", {}, name));
  }

  #typeRow(layer: string, type: EventType): HTMLElement {
    const key = `${layer}.${type.id}`;
    const picture = swatch(type.symbol, type.color);
    const count = element("span", { class: "mg-count" }, this.#note.some(type.count, type.count));
    const line = this.#row(type.label, key, picture);
    this.#counts.set(key, count);
    line.classList.add("mg-inner");
    line.append(count);
    return line;
  }
}

function layerSwatch(spec: LayerSpec): Element | null {
  if (spec.kind === "event") return null;
  const edge = spec.dashed ? "claim" : spec.certainty;
  return hued(
    element("span", { class: `mg-swatch mg-swatch-${spec.kind} mg-${edge}` }),
    spec.color,
  );
}
