// The card: one dialog over the map that holds what is known of an event, a region or a place.
import type { Focusable } from "../layers/focusable.js";
import { element } from "../page/element.js";
import type { Words } from "../page/spec.js";
import { Steps, type Course, type Turns } from "./steps.js";

/** A card that takes more of the map's width than this lies below it, not beside. */
const WIDE = 0.8;

export interface Sheet {
  readonly title: string;
  /** What stands above the title. */
  readonly above?: Node;
  readonly content: Node;
  /** Where an event stands among those that were opened with it. */
  readonly course?: Course;
}

export class Card {
  readonly #root = element("section", {
    class: "mg-card",
    role: "dialog",
    "aria-labelledby": "mg-card-title",
    hidden: true,
  });
  readonly #body = element("div", { class: "mg-card-body" });
  readonly #steps: Steps;
  #opener: Focusable | null = null;

  constructor(
    private readonly host: HTMLElement,
    words: Words,
    private readonly closed: () => void,
    turns: Turns,
  ) {
    this.#steps = new Steps(words, turns);
    const label = words["card.close"]!;
    const close = element(
      "button",
      { type: "button", class: "mg-close", "aria-label": label },
      "×",
    );
    close.addEventListener("click", () => this.close());
    const bar = element("div", { class: "mg-card-bar" }, this.#steps.root, close);
    this.#root.append(bar, this.#body);
    for (const kind of ["click", "dblclick", "mousedown", "wheel", "touchstart", "pointerdown"])
      this.#root.addEventListener(kind, (event) => event.stopPropagation(), { passive: true });
    this.#root.addEventListener("keydown", (event) => this.#steps.key(event));
    host.append(this.#root);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) this.close();
    });
  }

  get isOpen(): boolean {
    return !this.#root.hidden;
  }

  /** Shows a sheet; the focus goes to its title, or stays where it steps on, and later to `opener`. */
  show({ title, above, content, course }: Sheet, opener: Focusable | null): void {
    if (!this.isOpen || opener) this.#opener = opener;
    const stays = this.#steps.hasFocus && course !== undefined;
    const name = element("bdi", {}, title);
    const heading = element("h2", { id: "mg-card-title", tabindex: -1 }, name);
    this.#body.replaceChildren(...(above ? [above] : []), heading, content);
    this.#steps.follow(course, stays ? title : "");
    this.#root.classList.toggle("mg-steady", course !== undefined);
    this.#root.hidden = false;
    this.#body.scrollTop = 0;
    if (!stays) heading.focus({ preventScroll: true });
  }

  /** Says anew where the event stands. */
  follow(course: Course): void {
    this.#steps.follow(course, "");
  }

  /** Puts the focus on a part of the sheet that stands. */
  focus(selector: string): void {
    this.#body.querySelector<HTMLElement>(selector)?.focus();
  }

  /** What hides the map from sight, in pixels from its left, top, right and bottom. */
  covered(): readonly [number, number, number, number] {
    const [map, card] = [this.host.getBoundingClientRect(), this.#root.getBoundingClientRect()];
    const [top, below] = [Math.max(0, -map.top), Math.max(0, map.bottom - innerHeight)];
    if (card.width > map.width * WIDE) return [0, top, 0, Math.max(0, map.bottom - card.top)];
    if (document.dir === "rtl") return [0, top, map.right - card.left, below];
    return [card.right - map.left, top, 0, below];
  }

  /** The focus goes back to what opened the card, or to the map where that is gone. */
  close(): void {
    if (!this.isOpen) return;
    const { activeElement } = document;
    const held = !activeElement || activeElement === document.body;
    const inside = held || this.#root.contains(activeElement);
    this.#root.hidden = true;
    this.closed();
    const opener = this.#opener;
    this.#opener = null;
    if (!inside) return;
    if (opener?.isConnected) opener.focus({ preventScroll: true });
    if (document.activeElement !== opener) this.host.focus({ preventScroll: true });
  }
}
