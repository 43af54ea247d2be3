// The units of the timeline: how wide a bar is, how far a press of Play moves on.
import { partsOf, dayOf } from "../page/dates.js";

export interface Unit {
  /** Its name is the word `time.ID`. */
  readonly id: string;
  /** Length in days, or else in months of the calendar. */
  readonly days: number;
  readonly months: number;
}

const MONTH_DAYS = 30.437;
const unit = (id: string, days: number, months = 0): Unit => ({ id, days, months });

/** From the shortest to the longest. */
export const UNITS: readonly Unit[] = [
  unit("day", 1),
  unit("week", 7),
  unit("month", 0, 1),
  unit("quarter", 0, 3),
  unit("year", 0, 12),
  unit("years5", 0, 60),
  unit("decade", 0, 120),
  unit("years50", 0, 600),
  unit("century", 0, 1200),
];

/** About how many of a unit there are in a number of days. */
export function howMany(days: number, { days: each, months }: Unit): number {
  return days / (each || months * MONTH_DAYS);
}

/** The first day of the unit that a day lies in; weeks begin on Monday. */
export function floor(day: number, { days, months }: Unit): number {
  // Day 0 is a Thursday.
  if (days) return days === 1 ? day : day - ((((day + 3) % days) + days) % days);
  const [year, month] = partsOf(day);
  const count = year * 12 + month;
  return dayOf(0, count - (count % months));
}

/** The day one unit later: the same date of a later month, or that month's last. */
export function later(day: number, { days, months }: Unit): number {
  if (days) return day + days;
  const [year, month, date] = partsOf(day);
  return Math.min(dayOf(year, month + months, date), dayOf(year, month + months + 1) - 1);
}

/** First days of the units that cover a period, and the day after the last of them. */
export function edges(from: number, to: number, of: Unit): Int32Array {
  const found = [floor(from, of)];
  while (found.at(-1)! <= to) found.push(later(found.at(-1)!, of));
  return Int32Array.from(found);
}
