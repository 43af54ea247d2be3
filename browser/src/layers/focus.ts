// Buttons over the marks: what a canvas cannot give to a keyboard or a screen reader.
import type { Focusable } from "./focusable.js";
import * as L from "../leaflet.js";
import { element } from "../page/element.js";
import type { Mark } from "./marks.js";
import type { Placed } from "./paint.js";

export interface Names {
  open(mark: Mark, opener: Focusable | null): void;
  name(mark: Mark): string;
}

/** With more marks than this in view, the list of events serves better than tab stops. */
const MOST = 120;

export class FocusMarks {
  readonly #box = element("div", { class: "mg-focus" });
  readonly #buttons = new Map<number, HTMLButtonElement>();

  constructor(
    pane: HTMLElement,
    private readonly names: Names,
  ) {
    pane.append(this.#box);
  }

  show(placed: readonly Placed[], offset: L.Point, map: L.Map): void {
    const size = map.getSize();
    const corner = map.containerPointToLayerPoint([0, 0]).subtract(offset);
    const view = L.bounds(corner, corner.add(size));
    // The fullest come first.
    const inView = placed
      .filter(({ x, y }) => view.contains([x, y]))
      .slice(0, MOST)
      .sort((a, b) => a.y - b.y || a.x - b.x);
    const kept = new Set(inView.map(({ mark }) => mark.bins[0]!));
    for (const [bin, button] of this.#buttons)
      if (!kept.has(bin)) {
        button.remove();
        this.#buttons.delete(bin);
      }
    let last: Element | null = null;
    for (const at of inView) {
      const button = this.#button(at);
      const spot = offset.add([at.x, at.y]);
      L.DomUtil.setPosition(button, spot.round());
      const next: Element | null = last ? last.nextElementSibling : this.#box.firstElementChild;
      if (next !== button) this.#box.insertBefore(button, next);
      last = button;
    }
  }

  remove(): void {
    this.#box.remove();
  }

  #button({ mark }: Placed): HTMLButtonElement {
    const key = mark.bins[0]!;
    let button = this.#buttons.get(key);
    if (!button) {
      button = element("button", { type: "button" });
      this.#buttons.set(key, button);
    }
    const own = button;
    own.onclick = (event) => {
      // The map would take the click for one beside every mark, and close the card.
      event.stopPropagation();
      this.names.open(mark, own);
    };
    own.setAttribute("aria-label", this.names.name(mark));
    return own;
  }
}
