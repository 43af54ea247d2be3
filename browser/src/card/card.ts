// The card: one dialog over the map that holds what is known of an event, a region or a place.
import type { Focusable } from "../layers/focusable.js";
import { element } from "../page/element.js";
import type { Words } from "../page/spec.js";

/** A card that takes more of the map's width than this lies below it, not beside. */
const WIDE = 0.8;

export class Card {
  readonly #root: HTMLElement;
  readonly #body = element("div", { class: "mg-card-body" });
  #opener: Focusable | null = null;

  constructor(
    host: HTMLElement,
    words: Words,
    private readonly closed: () => void,
  ) {
    const close = element("button", { type: "button", class: "mg-close" }, "×");
    close.setAttribute("aria-label", words["card.close"]!);
    close.addEventListener("click", () => this.close());
    this.#root = element("section", {
      class: "mg-card",
      role: "dialog",
      tabindex: -1,
      hidden: true,
    });
    this.#root.append(close, this.#body);
    for (const kind of ["click", "dblclick", "mousedown", "wheel", "touchstart", "pointerdown"])
      this.#root.addEventListener(kind, (event) => event.stopPropagation(), { passive: true });
    host.append(this.#root);
    host.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.#root.hidden) return;
      event.stopPropagation();
      this.close();
    });
  }

  get isOpen(): boolean {
    return !this.#root.hidden;
  }

  /** Shows content under its title; the focus goes to the card and later back to `opener`. */
  show(title: string, content: Node, opener: Focusable | null): void {
    if (!this.isOpen || opener) this.#opener = opener;
    const heading = element("h2", { id: "mg-card-title" }, title);
    this.#body.replaceChildren(heading, content);
    this.#root.setAttribute("aria-labelledby", "mg-card-title");
    this.#root.hidden = false;
    this.#root.scrollTop = 0;
    this.#root.focus({ preventScroll: true });
  }

  /** How far the card reaches over the map, in pixels from the left, top, right and bottom. */
  covered(map: HTMLElement): readonly [number, number, number, number] {
    const [whole, card] = [map.getBoundingClientRect(), this.#root.getBoundingClientRect()];
    if (card.width > whole.width * WIDE) return [0, 0, 0, whole.bottom - card.top];
    if (document.dir === "rtl") return [0, 0, whole.right - card.left, 0];
    return [card.right - whole.left, 0, 0, 0];
  }

  close(): void {
    if (!this.isOpen) return;
    this.#root.hidden = true;
    this.closed();
    if (this.#opener?.isConnected) this.#opener.focus({ preventScroll: true });
    this.#opener = null;
  }
}
