// The axis below the bars: years, or months and days where the period is short.
import { drawn } from "../page/element.js";
import { partsOf, tick } from "../page/dates.js";
import type { Scale } from "./timeline-scale.js";
import { floor, howMany, later, UNITS, type Unit } from "./timeline-units.js";

const LABEL_PX = 46;
/** The last label may reach beyond the bars, into the margin. */
const LEAST_PX = 8;

/** Ticks with their labels, of the finest unit whose labels do not meet. */
export function axis(scale: Scale, top: number, lang: string): SVGElement[] {
  const days = scale.last + 1 - scale.first;
  const fits = (unit: Unit): boolean => howMany(days, unit) * LABEL_PX <= scale.width;
  const unit = UNITS.find(fits) ?? UNITS.at(-1)!;
  const found = [];
  for (let day = floor(scale.first, unit); day <= scale.last; day = later(day, unit)) {
    const room = Math.abs(scale.x(day) - scale.x(scale.last + 1));
    if (day < scale.first || room < LEAST_PX) continue;
    const x = scale.x(day);
    found.push(drawn("path", { class: "mg-time-tick", d: `M${x + 0.5} ${top}v4` }));
    const at = { x: x + (scale.rtl ? -3 : 3), y: top + 11 };
    found.push(drawn("text", at, text(day, unit, lang)));
  }
  return found;
}

function text(day: number, { months }: Unit, lang: string): string {
  if (!months) return tick(day, "day", lang);
  return tick(day, partsOf(day)[1] ? "month" : "year", lang);
}
