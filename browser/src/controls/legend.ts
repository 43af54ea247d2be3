// The layer control, which is the legend too: what is on the map, switched on and off.
import * as L from "../leaflet.js";
import { element } from "../page/element.js";
import { swatch } from "../layers/symbols.js";
import { written, type EventType, type Kind, type LayerSpec, type Spec } from "../page/spec.js";

export interface Switchboard {
  /** Whether a layer, or a type of one ("LAYER.TYPE"), is on. */
  isOn(key: string): boolean;
  switch(key: string, on: boolean): void;
}

const ORDER: readonly Kind[] = ["event", "place", "region", "other"];
const NARROW_PX = 700;

function layerSwatch(spec: LayerSpec): Element | null {
  if (spec.kind === "event") return null;
  const edge = spec.dashed ? "claim" : spec.certainty;
  const picture = element("span", { class: `mg-swatch mg-swatch-${spec.kind} mg-${edge}` });
  picture.style.setProperty("--color", spec.color);
  return picture;
}

function row(name: string, key: string, on: boolean, picture: Element | null): HTMLElement {
  const box = element("input", { type: "checkbox", "data-layer": key });
  box.checked = on;
  return element("label", { class: "mg-row" }, box, picture, element("bdi", {}, name));
}

function typeRow(layer: string, type: EventType, lang: string): HTMLElement {
  const line = row(type.label, `${layer}.${type.id}`, true, swatch(type.symbol, type.color));
  const count = written(type.count, lang);
  line.append(element("span", { class: "mg-count" }, count));
  return line;
}

export class Legend extends L.Control {
  readonly #inputs = new Map<string, HTMLInputElement>();

  constructor(
    private readonly spec: Spec,
    private readonly board: Switchboard,
  ) {
    super({ position: document.dir === "rtl" ? "topleft" : "topright" });
  }

  override onAdd(): HTMLElement {
    const { words } = this.spec;
    const summary = element("summary", {}, words["legend"]!);
    const root = element("details", { class: "mg-legend" }, summary);
    root.open = window.innerWidth >= NARROW_PX;
    for (const kind of ORDER) {
      const layers = this.spec.layers.filter((layer) => layer.kind === kind);
      if (layers.length) root.append(this.#group(words[`legend.${kind}`]!, layers));
    }
    root.addEventListener("change", ({ target }) => {
      const { dataset, checked } = target as HTMLInputElement;
      this.board.switch(dataset["layer"]!, checked);
    });
    L.DomEvent.disableClickPropagation(root);
    L.DomEvent.disableScrollPropagation(root);
    return root;
  }

  /** Brings the boxes in step after a layer was switched from elsewhere. */
  refresh(key: string, on: boolean): void {
    const input = this.#inputs.get(key);
    if (input) input.checked = on;
  }

  #group(title: string, layers: readonly LayerSpec[]): HTMLElement {
    const group = element("fieldset", {}, element("legend", {}, title));
    for (const layer of layers) {
      const line = row(layer.name, layer.id, this.board.isOn(layer.id), layerSwatch(layer));
      group.append(line);
      for (const type of layer.types) {
        const inner = typeRow(layer.id, type, this.spec.lang);
        inner.classList.add("mg-inner");
        group.append(inner);
      }
    }
    for (const input of group.querySelectorAll("input"))
      this.#inputs.set(input.dataset["layer"]!, input);
    return group;
  }
}
