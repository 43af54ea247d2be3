// Back to the view with which the map opened.
import * as L from "../leaflet.js";
import type { Box, Words } from "../page/spec.js";
import { enable, tool } from "./toolbar.js";

const PICTURE = "M4.4 4.4a5 5 0 1 1-1.2 5.2M4.2 1.4v3.4h3.4";
/** A view no farther from the first one was not moved by the reader. */
const MOVED_PX = 2;

// Leaflet's own fitBounds goes by this; its types do not name it.
interface Fitting {
  _getBoundsCenterZoom(bounds: L.LatLngBounds): { center: L.LatLng; zoom: number };
}

export function bounds([west, south, east, north]: Box): L.LatLngBounds {
  return L.latLngBounds([south, west], [north, east]);
}

export function resetTool(map: L.Map, box: Box, words: Words): HTMLButtonElement {
  const first = bounds(box);
  const button = tool(PICTURE, words["view.reset"]!, () => map.fitBounds(first));
  const refresh = (): void => {
    const { center, zoom } = (map as unknown as Fitting)._getBoundsCenterZoom(first);
    const shift = map.project(center, zoom).distanceTo(map.project(map.getCenter(), zoom));
    enable(button, zoom !== map.getZoom() || shift > MOVED_PX);
  };
  map.on("moveend resize", refresh);
  refresh();
  return button;
}
