// What a card says of one event.
import { swatch } from "../layers/symbols.js";
import type { Events } from "../layers/unpack.js";
import type { Story } from "../layers/chapter.js";
import { element } from "../page/element.js";
import type { EventType } from "../page/spec.js";
import { attributionOf, tollSaid, whenOf, type Reader } from "./facts.js";
import { sourceList } from "./sources.js";
import { knownPlace, placeLine, placeNames } from "./where.js";

type Fact = readonly [term: string, ...lines: (Node | string | null)[]];

/** What is known of an event; its words are damaged where there is no story of it. */
export function storyCard(
  story: Partial<Story> | null,
  events: Events,
  row: number,
  reader: Reader,
): Node {
  const card = element("div", {}, facts(story ?? {}, events, row, reader));
  if (!story) {
    card.append(damaged(reader));
    return card;
  }
  card.append(...prose(story, reader));
  const sources = sourceList(story.sources, reader);
  if (sources) card.append(sources);
  if (story.coord_source) {
    const from = element("bdi", {}, story.coord_source);
    card.append(element("small", {}, `${reader.words["card.coordinates"]!} `, from));
  }
  return card;
}

/** The symbol and label of an event's type, with its kind where the data name one. */
export function typeLine({ label, symbol, color }: EventType, kind: string | undefined): Node {
  const line = element(
    "p",
    { class: "mg-kicker" },
    swatch(symbol, color),
    element("bdi", {}, label),
  );
  if (kind) line.append("·", element("bdi", {}, kind.replaceAll("_", " ")));
  return line;
}

/** The description, and apart from it what a reader must know before quoting it. */
export function prose(
  { description, caution }: Pick<Story, "description" | "caution">,
  { words }: Reader,
): Node[] {
  const parts: Node[] = [];
  if (caution) {
    const bold = element("b", {}, words["caution"]!);
    parts.push(element("p", { class: "mg-caution" }, bold, " ", element("bdi", {}, caution)));
  }
  if (description) parts.unshift(element("p", { dir: "auto" }, description));
  return parts;
}

/** Facts as terms with their lines, without those of which nothing is known; null without any. */
export function factList(list: readonly Fact[]): Node | null {
  const terms = element("dl");
  for (const [term, ...lines] of list) {
    const [first, ...more] = lines.filter((line) => line !== null && line !== "");
    if (first === undefined) continue;
    const notes = more.map((line) => element("small", {}, line));
    terms.append(element("dt", {}, term), element("dd", {}, first, ...notes));
  }
  return terms.childElementCount ? terms : null;
}

function facts(story: Partial<Story>, events: Events, row: number, reader: Reader): Node | null {
  const { words } = reader;
  const names = placeNames(story, reader);
  const note = story.fatalities_note;
  return factList([
    [words["card.when"]!, whenOf(events, row, reader) || words["date.none"]!],
    [
      words["card.where"]!,
      names.length ? placeLine(names, words["comma"]!) : null,
      knownPlace(events, row, story, reader),
    ],
    [words["toll"]!, tollSaid(events, row, reader), note ? element("bdi", {}, note) : null],
    [words["attribution"]!, attributionOf(events, row, reader)],
  ]);
}

/** Says that words of this page cannot be read. */
export function damaged({ words }: Reader): HTMLElement {
  return element("p", { class: "mg-caution", role: "alert" }, words["card.damaged"]!);
}
