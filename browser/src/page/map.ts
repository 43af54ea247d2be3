// The Leaflet map: its panes, limits and manners.
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
  const [west, south, east, north] = spec.box;
  map.fitBounds(
    [
      [south, west],
      [north, east],
    ],
    { animate: false },
  );
  const { words } = spec;
  L.zoomControl({
    position: document.dir === "rtl" ? "topright" : "topleft",
    zoomInText: "+",
    zoomOutText: "−",
    zoomInTitle: words["zoom.in"]!,
    zoomOutTitle: words["zoom.out"]!,
  }).addTo(map);
  L.scaleControl({ position: document.dir === "rtl" ? "bottomright" : "bottomleft" }).addTo(map);
  container.setAttribute("role", "region");
  container.setAttribute("aria-label", words["map.label"]!);
  container.setAttribute("aria-describedby", "mg-description mg-help");
  return map;
}
