// Marks on a canvas. A symbol is an event at a known place, one in a ring lies somewhere within it;
// the outline says who is said to have done it: see ./forms.ts.
import type { EventType } from "../page/spec.js";
import { formOf, type Form } from "./forms.js";
import { hueOf, inkOf, MARKS, type Ink } from "./marks-style.js";
import type { Mark } from "./marks.js";
import { disc, numbered, tell } from "./paint-disc.js";
import { groundPx, worldPx } from "./projection.js";
import { Stamps, type Spot } from "./stamps.js";
import { outline, symbol, type At, type Look, type Pen } from "./symbols.js";
import { latOf, NOWHERE, placeX, placeY, type Events } from "./unpack.js";

export interface Placed {
  readonly mark: Mark;
  /** Centre in canvas pixels. */
  readonly x: number;
  readonly y: number;
}

export interface Scene {
  readonly events: Events;
  readonly types: readonly EventType[];
  readonly zoom: number;
  readonly dark: boolean;
  /** In whose digits numbers stand. */
  readonly lang: string;
  formOf(mark: Mark): Form;
}

/** A scene as it is painted. */
export interface Painted extends Scene {
  readonly ink: Ink;
  /** The colour of each type. */
  readonly hues: readonly string[];
}

/** The radius of all that is drawn of a mark, but for a ring of true size. */
export function drawnRadius({ count, radius }: Mark, { soft }: Pick<Form, "soft">): number {
  if (!soft) return radius;
  return count === 1 ? radius * MARKS.around : radius + MARKS.gap;
}

/** Below this radius a mark of several events has no room for the shares of its types. */
export const SHARES_PX = 4.5;

export class Painter {
  readonly #stamps = new Stamps();
  /** Words for what was painted last, which the legend explains. */
  readonly drawn = new Set<string>();

  paint(pen: Pen, given: Scene, placed: readonly Placed[]): void {
    const hues = given.types.map(({ color }) => hueOf(color, given.dark));
    const scene: Painted = { ...given, ink: inkOf(given.dark), hues };
    this.drawn.clear();
    const rings = placed.map((at) => (at.mark.widest === NOWHERE ? 0 : ring(pen, scene, at)));
    const small: Spot[] = [];
    const told: Placed[] = [];
    placed.forEach((at, number) => {
      const { radius } = at.mark;
      const form = scene.formOf(at.mark);
      this.#note(scene, at.mark, form, rings[number]! > 0);
      if (radius < SHARES_PX)
        small.push({ ...at, radius, look: lookOf(scene, at.mark, form, rings[number]! > 0) });
      else if (at.mark.count === 1) single(pen, scene, at, form, rings[number]!);
      else {
        disc(pen, scene, at, form);
        if (numbered(at.mark.count, radius)) told.push(at);
      }
    });
    if (small.length) this.#stamps.set(pen, small, (own, spot) => little(own, scene, spot));
    for (const at of told) tell(pen, scene, at);
  }

  /** A ring round a mark that is being read. */
  halo(pen: Pen, { x, y, mark }: Placed, dark: boolean): void {
    pen.beginPath();
    pen.arc(x, y, mark.radius + 5, 0, 2 * Math.PI);
    pen.lineWidth = 2.5;
    pen.strokeStyle = inkOf(dark).ink;
    pen.stroke();
  }

  #note({ events, types }: Scene, mark: Mark, { soft, line }: Form, ringed: boolean): void {
    const { count, radius, shares, some } = mark;
    const { drawn } = this;
    if (count === 1) drawn.add(`type.${types[events.type[some]!]!.id}`).add(line);
    else {
      drawn.add(radius < SHARES_PX ? "dot" : numbered(count, radius) ? "disc" : "pie");
      if (line !== "solid") drawn.add(line);
      shares.forEach((share, type) => share && drawn.add(`type.${types[type]!.id}`));
    }
    if (soft || ringed) drawn.add("soft");
    else if (count === 1) drawn.add("sharp");
  }
}

/** Draws the widest ring of a mark in its true size and returns its radius: 0 where it would hide. */
function ring(pen: Pen, scene: Painted, at: Placed): number {
  const { events, zoom, hues } = scene;
  const row = at.mark.widest;
  const radius = groundPx(events.km[row]!, latOf(events, row), zoom);
  if (!(radius > drawnRadius(at.mark, { soft: true }))) return 0;
  const world = worldPx(zoom);
  const x = at.x + (placeX(events, row) - at.mark.x) * world;
  const y = at.y + (placeY(events, row) - at.mark.y) * world;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.globalAlpha = 0.08;
  pen.fillStyle = hues[events.type[row]!]!;
  pen.fill();
  pen.globalAlpha = 1;
  outline(pen, hues[events.type[row]!]!, formOf(events, row));
  return radius;
}

function single(pen: Pen, scene: Painted, at: Placed, form: Form, ringPx: number): void {
  const type = scene.events.type[at.mark.some]!;
  const look = { shape: scene.types[type]!.symbol, form, hue: scene.hues[type]! };
  const radius = at.mark.radius;
  if (form.soft) soften(pen, { ...at, radius }, look, scene.ink, ringPx === 0);
  symbol(pen, { ...at, radius: form.soft ? radius * MARKS.core : radius }, look, scene.ink);
}

/** What lies under the small symbol of a place that is not known: a wash, and a ring if none is yet. */
function soften(pen: Pen, at: At, { form, hue }: Look, { paper }: Ink, alone: boolean): void {
  pen.beginPath();
  pen.arc(at.x, at.y, at.radius * MARKS.around, 0, 2 * Math.PI);
  pen.globalAlpha = 0.75;
  pen.fillStyle = paper;
  pen.fill();
  pen.globalAlpha = 0.25;
  pen.fillStyle = hue;
  pen.fill();
  pen.globalAlpha = 1;
  if (alone) outline(pen, hue, form);
}

/** How a small mark looks: the number of its commonest type, its form, and by which light. */
function lookOf({ events, dark }: Scene, mark: Mark, form: Form, ringed: boolean): string {
  const { shares, count, some } = mark;
  let most = events.type[some]!;
  if (count > 1)
    for (let type = 0; type < shares.length; type++) if (shares[type]! > shares[most]!) most = type;
  const sure = form.soft ? (ringed ? "ringed" : "soft") : "sharp";
  return `${most} ${count === 1 ? "symbol" : "disc"} ${form.line} ${sure} ${dark}`;
}

/** A mark too small for more than a colour, a shape and a trace of its form. */
function little(pen: Pen, { types, hues, ink }: Painted, { radius, look }: Spot): void {
  const [type, kind, line, sure] = look.split(" ") as [string, string, Form["line"], string];
  const shape = kind === "disc" ? "circle" : types[Number(type)]!.symbol;
  const form = { soft: sure !== "sharp", line };
  const own = { shape, form, hue: hues[Number(type)]! };
  if (form.soft)
    soften(pen, { x: 0, y: 0, radius: radius / MARKS.around }, own, ink, sure === "soft");
  symbol(pen, { x: 0, y: 0, radius: form.soft ? radius * 0.5 : radius }, own, ink);
}
