// The text twin: the table that stands in the page already, kept in step with what the map shows.
import type { Focusable } from "../layers/focusable.js";
import { counted, type Spec } from "../page/spec.js";
import type { EventLayer } from "../layers/events.js";

export class Twin {
  readonly #rows = new Map<string, HTMLTableRowElement>();
  readonly #count = document.getElementById("mg-twin-count");

  constructor(
    private readonly spec: Spec,
    choose: (layer: string, row: number, opener: Focusable) => void,
  ) {
    for (const row of document.querySelectorAll<HTMLTableRowElement>(".mg-twin tbody tr[id]")) {
      this.#rows.set(row.id, row);
      const link = row.querySelector("th a");
      link?.addEventListener("click", (event) => {
        event.preventDefault();
        const [layer, number] = row.id.split(":") as [string, string];
        choose(layer, Number(number), link as HTMLElement);
      });
    }
  }

  /** Hides the rows of events that the map does not show. */
  follow(layers: readonly EventLayer[], isOn: (layer: string) => boolean): void {
    let listed = 0;
    for (const layer of layers) {
      const on = isOn(layer.spec.id);
      for (let row = 0; row < (layer.events?.count ?? 0); row++) {
        const shown = on && layer.shown[row] === 1;
        if (shown) listed++;
        const line = this.#rows.get(`${layer.spec.id}:${row}`);
        if (line && line.hidden === shown) line.hidden = !shown;
      }
    }
    if (this.#count)
      this.#count.textContent = counted(this.spec.words, "events", listed, this.spec.lang);
  }
}
