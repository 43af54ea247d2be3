// What the numbers of an event say of it in words: its date, its deaths, who said who did it.
import { APPROXIMATE, DATED, OPEN_END, OPEN_START, UNCERTAIN } from "../layers/days.js";
import type { Events } from "../layers/unpack.js";
import { said, type Precision } from "../page/dates.js";
import { written, type Words } from "../page/spec.js";
import { sayWhen } from "./when.js";

export interface Reader {
  readonly words: Words;
  readonly lang: string;
}

const PRECISIONS: readonly Precision[] = ["", "day", "month", "year", "interval"];
const ATTRIBUTIONS = ["", "claimed", "attributed", "disputed", "coded", "none"];

/** The date as precisely as it is known; "" for an undated event. */
export function dateOf(events: Events, row: number, { words, lang }: Reader): string {
  const code = events.precision[row]!;
  const [start, end] = [events.start[row]!, events.end[row]!];
  const precision = PRECISIONS[code & DATED] ?? "";
  if (!precision) return "";
  let text = said(start, end, precision, lang);
  if (code & APPROXIMATE) text = words["date.about"]!.replace("{date}", text);
  return code & UNCERTAIN ? words["date.uncertain"]!.replace("{date}", text) : text;
}

/** The same as a phrase, "in June 2015"; "" for an undated event. */
export function whenOf(events: Events, row: number, reader: Reader): string {
  const code = events.precision[row]!;
  if (!(code & DATED)) return "";
  const when = {
    from: code & OPEN_START ? null : events.start[row]!,
    to: code & OPEN_END ? null : events.end[row]!,
    about: Boolean(code & APPROXIMATE),
    uncertain: Boolean(code & UNCERTAIN),
  };
  return sayWhen(when, reader);
}

interface Deaths {
  readonly best: string | null;
  readonly low: string | null;
  readonly high: string | null;
}

/** Each figure in words, null where it is not known. */
function deathsOf(events: Events, row: number, lang: string): Deaths {
  const number = (n: number): string | null => (n >= 0 ? written(n, lang) : null);
  return {
    best: number(events.fatalities[row]!),
    low: number(events.fatalitiesLow[row]!),
    high: number(events.fatalitiesHigh[row]!),
  };
}

/** Deaths as the best figure with its range; unknown is said, never shown as nothing. */
export function tollOf(events: Events, row: number, { words, lang }: Reader): string {
  const { best, low, high } = deathsOf(events, row, lang);
  const range = low && high && low !== high ? `${low}–${high}` : null;
  if (best) return range ? `${best} (${range})` : best;
  if (range) return words["toll.range"]!.replace("{range}", range);
  if (low) return words["toll.atleast"]!.replace("{n}", low);
  if (high) return words["toll.atmost"]!.replace("{n}", high);
  return words["toll.unknown"]!;
}

/** The same in full, for the card: a bound that stands alone is said beside the best figure. */
export function tollSaid(events: Events, row: number, reader: Reader): string {
  const { words, lang } = reader;
  const { best, low, high } = deathsOf(events, row, lang);
  if (!best || (low ?? best) === (high ?? best)) return tollOf(events, row, reader);
  const key = low && high ? "toll.best" : low ? "toll.best.atleast" : "toll.best.atmost";
  const figures = { best, low: low ?? "", high: high ?? "" };
  return words[key]!.replace(/\{(best|low|high)\}/g, (_, name: keyof Deaths) => figures[name]);
}

export function isTollKnown(events: Events, row: number): boolean {
  const { fatalities, fatalitiesLow, fatalitiesHigh } = events;
  return Math.max(fatalities[row]!, fatalitiesLow[row]!, fatalitiesHigh[row]!) >= 0;
}

export function attributionOf(events: Events, row: number, { words }: Reader): string {
  return words[`attribution.${ATTRIBUTIONS[events.attribution[row]!] ?? ""}`] ?? "";
}
