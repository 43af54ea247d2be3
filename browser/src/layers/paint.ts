// Marks on a canvas. A sharp symbol is an event at a known place; a hollow one lies somewhere in its ring.
import type { EventType } from "../page/spec.js";
import { groundPx, worldPx } from "./projection.js";
import { trace } from "./symbols.js";
import type { Mark } from "./marks.js";
import { PLACEMENTS, type Events } from "./unpack.js";

export interface Placed {
  readonly mark: Mark;
  /** Centre in canvas pixels. */
  readonly x: number;
  readonly y: number;
}

interface Ink {
  readonly paper: string;
  readonly ink: string;
}

export interface Scene {
  readonly events: Events;
  readonly types: readonly EventType[];
  readonly zoom: number;
  readonly dark: boolean;
  readonly open: ReadonlySet<number>;
}

const LIGHT: Ink = { paper: "#fff", ink: "#2b2a28" };
const DARK: Ink = { paper: "#1d2226", ink: "#eceae6" };
const SHARP_KM = 2;

export function isSharp(events: Events, row: number): boolean {
  return PLACEMENTS[events.placement[row]!] === "point" && !(events.km[row]! > SHARP_KM);
}

function ring(pen: CanvasRenderingContext2D, scene: Scene, at: Placed, row: number): void {
  const { events, types, zoom } = scene;
  const km = events.km[row]!;
  const radius = groundPx(km, events.lat[row]!, zoom);
  if (!(radius > at.mark.radius + 2)) return;
  const color = types[events.type[row]!]!.color;
  const world = worldPx(zoom);
  const x = at.x + (events.x[row]! - at.mark.x) * world;
  const y = at.y + (events.y[row]! - at.mark.y) * world;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.globalAlpha = 0.08;
  pen.fillStyle = color;
  pen.fill();
  pen.globalAlpha = 0.7;
  pen.setLineDash([2, 4]);
  pen.lineWidth = 1.2;
  pen.strokeStyle = color;
  pen.stroke();
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

function single(pen: CanvasRenderingContext2D, scene: Scene, at: Placed, ink: Ink): void {
  const row = at.mark.rows[0]!;
  const { color, symbol } = scene.types[scene.events.type[row]!]!;
  const sharp = isSharp(scene.events, row);
  trace(pen, symbol, at.x, at.y, at.mark.radius);
  pen.lineWidth = sharp ? 3.5 : 5;
  pen.strokeStyle = ink.paper;
  pen.stroke();
  pen.fillStyle = sharp ? color : ink.paper;
  pen.fill();
  if (sharp) return;
  pen.lineWidth = 2.2;
  pen.strokeStyle = color;
  pen.stroke();
}

/** Several events: a disc with their number, and a ring that shows the share of each type. */
function shared(pen: CanvasRenderingContext2D, scene: Scene, at: Placed, ink: Ink): void {
  const { rows, radius } = at.mark;
  pen.beginPath();
  pen.arc(at.x, at.y, radius + 1.5, 0, 2 * Math.PI);
  pen.fillStyle = ink.paper;
  pen.fill();
  let from = -Math.PI / 2;
  scene.types.forEach((type, number) => {
    const share = rows.filter((row) => scene.events.type[row] === number).length / rows.length;
    if (share === 0) return;
    pen.beginPath();
    pen.arc(at.x, at.y, radius - 1.25, from, (from += share * 2 * Math.PI));
    pen.lineWidth = 2.5;
    pen.strokeStyle = type.color;
    pen.stroke();
  });
  pen.fillStyle = ink.ink;
  pen.font = `600 ${radius > 13 ? 13 : 11}px system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(String(rows.length), at.x, at.y + 0.5);
}

function halo(pen: CanvasRenderingContext2D, at: Placed, ink: Ink): void {
  pen.beginPath();
  pen.arc(at.x, at.y, at.mark.radius + 5, 0, 2 * Math.PI);
  pen.lineWidth = 2.5;
  pen.strokeStyle = ink.ink;
  pen.stroke();
}

export function paint(
  pen: CanvasRenderingContext2D,
  scene: Scene,
  placed: readonly Placed[],
): void {
  const ink = scene.dark ? DARK : LIGHT;
  for (const at of placed)
    for (const row of widest(scene.events, at.mark)) ring(pen, scene, at, row);
  for (const at of placed) {
    if (at.mark.rows.length === 1) single(pen, scene, at, ink);
    else shared(pen, scene, at, ink);
    if (at.mark.rows.some((row) => scene.open.has(row))) halo(pen, at, ink);
  }
}

/** The row with the widest ring of a mark: one ring says it for all. */
function widest(events: Events, mark: Mark): number[] {
  const uncertain = mark.rows.filter((row) => events.km[row]! > SHARP_KM);
  return uncertain.sort((a, b) => events.km[b]! - events.km[a]!).slice(0, 1);
}
