// What a card says of one event, and of a list of them.
import { said } from "../page/dates.js";
import { element } from "../page/element.js";
import { safeLink } from "../page/links.js";
import { counted, type Words } from "../page/spec.js";
import { PLACEMENTS, type Events, type Source, type Story } from "../layers/unpack.js";

export interface Reader {
  readonly words: Words;
  readonly lang: string;
}

type Line = readonly [term: string, text: string | null];

export function dateOf(story: Story, events: Events, row: number, reader: Reader): string {
  if (!story.precision) return reader.words["date.none"]!;
  const text = said(events.start[row]!, events.end[row]!, story.precision, reader.lang);
  return story.approximate ? reader.words["date.about"]!.replace("{date}", text) : text;
}

/** Deaths as the best figure with its range; unknown is said, never shown as nothing. */
export function tollOf(story: Story, { words, lang }: Reader): string {
  const number = new Intl.NumberFormat(lang);
  const { fatalities: best, fatalities_low: low, fatalities_high: high } = story;
  const range =
    low !== undefined && high !== undefined && low !== high
      ? `${number.format(low)}–${number.format(high)}`
      : null;
  if (best !== undefined) return range ? `${number.format(best)} (${range})` : number.format(best);
  if (range) return words["toll.range"]!.replace("{range}", range);
  if (low !== undefined) return words["toll.atleast"]!.replace("{n}", number.format(low));
  if (high !== undefined) return words["toll.atmost"]!.replace("{n}", number.format(high));
  return words["toll.unknown"]!;
}

function countryName(code: string, lang: string): string {
  return new Intl.DisplayNames([lang], { type: "region" }).of(code) ?? code;
}

export function placeOf(story: Story, { lang }: Reader): string {
  const parts = [story.location, story.admin1];
  if (story.country) parts.push(countryName(story.country, lang));
  return [...new Set(parts.filter(Boolean))].join(", ");
}

/** How sure the place is, in words. */
export function precisionOf(events: Events, row: number, reader: Reader): string {
  const { words, lang } = reader;
  const km = events.km[row]!;
  const placement = PLACEMENTS[events.placement[row]!]!;
  if (placement === "ring" && !Number.isNaN(km)) {
    const distance = new Intl.NumberFormat(lang).format(km);
    return words["place.ring"]!.replace("{km}", distance);
  }
  if (placement === "ring") return words["place.near"]!;
  return words[`place.${placement}`]!;
}

function sources(list: readonly Source[], { words }: Reader): Node {
  const items = list.map((source) => {
    const address = source.url ? safeLink(source.url) : null;
    const title = address
      ? element("a", { href: address, target: "_blank" }, source.title)
      : source.title;
    const detail = [source.publisher, source.date].filter(Boolean).join(", ");
    return element("li", {}, element("bdi", {}, title), detail ? ` — ${detail}` : null);
  });
  return element("div", {}, element("h3", {}, words["sources"]!), element("ol", {}, ...items));
}

export function storyCard(story: Story, events: Events, row: number, reader: Reader): Node {
  const { words } = reader;
  const lines: Line[] = [
    [words["date"]!, dateOf(story, events, row, reader)],
    [words["place"]!, placeOf(story, reader) || null],
    [words["precision"]!, precisionOf(events, row, reader)],
    [words["toll"]!, [tollOf(story, reader), story.fatalities_note].filter(Boolean).join(". ")],
    [
      words["attribution"]!,
      story.attribution ? (words[`attribution.${story.attribution}`] ?? null) : null,
    ],
  ];
  const list = element("dl");
  for (const [term, text] of lines)
    if (text) list.append(element("dt", {}, term), element("dd", {}, text));
  const card = element("div", {}, list);
  if (story.description) card.append(element("p", {}, story.description));
  if (story.caution)
    card.append(
      element(
        "p",
        { class: "mg-caution" },
        element("b", {}, words["caution"]!),
        ` ${story.caution}`,
      ),
    );
  if (story.sources?.length) card.append(sources(story.sources, reader));
  return card;
}

export interface Choice {
  readonly row: number;
  readonly story: Story;
}

/** Events that share a mark, as buttons; the newest first. */
export function listCard(
  choices: readonly Choice[],
  events: Events,
  reader: Reader,
  choose: (row: number) => void,
): Node {
  const items = [...choices].reverse().map(({ row, story }) => {
    const button = element("button", { type: "button" }, element("bdi", {}, story.title));
    button.addEventListener("click", () => choose(row));
    return element("li", {}, button, element("small", {}, dateOf(story, events, row, reader)));
  });
  return element("ol", { class: "mg-choices" }, ...items);
}

export function listTitle(count: number, reader: Reader): string {
  return counted(reader.words, "events", count, reader.lang);
}
