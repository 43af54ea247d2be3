// Days since 1970-01-01 and how they are said.

const DAY_MS = 86_400_000;

export type Precision = "day" | "month" | "year" | "interval" | "";

/** First and last day that a date such as 2021, 2015-06 or 2021-08-26 covers, or null. */
export function period(text: string): readonly [number, number] | null {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map((part) => (part ? Number(part) : null));
  const start = Date.UTC(year!, (month ?? 1) - 1, day ?? 1);
  const end = day
    ? start
    : month
      ? Date.UTC(year!, month, 1) - DAY_MS
      : Date.UTC(year! + 1, 0, 1) - DAY_MS;
  return [start / DAY_MS, end / DAY_MS];
}

/** A day, month, year or interval in the reader's words. */
export function said(start: number, end: number, precision: Precision, lang: string): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric" };
  if (precision !== "year") options.month = "long";
  if (precision === "day" || precision === "interval") options.day = "numeric";
  const format = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, options);
  const first = new Date(start * DAY_MS);
  if (precision !== "interval") return format.format(first);
  return format.formatRange(first, new Date(end * DAY_MS));
}
