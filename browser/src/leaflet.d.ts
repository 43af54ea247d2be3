import type { Control, SVG as Svg } from "leaflet";
export * from "leaflet";
export function scaleControl(options?: Control.ScaleOptions): Control.Scale;
export const SVG: typeof Svg;
