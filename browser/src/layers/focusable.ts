// SVG paths that a keyboard reaches and a screen reader names.
import * as L from "../leaflet.js";

type Opener = (opener: HTMLElement | null) => void;

/** Set by the page: whether an event mark lies at this point, above every path. */
export const above: { mark: (event: L.LeafletMouseEvent) => boolean } = { mark: () => false };

export function focusable(map: L.Map, shape: L.GeoJSON, name: () => string, open: Opener): void {
  shape.eachLayer((layer) => {
    const path = (layer as L.Path).getElement();
    if (!path) return;
    path.setAttribute("tabindex", "0");
    path.setAttribute("role", "button");
    path.setAttribute("aria-label", name());
    path.addEventListener("keydown", (event) => {
      const key = (event as KeyboardEvent).key;
      if (key !== "Enter" && key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      open(path as HTMLElement);
    });
    layer.on("click", (event: L.LeafletMouseEvent) => {
      if (above.mark(event)) return;
      L.DomEvent.stopPropagation(event);
      open(map.getContainer());
    });
  });
}
