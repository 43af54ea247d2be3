// The mark of several events: a disc with their number, and a ring that shows the share of each type.
import { inDigits } from "../page/language.js";
import type { Form } from "./forms.js";
import type { Mark } from "./marks.js";
import { MARKS } from "./marks-style.js";
import type { Painted, Placed } from "./paint.js";
import { outline, type Pen } from "./symbols.js";

const DIGIT_PX = 6.4;
/** Of the larger letters, in a system's widest. */
const LARGE_DIGIT_PX = 8.6;
/** From this radius on a number that has room for it is set larger. */
const LARGE_PX = 13;
const SHARE_PX = 2.5;
const PAPER_PX = 1.5;
const HALO_PX = 3;

/** Whether a disc has room for its number. */
export function numbered(count: number, radius: number): boolean {
  return fits(count, radius, DIGIT_PX);
}

/** The discs that tell a number, no larger than it is. */
export function numbersOf(marks: readonly Mark[]): Mark[] {
  const told = marks.filter(({ count, radius }) => count > 1 && numbered(count, radius));
  return told.map((mark) => {
    const reach = (String(mark.count).length * LARGE_DIGIT_PX) / 2;
    return { ...mark, radius: Math.min(mark.radius, reach) };
  });
}

function fits(count: number, radius: number, digitPx: number): boolean {
  return String(count).length * digitPx + 2 < 2 * (radius - SHARE_PX);
}

export function disc(pen: Pen, scene: Painted, at: Placed, form: Form): void {
  const { count, radius } = at.mark;
  if (form.soft) {
    circle(pen, at, radius + MARKS.gap, scene.ink.paper);
    outline(pen, scene.ink.ink, form);
  } else circle(pen, at, radius + PAPER_PX, scene.ink.paper);
  // Without room for the number the ring is the whole disc.
  shares(pen, scene, at, numbered(count, radius) ? SHARE_PX : radius, form);
}

/** Writes the number of a disc, to be read where smaller marks of a crowd lie upon it. */
export function tell(pen: Pen, { ink, lang }: Painted, { x, y, mark }: Placed): void {
  const { count, radius } = mark;
  const isLarge = radius > LARGE_PX && fits(count, radius, LARGE_DIGIT_PX);
  pen.font = `600 ${isLarge ? 13 : 11}px system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = HALO_PX;
  pen.strokeStyle = ink.paper;
  pen.fillStyle = ink.ink;
  const text = inDigits(String(count), lang);
  pen.strokeText(text, x, y + 0.5);
  pen.fillText(text, x, y + 0.5);
}

function circle(pen: Pen, { x, y }: Placed, radius: number, fill: string): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = fill;
  pen.fill();
}

/** Arcs from the top clockwise, in the order of the types; those of a hollow form are two thin lines. */
function shares(pen: Pen, scene: Painted, at: Placed, width: number, { line }: Form): void {
  const { shares: counts, count, radius } = at.mark;
  let from = -Math.PI / 2;
  if (line === "dashed") pen.setLineDash([4, 2.5]);
  scene.hues.forEach((hue, type) => {
    const share = counts[type]! / count;
    if (share === 0) return;
    pen.beginPath();
    pen.arc(at.x, at.y, radius - width / 2, from, (from += share * 2 * Math.PI));
    pen.lineWidth = width;
    pen.strokeStyle = hue;
    pen.stroke();
  });
  pen.setLineDash([]);
  if (line !== "hollow") return;
  pen.beginPath();
  pen.arc(at.x, at.y, radius - width / 2, 0, 2 * Math.PI);
  pen.lineWidth = width / 2.5;
  pen.strokeStyle = scene.ink.paper;
  pen.stroke();
}
