// What a card says of one event.
import type { Events } from "../layers/unpack.js";
import type { Source, Story } from "../layers/chapter.js";
import { element } from "../page/element.js";
import { safeLink } from "../page/links.js";
import { attributionOf, dateOf, precisionOf, tollOf, type Reader } from "./facts.js";

function countryName(code: string, lang: string): string {
  return new Intl.DisplayNames([lang], { type: "region" }).of(code) ?? code;
}

function placeOf(story: Story, { lang }: Reader): string {
  const parts = [story.location, story.admin2, story.admin1];
  if (story.country) parts.push(countryName(story.country, lang));
  return [...new Set(parts.filter(Boolean))].join(", ");
}

function sourceList(list: readonly Source[], { words }: Reader): Node {
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

/** What is known of an event; its words are damaged where there is no story of it. */
export function storyCard(story: Story | null, events: Events, row: number, reader: Reader): Node {
  const card = element("div", {}, facts(story, events, row, reader));
  if (!story) {
    card.append(damaged(reader));
    return card;
  }
  const { description, caution, sources } = story;
  if (description) card.append(element("p", {}, description));
  if (caution) {
    const bold = element("b", {}, reader.words["caution"]!);
    card.append(element("p", { class: "mg-caution" }, bold, ` ${caution}`));
  }
  if (sources?.length) card.append(sourceList(sources, reader));
  return card;
}

function facts(story: Story | null, events: Events, row: number, reader: Reader): Node {
  const { words } = reader;
  const toll = [tollOf(events, row, reader), story?.fatalities_note];
  const lines: readonly (readonly [term: string, text: string])[] = [
    ["date", dateOf(events, row, reader) || words["date.none"]!],
    ["place", story ? placeOf(story, reader) : ""],
    ["precision", precisionOf(events, row, reader)],
    ["toll", toll.filter(Boolean).join(". ")],
    ["attribution", attributionOf(events, row, reader)],
  ];
  const list = element("dl");
  for (const [term, text] of lines)
    if (text) list.append(element("dt", {}, words[term]!), element("dd", {}, text));
  return list;
}

/** Says that words of this page cannot be read. */
export function damaged({ words }: Reader): HTMLElement {
  return element("p", { class: "mg-caution", role: "alert" }, words["card.damaged"]!);
}
