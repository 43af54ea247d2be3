// The part of Leaflet that our maps use and that folium's FeatureGroup and GeoJson statements find as
// the global L. Leaflet's own entry would bring tiles, images, popups that parse markup, and videos.
import { Map } from "leaflet/src/map/Map.js";
import { DoubleClickZoom } from "leaflet/src/map/handler/Map.DoubleClickZoom.js";
import { Drag } from "leaflet/src/map/handler/Map.Drag.js";
import { Keyboard } from "leaflet/src/map/handler/Map.Keyboard.js";
import { ScrollWheelZoom } from "leaflet/src/map/handler/Map.ScrollWheelZoom.js";
import { TouchZoom } from "leaflet/src/map/handler/Map.TouchZoom.js";
import { Control } from "leaflet/src/control/Control.js";
import { Scale } from "leaflet/src/control/Control.Scale.js";
import { SVG, svg } from "leaflet/src/layer/vector/SVG.js";
import { pointsToPath, svgCreate } from "leaflet/src/layer/vector/SVG.Util.js";
import "leaflet/src/layer/vector/Renderer.getRenderer.js";

// A handler is found by its name on the map, and a control on its class.
Object.assign(Map, {
  DoubleClickZoom,
  Drag,
  Keyboard,
  ScrollWheelZoom,
  TouchZoom,
});
Object.assign(Control, { Scale });
Object.assign(SVG, { create: svgCreate, pointsToPath });

export { Map, Control, SVG, svg };
export { createMap as map } from "leaflet/src/map/Map.js";
export { scale as scaleControl } from "leaflet/src/control/Control.Scale.js";
export * as DomEvent from "leaflet/src/dom/DomEvent.js";
export * as DomUtil from "leaflet/src/dom/DomUtil.js";
export * as Util from "leaflet/src/core/Util.js";
export { LatLng, toLatLng as latLng } from "leaflet/src/geo/LatLng.js";
export { LatLngBounds, toLatLngBounds as latLngBounds } from "leaflet/src/geo/LatLngBounds.js";
export { Point, toPoint as point } from "leaflet/src/geometry/Point.js";
export { Bounds, toBounds as bounds } from "leaflet/src/geometry/Bounds.js";
export { Layer } from "leaflet/src/layer/Layer.js";
export { LayerGroup, layerGroup } from "leaflet/src/layer/LayerGroup.js";
export { FeatureGroup, featureGroup } from "leaflet/src/layer/FeatureGroup.js";
export { GeoJSON, geoJSON, geoJson } from "leaflet/src/layer/GeoJSON.js";
export { DivIcon, divIcon } from "leaflet/src/layer/marker/DivIcon.js";
export { Marker, marker } from "leaflet/src/layer/marker/Marker.js";
export { Path } from "leaflet/src/layer/vector/Path.js";
export { CircleMarker, circleMarker } from "leaflet/src/layer/vector/CircleMarker.js";
export { Circle, circle } from "leaflet/src/layer/vector/Circle.js";
export { Polyline, polyline } from "leaflet/src/layer/vector/Polyline.js";
export { Polygon, polygon } from "leaflet/src/layer/vector/Polygon.js";
