// When something was, as a phrase: "on 26 August 2021", "in June 2015", "about 2014".
import { period, shortest, writer } from "../page/dates.js";
import type { Reader } from "./facts.js";

/** First and last day since 1970-01-01, null where a period is open. */
export interface When {
  readonly from: number | null;
  readonly to: number | null;
  readonly about: boolean;
  readonly uncertain: boolean;
}

const DAY_MS = 86_400_000;
/** Letters of an ISO year and of a year with its month. */
const [YEAR, MONTH] = [4, 7];

/** When a date such as 2014~, 2021-08-26 or 0800~/1000~ is; null where it is none of these. */
export function readWhen(text: string): When | null {
  const [first, last = first] = text.split("/") as [string, string?];
  const side = (part: string, end: 0 | 1): number | null | undefined =>
    /^(\.\.)?$/.test(part) ? null : period(part.replace(/[~?%]+$/, ""))?.[end];
  const [from, to] = [side(first, 0), side(last, 1)];
  if (from === undefined || to === undefined || (from ?? to) === null) return null;
  return { from, to, about: /[~%]/.test(text), uncertain: /[?%]/.test(text) };
}

/** The phrase, as precise as the days allow: a whole year is never said as its days. */
export function sayWhen({ from, to, about, uncertain }: When, { words, lang }: Reader): string {
  const said = from === null || to === null ? openSide(from, to, words, lang) : null;
  const whole = said ?? closed(from!, to!, about, words, lang);
  const text = said && about ? words["when.roughly"]!.replace("{when}", said) : whole;
  return uncertain ? words["date.uncertain"]!.replace("{date}", text) : text;
}

/** A date such as that of a source in bare words: 16 June 2015; as it stands where it is none. */
export function sayDate(text: string, lang: string): string {
  const found = period(text);
  return found ? format(text.length, lang).format(found[0] * DAY_MS) : text;
}

function openSide(
  from: number | null,
  to: number | null,
  words: Reader["words"],
  lang: string,
): string {
  if (from === null && to === null) return words["date.none"]!;
  const [day, side, key] = from === null ? [to!, 1, "until"] : [from, 0, "since"];
  const date = format(shortest(day, side as 0 | 1).length, lang).format(day * DAY_MS);
  return words[`when.${key}`]!.replace("{date}", date);
}

function closed(
  from: number,
  to: number,
  about: boolean,
  words: Reader["words"],
  lang: string,
): string {
  const length = Math.max(shortest(from, 0).length, shortest(to, 1).length);
  const writes = format(length, lang);
  const date = writes.format(from * DAY_MS);
  if (date === writes.format(to * DAY_MS)) {
    if (about) return words["date.about"]!.replace("{date}", date);
    return words[length > MONTH ? "when.on" : "when.in"]!.replace("{date}", date);
  }
  const [first, last] = ends(writes, from, to);
  const phrase = words["when.between"]!.replace("{from}", first).replace("{to}", last);
  return about ? words["when.roughly"]!.replace("{when}", phrase) : phrase;
}

/** Both ends of a period, what they share said once: "2" and "3 August 2020". */
function ends(writes: Intl.DateTimeFormat, from: number, to: number): readonly [string, string] {
  const parts = writes.formatRangeToParts(from * DAY_MS, to * DAY_MS);
  const second = parts.findIndex(({ source }) => source === "endRange");
  // What both share stands before the first or after the second; between them is a dash.
  const first = parts.slice(0, second);
  while (first.at(-1)?.source === "shared") first.pop();
  const text = (some: typeof parts): string => some.map(({ value }) => value).join("");
  return [text(first), text(parts.slice(second))];
}

function format(length: number, lang: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = { year: "numeric" };
  if (length > YEAR) options.month = "long";
  if (length > MONTH) options.day = "numeric";
  return writer(lang, options);
}
