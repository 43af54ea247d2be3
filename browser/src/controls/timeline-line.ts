// The line above the bars: which period is shown, and how many events.
import { element } from "../page/element.js";
import { saidPeriod } from "../page/dates.js";
import { counted, written, type Spec } from "../page/spec.js";
import type { Days } from "./timeline-moves.js";

/** A screen reader is told when nothing has changed for so long: not at every step of a drag. */
const QUIET_MS = 700;

export interface Numbers {
  readonly shown: number;
  readonly all: number;
  /** Undated events of the types that are on. */
  readonly undated: number;
  /** What the highest bar stands for, in words. */
  readonly most: string;
}

export class Line {
  readonly #period = element("strong");
  readonly #count = element("span", { dir: "auto" });
  readonly #most = element("span", { class: "mg-time-most", dir: "auto" });
  readonly #spoken = element("span", { class: "mg-hidden", "aria-live": "polite" });
  readonly #whole: HTMLButtonElement;
  readonly root: HTMLElement;
  #text = "";
  #quiet = 0;

  constructor(
    private readonly spec: Spec,
    reset: () => void,
  ) {
    this.#whole = element("button", { type: "button" }, spec.words["time.whole"]!);
    this.#whole.addEventListener("click", () => {
      reset();
      // The button goes, and would take the focus with it.
      this.root.parentElement?.querySelector<HTMLElement>("[role=slider]")?.focus();
    });
    this.root = element("p", {}, this.#period, this.#count, this.#most, this.#whole, this.#spoken);
  }

  /** @param timed whether a period is chosen, so that undated events are left out */
  show(days: Days, timed: boolean, numbers: Numbers): void {
    const period = saidPeriod(...days, this.spec.lang);
    const count = this.#counted(timed, numbers);
    const text = `${period}: ${count}`;
    this.#most.textContent = numbers.most;
    if (text === this.#text) return;
    this.#period.textContent = period;
    this.#count.textContent = count;
    this.#whole.hidden = !timed;
    clearTimeout(this.#quiet);
    if (this.#text)
      this.#quiet = window.setTimeout(() => (this.#spoken.textContent = text), QUIET_MS);
    this.#text = text;
  }

  #counted(timed: boolean, { shown, all, undated }: Numbers): string {
    const { words, lang } = this.spec;
    const number = (n: number): string => written(n, lang);
    const some = words["time.some"]!.replace("{n}", number(shown)).replace("{all}", number(all));
    const text = shown === all ? counted(words, "events", all, lang) : some;
    if (!undated) return text;
    const rest = words[timed ? "time.left" : "time.undated"]!.replace("{n}", number(undated));
    return `${text}, ${rest}`;
  }
}
