// Days since 1970-01-01 and how they are said.

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

/** A writer of dates in the reader's language, in the calendar of the data. */
export function writer(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(options);
  const known = WRITERS.get(key);
  if (known) return known;
  const whole = { timeZone: "UTC", calendar: "gregory", ...options };
  const made = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, whole);
  WRITERS.set(key, made);
  return made;
}

/** A writer takes a hundred times as long to make as to write, and every mark is named with a date. */
const WRITERS = new Map<string, Intl.DateTimeFormat>();

/** A day, month, year or interval in the reader's words. */
export function said(start: number, end: number, precision: Precision, lang: string): string {
  const options: Intl.DateTimeFormatOptions = { year: "numeric" };
  if (precision !== "year") options.month = "long";
  if (precision === "day" || precision === "interval") options.day = "numeric";
  const format = writer(lang, options);
  const first = new Date(start * DAY_MS);
  if (precision !== "interval") return format.format(first);
  return format.formatRange(first, new Date(end * DAY_MS));
}

/** A day, month or year in English, which needs no Intl, whose first answer takes 35 ms. */
export function briefly(day: number, length: number): string {
  const [, date, month, year] = new Date(day * DAY_MS).toUTCString().split(" ");
  return [length > 7 && Number(date), length > 4 && month, year].filter(Boolean).join(" ");
}

/** A period in words as short as its ends allow: in years, months or days. */
export function saidPeriod(from: number, to: number, lang: string): string {
  const length = Math.max(shortest(from, 0).length, shortest(to, 1).length);
  if (lang === "en") {
    const [first, last] = [briefly(from, length), briefly(to, length)];
    if (first === last) return first;
    // The year is said once where it is one.
    const year = last.slice(-4);
    return `${length > 4 && first.endsWith(year) ? first.slice(0, -5) : first} – ${last}`;
  }
  const options: Intl.DateTimeFormatOptions = { year: "numeric" };
  if (length > 4) options.month = "short";
  if (length > 7) options.day = "numeric";
  return writer(lang, options).formatRange(from * DAY_MS, to * DAY_MS);
}
