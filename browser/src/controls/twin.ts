// The text twin: the table that stands in the page already, kept in step with what the map shows.
import type { Focusable } from "../layers/focusable.js";
import { counted, type Spec } from "../page/spec.js";
import type { EventLayer } from "../layers/events.js";

type Line = readonly [row: number, line: HTMLTableRowElement];

const SHORT = 250;

export class Twin {
  /** The rows that stand in the page, by layer; a long list stands in none. */
  readonly #lines = new Map<string, Line[]>();
  readonly #count = document.getElementById("mg-twin-count");

  constructor(
    private readonly spec: Spec,
    choose: (layer: string, row: number, opener: Focusable) => void,
  ) {
    for (const line of document.querySelectorAll<HTMLTableRowElement>(".mg-twin tbody tr[id]")) {
      const [layer, number] = line.id.split(":") as [string, string];
      const row = Number(number);
      const lines = this.#lines.get(layer);
      if (lines) lines.push([row, line]);
      else this.#lines.set(layer, [[row, line]]);
      const link = line.querySelector("th a");
      link?.addEventListener("click", (event) => {
        event.preventDefault();
        choose(layer, row, link as HTMLElement);
      });
    }
  }

  /** Whether its rows can be shown and hidden within a frame. */
  get isShort(): boolean {
    return [...this.#lines.values()].flat().length <= SHORT;
  }

  /** Hides the rows of events that the map does not show. */
  follow(layers: readonly EventLayer[], isOn: (layer: string) => boolean): void {
    let listed = 0;
    for (const { spec, shown, shownCount } of layers) {
      const on = isOn(spec.id);
      if (on) listed += shownCount;
      for (const [row, line] of this.#lines.get(spec.id) ?? []) {
        const hidden = !on || shown[row] === 0;
        if (line.hidden !== hidden) line.hidden = hidden;
      }
    }
    const text = counted(this.spec.words, "events", listed, this.spec.lang);
    if (this.#count && this.#count.textContent !== text) this.#count.textContent = text;
  }
}
