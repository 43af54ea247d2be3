// Marks on a canvas. A sharp symbol is an event at a known place; a hollow one lies somewhere in its ring.
import type { EventType } from "../page/spec.js";
import type { Mark } from "./marks.js";
import { isSharp } from "./placement.js";
import { groundPx, worldPx } from "./projection.js";
import { Stamps, type Spot } from "./stamps.js";
import { trace } from "./symbols.js";
import { latOf, NOWHERE, placeX, placeY, type Events } from "./unpack.js";

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
}

type Pen = CanvasRenderingContext2D;

const LIGHT: Ink = { paper: "#fff", ink: "#2b2a28" };
const DARK: Ink = { paper: "#1d2226", ink: "#eceae6" };
/** Below this radius a mark of several events has no room for the shares of its types. */
const SHARES_PX = 4.5;
const DIGIT_PX = 6.4;

export class Painter {
  readonly #stamps = new Stamps();

  paint(pen: Pen, scene: Scene, placed: readonly Placed[]): void {
    const ink = scene.dark ? DARK : LIGHT;
    for (const at of placed) if (at.mark.widest !== NOWHERE) ring(pen, scene, at);
    const small: Spot[] = [];
    for (const at of placed) {
      const { radius } = at.mark;
      if (radius < SHARES_PX)
        small.push({ x: at.x, y: at.y, radius, look: lookOf(scene, at.mark) });
      else if (at.mark.count === 1) single(pen, scene, at, ink);
      else shared(pen, scene, at, ink);
    }
    if (small.length) this.#stamps.set(pen, small, (own, spot) => little(own, scene, spot, ink));
  }

  /** A ring round a mark that is being read. */
  halo(pen: Pen, { x, y, mark }: Placed, dark: boolean): void {
    pen.beginPath();
    pen.arc(x, y, mark.radius + 5, 0, 2 * Math.PI);
    pen.lineWidth = 2.5;
    pen.strokeStyle = (dark ? DARK : LIGHT).ink;
    pen.stroke();
  }
}

function ring(pen: Pen, { events, types, zoom }: Scene, at: Placed): void {
  const row = at.mark.widest;
  const radius = groundPx(events.km[row]!, latOf(events, row), zoom);
  if (!(radius > at.mark.radius + 2)) return;
  const { color } = types[events.type[row]!]!;
  const world = worldPx(zoom);
  const x = at.x + (placeX(events, row) - at.mark.x) * world;
  const y = at.y + (placeY(events, row) - at.mark.y) * world;
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

function single(pen: Pen, scene: Scene, at: Placed, ink: Ink): void {
  const row = at.mark.some;
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
function shared(pen: Pen, scene: Scene, at: Placed, ink: Ink): void {
  const { shares, count, radius } = at.mark;
  pen.beginPath();
  pen.arc(at.x, at.y, radius + 1.5, 0, 2 * Math.PI);
  pen.fillStyle = ink.paper;
  pen.fill();
  const number = String(count);
  const told = number.length * DIGIT_PX + 2 < 2 * (radius - 2.5);
  // Without room for the number the ring is the whole disc.
  const width = told ? 2.5 : radius;
  let from = -Math.PI / 2;
  scene.types.forEach(({ color }, type) => {
    const share = shares[type]! / count;
    if (share === 0) return;
    pen.beginPath();
    pen.arc(at.x, at.y, radius - width / 2, from, (from += share * 2 * Math.PI));
    pen.lineWidth = width;
    pen.strokeStyle = color;
    pen.stroke();
  });
  if (!told) return;
  pen.fillStyle = ink.ink;
  pen.font = `600 ${radius > 13 ? 13 : 11}px system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(number, at.x, at.y + 0.5);
}

/** How a small mark looks: the number of its commonest type, what it is, and by which light. */
function lookOf({ events, dark }: Scene, { shares, count, some }: Mark): string {
  if (count === 1)
    return `${events.type[some]} ${isSharp(events, some) ? "sharp" : "hollow"} ${dark}`;
  let most = 0;
  for (let type = 1; type < shares.length; type++) if (shares[type]! > shares[most]!) most = type;
  return `${most} disc ${dark}`;
}

/** A mark too small for more than a colour and a shape. */
function little(pen: Pen, { types }: Scene, { x, y, radius, look }: Spot, ink: Ink): void {
  const [type, kind] = look.split(" ") as [string, string];
  const { color, symbol } = types[Number(type)]!;
  trace(pen, kind === "disc" ? "circle" : symbol, x, y, radius);
  pen.lineWidth = 1.4;
  pen.strokeStyle = ink.paper;
  pen.stroke();
  pen.fillStyle = kind === "hollow" ? ink.paper : color;
  pen.fill();
  if (kind !== "hollow") return;
  pen.lineWidth = 1.2;
  pen.strokeStyle = color;
  pen.stroke();
}
