// What the page's second script finds: Leaflet as L, and the map's own parts as mapgen.
import * as L from "./leaflet.js";
import { open } from "./page/open.js";

Object.assign(globalThis, { L, mapgen: { open } });
