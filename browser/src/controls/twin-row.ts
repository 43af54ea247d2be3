// A row of the long list: made once, filled with whatever event comes into view.
import { dateOf, tollOf, type Reader } from "../card/facts.js";
import type { Story } from "../layers/chapter.js";
import type { EventLayer } from "../layers/events.js";
import { PLACEMENTS } from "../layers/unpack.js";
import { element } from "../page/element.js";

export const COLUMNS = ["event", "type", "date", "place", "toll"] as const;

export class Row {
  readonly root: HTMLElement;
  readonly #texts = COLUMNS.map(() => element("bdi"));

  constructor(private readonly reader: Reader) {
    const cells = this.#texts.map((text, i) => {
      const key = COLUMNS[i] === "toll" ? `${reader.words["toll"]!}: ` : null;
      const label = key && element("span", { class: "mg-term" }, key);
      return element("div", { role: "gridcell", class: `mg-cell-${COLUMNS[i]!}` }, label, text);
    });
    this.root = element("div", { role: "row", class: "mg-long-row" }, ...cells);
  }

  /** Says what is known of an event: until its story is read, what its numbers say. */
  fill(layer: EventLayer, row: number, story: Story | undefined): void {
    const { words } = this.reader;
    const events = layer.events!;
    const type = layer.spec.types[events.type[row]!]!.label;
    const texts = [
      story?.title ?? type,
      type,
      dateOf(events, row, this.reader) || words["card.undated"]!,
      this.#place(story, PLACEMENTS[events.placement[row]!] === "unplaced"),
      tollOf(events, row, this.reader),
    ];
    for (const [i, text] of texts.entries())
      if (this.#texts[i]!.textContent !== text) this.#texts[i]!.textContent = text;
  }

  #place(story: Story | undefined, isUnplaced: boolean): string {
    const { words } = this.reader;
    const parts = [story?.location, story?.admin1].filter(Boolean);
    const text = [...new Set(parts)].join(words["comma"]);
    if (!isUnplaced) return text;
    return text ? `${text} (${words["twin.unplaced"]!})` : words["place.none"]!;
  }
}
