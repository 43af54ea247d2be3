// SVG paths that a keyboard reaches and a screen reader names.
import * as L from "../leaflet.js";

/** An element of the page that can be given the focus back. */
export type Focusable = Element & HTMLOrSVGElement;

type Opener = (opener: Focusable | null) => void;

/** Set by the page: whether an event mark lies at this point, above every path. */
export const above: { mark: (event: L.LeafletMouseEvent) => boolean } = { mark: () => false };

/** The SVG element of a drawn layer. */
export function elementOf(layer: L.Layer): SVGElement | undefined {
  return (layer as { getElement?: () => SVGElement | undefined }).getElement?.();
}

export function focusable(map: L.Map, shape: L.GeoJSON, name: () => string, open: Opener): void {
  shape.eachLayer((layer) => {
    const path = elementOf(layer);
    if (!path) return;
    // The drawing as a whole would be an image without a name, and hide what is in it.
    path.ownerSVGElement?.setAttribute("role", "none");
    path.setAttribute("tabindex", "0");
    path.setAttribute("role", "button");
    path.setAttribute("aria-label", name());
    path.addEventListener("keydown", (event) => {
      const key = event.key;
      if (key !== "Enter" && key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      open(path);
    });
    layer.on("click", (event: L.LeafletMouseEvent) => {
      if (above.mark(event)) return;
      L.DomEvent.stopPropagation(event);
      open(map.getContainer());
    });
  });
}
