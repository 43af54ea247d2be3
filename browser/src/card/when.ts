// When something was, as a phrase: "on 26 August 2021", "in June 2015", "about 2014".
import { ends, ofLength, period, shortest } from "../page/dates.js";
import type { Reader } from "./facts.js";

/** First and last day since 1970-01-01, null where a period is open. */
export interface When {
  readonly from: number | null;
  readonly to: number | null;
  readonly about: boolean;
  readonly uncertain: boolean;
}

/** Letters of an ISO year with its month. */
const MONTH = 7;

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
  return found ? ofLength(found[0], text.length, lang) : text;
}

function openSide(
  from: number | null,
  to: number | null,
  words: Reader["words"],
  lang: string,
): string {
  if (from === null && to === null) return words["date.none"]!;
  const [day, side, key] = from === null ? [to!, 1, "until"] : [from, 0, "since"];
  const date = ofLength(day, shortest(day, side as 0 | 1).length, lang);
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
  const date = ofLength(from, length, lang);
  if (date === ofLength(to, length, lang)) {
    if (about) return words["date.about"]!.replace("{date}", date);
    return words[length > MONTH ? "when.on" : "when.in"]!.replace("{date}", date);
  }
  const [first, last] = ends(from, to, length, lang);
  const phrase = words["when.between"]!.replace("{from}", first).replace("{to}", last);
  return about ? words["when.roughly"]!.replace("{when}", phrase) : phrase;
}
