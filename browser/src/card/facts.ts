// What the numbers of an event say of it in words: its date, its deaths, how sure its place is.
import { APPROXIMATE, DATED, OPEN_END, OPEN_START, UNCERTAIN } from "../layers/days.js";
import { PLACEMENTS, type Events } from "../layers/unpack.js";
import { said, type Precision } from "../page/dates.js";
import { written, type Words } from "../page/spec.js";

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
  let text: string;
  if (code & OPEN_START && code & OPEN_END) text = "…";
  else if (code & OPEN_START) text = `… – ${said(end, end, "day", lang)}`;
  else if (code & OPEN_END) text = `${said(start, start, "day", lang)} – …`;
  else text = said(start, end, precision, lang);
  if (code & APPROXIMATE) text = words["date.about"]!.replace("{date}", text);
  return code & UNCERTAIN ? words["date.uncertain"]!.replace("{date}", text) : text;
}

/** Deaths as the best figure with its range; unknown is said, never shown as nothing. */
export function tollOf(events: Events, row: number, { words, lang }: Reader): string {
  const number = (n: number): string => written(n, lang);
  const best = events.fatalities[row]!;
  const [low, high] = [events.fatalitiesLow[row]!, events.fatalitiesHigh[row]!];
  const range = low >= 0 && high >= 0 && low !== high ? `${number(low)}–${number(high)}` : null;
  if (best >= 0) return range ? `${number(best)} (${range})` : number(best);
  if (range) return words["toll.range"]!.replace("{range}", range);
  if (low >= 0) return words["toll.atleast"]!.replace("{n}", number(low));
  if (high >= 0) return words["toll.atmost"]!.replace("{n}", number(high));
  return words["toll.unknown"]!;
}

export function isTollKnown(events: Events, row: number): boolean {
  const { fatalities, fatalitiesLow, fatalitiesHigh } = events;
  return Math.max(fatalities[row]!, fatalitiesLow[row]!, fatalitiesHigh[row]!) >= 0;
}

/** How sure the place is. */
export function precisionOf(events: Events, row: number, { words, lang }: Reader): string {
  const km = events.km[row]!;
  const placement = PLACEMENTS[events.placement[row]!] ?? "unplaced";
  if (placement !== "ring") return words[`place.${placement}`]!;
  if (Number.isNaN(km)) return words["place.near"]!;
  return words["place.ring"]!.replace("{km}", new Intl.NumberFormat(lang).format(km));
}

export function attributionOf(events: Events, row: number, { words }: Reader): string {
  return words[`attribution.${ATTRIBUTIONS[events.attribution[row]!] ?? ""}`] ?? "";
}
