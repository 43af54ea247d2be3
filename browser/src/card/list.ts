// What a card says of events that share a mark: how many of each type, and their titles as buttons.
import { swatch } from "../layers/symbols.js";
import type { Events } from "../layers/unpack.js";
import type { Words as Stories } from "../layers/words.js";
import { element } from "../page/element.js";
import { counted, written, type EventType } from "../page/spec.js";
import { dateOf, isTollKnown, tollOf, type Reader } from "./facts.js";
import { damaged } from "./story.js";

/** Events that are listed at a time. */
const PAGE = 50;

export interface Told {
  readonly types: readonly EventType[];
  readonly events: Events;
  readonly stories: Stories;
}

/** Events as buttons in the order of `rows`, some at a time. */
export function listCard(
  rows: readonly number[],
  told: Told,
  reader: Reader,
  choose: (row: number) => void,
): Node {
  const list = element("ol", { class: "mg-choices" });
  const more = element("button", { type: "button", class: "mg-more" });
  const card = element("div", {}, tally(rows, told, reader), list, more);
  const fault = (): void => {
    if (!card.querySelector(".mg-caution")) card.prepend(damaged(reader));
  };
  let at = 0;
  const add = (): void => {
    const page = rows.slice(at, (at += PAGE));
    list.append(...page.map((row) => choice(row, told, reader, choose, fault)));
    const rest = rows.length - at;
    more.hidden = rest <= 0;
    more.textContent = counted(reader.words, "card.next", Math.min(rest, PAGE), reader.lang);
  };
  more.addEventListener("click", () => {
    const last = list.lastElementChild;
    add();
    last?.nextElementSibling?.querySelector("button")?.focus();
  });
  add();
  return card;
}

/** One event: its title as soon as its words are read, the label of its type until then. */
function choice(
  row: number,
  { types, events, stories }: Told,
  reader: Reader,
  choose: (row: number) => void,
  fault: () => void,
): Node {
  const title = element("bdi", {}, types[events.type[row]!]!.label);
  const button = element("button", { type: "button" }, title);
  button.dataset["row"] = String(row);
  button.addEventListener("click", () => choose(row));
  stories.story(row).then((story) => (title.textContent = story.title), fault);
  const { words } = reader;
  const facts = [dateOf(events, row, reader) || words["card.undated"]!];
  // Without words, the deaths are all that tells one event from the next.
  if (!events.words.length && isTollKnown(events, row))
    facts.push(`${words["toll"]!}: ${tollOf(events, row, reader)}`);
  return element("li", {}, button, element("small", {}, facts.join(" · ")));
}

/** How many events are of each type; nothing where all are of one. */
function tally(rows: readonly number[], { types, events }: Told, { lang }: Reader): Node | null {
  const counts = new Uint32Array(types.length);
  for (const row of rows) counts[events.type[row]!]!++;
  const parts = types.flatMap(({ label, symbol, color }, type) => {
    const count = counts[type]!;
    if (!count) return [];
    const [name, number] = [element("bdi", {}, label), written(count, lang)];
    return [element("span", {}, swatch(symbol, color), name, " ", element("b", {}, number))];
  });
  return parts.length > 1 ? element("p", { class: "mg-tally" }, ...parts) : null;
}

export function listTitle(count: number, { words, lang }: Reader): string {
  return counted(words, "events", count, lang);
}
