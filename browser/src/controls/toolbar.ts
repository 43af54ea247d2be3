// The map's buttons in one group: zoom in and out, and what others bring.
import * as L from "../leaflet.js";
import { drawn, element } from "../page/element.js";
import type { Words } from "../page/spec.js";

const PICTURES = { in: "M8 3v10M3 8h10", out: "M3 8h10" };

export class Toolbar extends L.Control {
  constructor(private readonly tools: readonly HTMLElement[]) {
    super({ position: document.dir === "rtl" ? "topright" : "topleft" });
  }

  override onAdd(): HTMLElement {
    const root = element("div", { class: "mg-tools" }, ...this.tools);
    L.DomEvent.disableClickPropagation(root);
    return root;
  }
}

/** A button with a picture of 16 by 16, which is called `name`. */
export function tool(picture: string, name: string, act: () => void): HTMLButtonElement {
  const icon = drawn("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" });
  icon.append(drawn("path", { d: picture }));
  const button = element("button", { type: "button", "aria-label": name, title: name }, icon);
  button.addEventListener("click", () => {
    if (button.ariaDisabled !== "true") act();
  });
  return button;
}

/** Says whether a button would do anything; it keeps the focus all the same. */
export function enable(button: HTMLButtonElement, on: boolean): void {
  button.setAttribute("aria-disabled", String(!on));
}

export function zoomTools(map: L.Map, words: Words): readonly HTMLButtonElement[] {
  const closer = tool(PICTURES.in, words["zoom.in"]!, () => map.zoomIn());
  const farther = tool(PICTURES.out, words["zoom.out"]!, () => map.zoomOut());
  const refresh = (): void => {
    enable(closer, map.getZoom() < map.getMaxZoom());
    enable(farther, map.getZoom() > map.getMinZoom());
  };
  map.on("zoomend", refresh);
  refresh();
  return [closer, farther];
}
