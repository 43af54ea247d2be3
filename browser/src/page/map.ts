// The Leaflet map: its panes, limits and manners.
import { fullscreenTool } from "../controls/fullscreen.js";
import { Gestures } from "../controls/gestures.js";
import { bounds, resetTool } from "../controls/reset.js";
import { Scale } from "../controls/scale.js";
import { Toolbar, zoomTools } from "../controls/toolbar.js";
import * as L from "../leaflet.js";
import type { Spec } from "./spec.js";

/** Panes of our own, between Leaflet's regions (400) and its markers (600). */
const PANES = {
  "mapgen-relief": 210,
  "mapgen-labels": 430,
  "mapgen-places": 440,
  "mapgen-marks": 450,
};

export function createMap(container: HTMLElement, spec: Spec): L.Map {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(container, {
    attributionControl: false,
    zoomControl: false,
    minZoom: spec.zooms[0],
    maxZoom: spec.zooms[1],
    zoomSnap: 0.5,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
    worldCopyJump: true,
  });
  for (const [name, level] of Object.entries(PANES))
    map.createPane(name).style.zIndex = String(level);
  if (still) {
    // Leaflet has no option for it: keys and cards move the map by this.
    const panBy = map.panBy.bind(map);
    map.panBy = (offset, options) => panBy(offset, { ...options, animate: false });
  }
  map.fitBounds(bounds(spec.box), { animate: false });
  const { words } = spec;
  const tools = [...zoomTools(map, words), resetTool(map, spec.box, words)];
  const full = fullscreenTool(map, words);
  new Toolbar(full ? [...tools, full] : tools).addTo(map);
  new Scale(spec).addTo(map);
  container.setAttribute("role", "region");
  container.setAttribute("aria-label", words["map.label"]!);
  container.setAttribute("aria-describedby", "mg-description mg-help");
  new Gestures(map, words);
  fit(map);
  return map;
}

/** Keeps the map as large as its place: a window that stays the same may still give it another. */
function fit(map: L.Map): void {
  const container = map.getContainer();
  new ResizeObserver(() => {
    const { x, y } = map.getSize();
    const changed = x !== container.clientWidth || y !== container.clientHeight;
    if (changed && !matchMedia("print").matches) map.invalidateSize({ animate: false });
  }).observe(container);
}
