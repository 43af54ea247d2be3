// The bar of a card: back to the list, and from one event to the one before or after it.
import { drawn, element } from "../page/element.js";
import { written, type Words } from "../page/spec.js";

/** Where an event stands among others. */
export interface Course {
  /** Counted from 1; 0 where the event is not shown. */
  readonly place: number;
  readonly count: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  /** Whether they were opened as a list. */
  readonly isList: boolean;
}

export type Side = "previous" | "next";

export interface Turns {
  readonly lang: string;
  step(side: Side): void;
  back(): void;
}

const CHEVRONS: Readonly<Record<Side, string>> = {
  previous: "M10 3 5 8l5 5",
  next: "M6 3l5 5-5 5",
};

export class Steps {
  readonly root = element("div", { class: "mg-steps", hidden: true });
  readonly #at = element("span", { class: "mg-steps-at" });
  readonly #told = element("span", { class: "mg-hidden" });
  readonly #back = element("button", { type: "button", class: "mg-back" });
  readonly #sides: Readonly<Record<Side, HTMLButtonElement>>;

  constructor(
    private readonly words: Words,
    private readonly turns: Turns,
  ) {
    this.#back.addEventListener("click", () => turns.back());
    this.#sides = { previous: this.#side("previous"), next: this.#side("next") };
    const { previous, next } = this.#sides;
    const at = element("span", { role: "status" }, this.#at, this.#told);
    this.root.append(this.#back, previous, at, next);
  }

  get hasFocus(): boolean {
    const { previous, next } = this.#sides;
    return [previous, next].includes(document.activeElement as HTMLButtonElement);
  }

  /** Shows where an event stands; `title` is told where the focus does not go to it. */
  follow(course: Course | undefined, title: string): void {
    this.root.hidden = !course || course.count < 2;
    if (!course) return;
    const { words } = this;
    const all = written(course.count, this.turns.lang);
    const n = written(course.place, this.turns.lang);
    const at = course.place ? words["card.at"]!.replace("{n}", n).replace("{all}", all) : "";
    if (this.#at.textContent !== at) this.#at.textContent = at;
    this.#told.textContent = title;
    this.#sides.previous.setAttribute("aria-disabled", String(!course.hasPrevious));
    this.#sides.next.setAttribute("aria-disabled", String(!course.hasNext));
    this.#back.hidden = !course.isList;
    this.#back.textContent = words["card.back"]!.replace("{n}", all);
  }

  /** Left and right go to the event before and after, in the direction of the page. */
  key(event: KeyboardEvent): void {
    const isText = event.target instanceof HTMLInputElement;
    if (this.root.hidden || isText || event.ctrlKey || event.altKey || event.metaKey) return;
    const ahead = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (!/^Arrow(Left|Right)$/.test(event.key)) return;
    event.preventDefault();
    this.#step(event.key === ahead ? "next" : "previous");
  }

  #side(side: Side): HTMLButtonElement {
    const picture = drawn(
      "svg",
      { viewBox: "0 0 16 16", "aria-hidden": "true" },
      drawn("path", { d: CHEVRONS[side] }),
    );
    const label = this.words[`card.${side}`]!;
    const button = element(
      "button",
      { type: "button", "aria-label": label, title: label },
      picture,
    );
    button.addEventListener("click", () => this.#step(side));
    return button;
  }

  /** At an end the button keeps the focus and does nothing. */
  #step(side: Side): void {
    if (this.#sides[side].getAttribute("aria-disabled") !== "true") this.turns.step(side);
  }
}
