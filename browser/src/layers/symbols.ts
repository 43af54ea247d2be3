// The four symbols of event types, as outlines round a centre; the same on the canvas and in the legend.
import type { Shape } from "../page/spec.js";
import { drawn } from "../page/element.js";

type Corner = readonly [number, number];

/** Corners for a radius of 1, of about the same area as the circle; an empty list is the circle. */
const CORNERS: Readonly<Record<Shape, readonly Corner[]>> = {
  circle: [],
  square: [
    [-0.89, -0.89],
    [0.89, -0.89],
    [0.89, 0.89],
    [-0.89, 0.89],
  ],
  triangle: [
    [0, -1.35],
    [1.17, 0.7],
    [-1.17, 0.7],
  ],
  diamond: [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ],
};

export function trace(
  pen: CanvasRenderingContext2D,
  shape: Shape,
  x: number,
  y: number,
  r: number,
): void {
  pen.beginPath();
  const corners = CORNERS[shape];
  if (corners.length === 0) pen.arc(x, y, r, 0, 2 * Math.PI);
  for (const [dx, dy] of corners) pen.lineTo(x + dx * r, y + dy * r);
  pen.closePath();
}

/** The symbol as a small picture for the legend. */
export function swatch(shape: Shape, color: string): SVGSVGElement {
  const corners = CORNERS[shape];
  const points = corners.map(([dx, dy]) => `${8 + dx * 5},${8 + dy * 5}`).join(" ");
  const outline =
    corners.length === 0
      ? drawn("circle", { cx: 8, cy: 8, r: 5, fill: color })
      : drawn("polygon", { points, fill: color });
  return drawn("svg", { class: "mg-swatch", viewBox: "0 0 16 16", "aria-hidden": "true" }, outline);
}
