// Days since 1970-01-01 and how they are said.
import { filled, inDigits, mannerWord } from "./language.js";

const DAY_MS = 86_400_000;

export type Precision = "day" | "month" | "year" | "interval" | "";

/** The day of a date of the Gregorian calendar; months count from 0 and may run over. */
export function dayOf(year: number, month: number, date = 1): number {
  return new Date(0).setUTCFullYear(year, month, date) / DAY_MS;
}

/** Year, month (from 0) and date of a day. */
export function partsOf(day: number): readonly [number, number, number] {
  const date = new Date(day * DAY_MS);
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
}

/** First and last day that a date such as 2021, 2015-06 or 2021-08-26 covers, or null. */
export function period(text: string): readonly [number, number] | null {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map((part) => (part ? Number(part) : null));
  const start = dayOf(year!, (month ?? 1) - 1, day ?? 1);
  if (day) return [start, start];
  return [start, (month ? dayOf(year!, month) : dayOf(year! + 1, 0)) - 1];
}

/** The shortest date whose first (0) or last (1) day is this one. */
export function shortest(day: number, side: 0 | 1): string {
  const iso = new Date(day * DAY_MS).toISOString().slice(0, 10);
  return [iso.slice(0, 4), iso.slice(0, 7)].find((text) => period(text)?.[side] === day) ?? iso;
}

/** An end of an interval that is open lies at least so many days from 1970. */
const OPEN_DAYS = 2 ** 31 - 1;
const OPEN = "…";

type Parts = readonly [year: number, month: number, date: number];

/** Lengths of dates such as 2015, 2015-06 and 2015-06-01. */
const LENGTHS = { year: 4, month: 7, day: 10 };
const LONG = "month.";
const SHORT = "month.short.";

/** A day, month, year or interval in the reader's words; page/dates.py says the same. */
export function said(start: number, end: number, precision: Precision, lang: string): string {
  if (precision !== "interval") return one(start, LENGTHS[precision || "day"], lang, LONG);
  const [near, far] = [start > -OPEN_DAYS, end < OPEN_DAYS];
  if (near && far) return both(start, end, LENGTHS.day, lang, LONG);
  const known = near ? start : end;
  if (!near && !far) return OPEN;
  const day = one(known, LENGTHS.day, lang, LONG);
  return near ? span(day, OPEN, lang) : span(OPEN, day, lang);
}

/** A date as long as 2015, 2015-06 or 2015-06-01. */
export function ofLength(day: number, length: number, lang: string): string {
  return one(day, length, lang, LONG);
}

/** Both ends of a period; what they share stands once: "2" and "3 August 2020", or where a language
 * says the year first "2020 August 2" and "3". */
export function ends(
  start: number,
  end: number,
  length: number,
  lang: string,
): readonly [string, string] {
  const [from, to] = [partsOf(start), partsOf(end)];
  const whole = [one(start, length, lang, LONG), one(end, length, lang, LONG)] as const;
  if (from[0] !== to[0] || length === LENGTHS.year) return whole;
  const isYearFirst = mannerWord(lang, "date.day").startsWith("{year}");
  const rest = isYearFirst ? to : from;
  const short =
    from[1] === to[1] ? inDigits(String(rest[2]), lang) : ofYear(rest, length, lang, LONG);
  return isYearFirst ? [whole[0], short] : [short, whole[1]];
}

/** A period in words as short as its ends allow: in years, months or days. */
export function saidPeriod(from: number, to: number, lang: string): string {
  const length = Math.max(shortest(from, 0).length, shortest(to, 1).length);
  return both(from, to, length, lang, SHORT);
}

/** What a tick of an axis says: its year, its month, or its day of a month. */
export function tick(day: number, part: keyof typeof LENGTHS, lang: string): string {
  const parts = partsOf(day);
  if (part === "year") return one(day, LENGTHS.year, lang, SHORT);
  return ofYear(parts, LENGTHS[part], lang, SHORT);
}

/** A date of a length. */
function one(day: number, length: number, lang: string, names: string): string {
  const parts = partsOf(day);
  if (length === LENGTHS.year) return inDigits(String(parts[0]), lang);
  if (length === LENGTHS.month) return inYear(ofYear(parts, length, lang, names), parts, lang);
  return dated(String(parts[2]), parts, lang, names);
}

/** Two dates of a length; what they share is said once. */
function both(start: number, end: number, length: number, lang: string, names: string): string {
  const [from, to] = [partsOf(start), partsOf(end)];
  const [first, last] = [start, end].map((day) => one(day, length, lang, names));
  if (from[0] !== to[0] || first === last) return span(first!, last!, lang);
  if (from[1] === to[1])
    return dated(span(String(from[2]), String(to[2]), lang), from, lang, names);
  const ends = [from, to].map((parts) => ofYear(parts, length, lang, names));
  return inYear(span(ends[0]!, ends[1]!, lang), from, lang);
}

/** A month, or a day of one. */
function ofYear(parts: Parts, length: number, lang: string, names: string): string {
  const month = nameOf(parts, lang, names);
  if (length === LENGTHS.month) return month;
  return inDigits(filled(lang, "date.of", { day: String(parts[2]), month }), lang);
}

function inYear(month: string, [year]: Parts, lang: string): string {
  return inDigits(filled(lang, "date.month", { month, year: String(year) }), lang);
}

function dated(day: string, parts: Parts, lang: string, names: string): string {
  const gaps = { day, month: nameOf(parts, lang, names), year: String(parts[0]) };
  return inDigits(filled(lang, "date.day", gaps), lang);
}

function nameOf([, month]: Parts, lang: string, names: string): string {
  return mannerWord(lang, `${names}${month + 1}`);
}

function span(from: string, to: string, lang: string): string {
  return from === to ? from : filled(lang, "date.span", { from, to });
}
