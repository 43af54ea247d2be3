// The four symbols of event types round a centre; the same on the canvas and in the legend.
import { drawn, type Attributes } from "../page/element.js";
import type { Shape } from "../page/spec.js";
import { PLAIN, type Form } from "./forms.js";
import { MARKS, type Ink } from "./marks-style.js";

export type Pen = CanvasRenderingContext2D;

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

export interface At {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface Look {
  readonly shape: Shape;
  readonly form: Form;
  readonly hue: string;
}

function trace(pen: Pen, shape: Shape, { x, y, radius }: At): void {
  pen.beginPath();
  const corners = CORNERS[shape];
  if (corners.length === 0) pen.arc(x, y, radius, 0, 2 * Math.PI);
  for (const [dx, dy] of corners) pen.lineTo(x + dx * radius, y + dy * radius);
  pen.closePath();
}

/** Full where claimed or nothing is stated, pale in a broken line where attributed, hollow where disputed. */
export function symbol(pen: Pen, at: At, { shape, form, hue }: Look, { paper }: Ink): void {
  const { soft, line } = form;
  const solid = line === "solid";
  trace(pen, shape, at);
  pen.lineWidth = soft ? Math.min(1.5, at.radius / 3) : Math.min(solid ? 3.5 : 5, at.radius);
  pen.strokeStyle = pen.fillStyle = paper;
  pen.stroke();
  pen.fill();
  pen.fillStyle = hue;
  if (line === "dashed") pen.globalAlpha = MARKS.tint;
  if (line !== "hollow") pen.fill();
  pen.globalAlpha = 1;
  if (solid) return;
  if (line === "dashed") pen.setLineDash(MARKS.dash.map((part) => part * at.radius));
  pen.lineWidth = at.radius / 3.2;
  pen.strokeStyle = hue;
  pen.stroke();
  pen.setLineDash([]);
}

/** A thin line along the path, broken for what is attributed. */
export function outline(pen: Pen, hue: string, { line }: Form): void {
  if (line === "dashed") pen.setLineDash([3.5, 2.5]);
  pen.lineWidth = 1.2;
  pen.strokeStyle = hue;
  pen.stroke();
  pen.setLineDash([]);
}

function shaped(shape: Shape, radius: number, attributes: Attributes): SVGElement {
  const corners = CORNERS[shape];
  if (corners.length === 0) return drawn("circle", { r: radius, ...attributes });
  const points = corners.map(([dx, dy]) => `${dx * radius},${dy * radius}`).join(" ");
  return drawn("polygon", { points, ...attributes });
}

/** The parts of a symbol of a radius round the origin; they take their colour from the style sheet. */
export function glyph(shape: Shape, radius: number, { soft, line }: Form): SVGElement[] {
  const core = soft ? radius * MARKS.core : radius;
  const dash = MARKS.dash.map((part) => part * core).join(" ");
  const symbol = shaped(shape, core, {
    class: `mg-form mg-${line}`,
    "stroke-width": core / 3.2,
    "stroke-dasharray": line === "dashed" ? dash : null,
  });
  if (!soft) return [symbol];
  return [drawn("circle", { r: radius * MARKS.around, class: "mg-around" }), symbol];
}

/** A small picture of parts round the origin. */
export function picture(...parts: SVGElement[]): SVGSVGElement {
  return drawn(
    "svg",
    { class: "mg-swatch", viewBox: "-9 -9 18 18", "aria-hidden": "true" },
    ...parts,
  );
}

/** A picture in a colour of the data, which the style sheet makes lighter in the dark. */
export function hued<T extends HTMLElement | SVGElement>(picture: T, color: string): T {
  picture.classList.add("mg-hue");
  picture.style.setProperty("--color", color);
  return picture;
}

/** The symbol of a type for the legend and lists. */
export function swatch(shape: Shape, color: string): SVGSVGElement {
  return hued(picture(...glyph(shape, 6, PLAIN)), color);
}
