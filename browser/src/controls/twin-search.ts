// The search field above the list: what is found, how far the search is, and a way to stop it.
import { element } from "../page/element.js";
import { counted, type Spec } from "../page/spec.js";
import { termsOf } from "./twin-words.js";

/** A search begins when nothing has been typed for so long. */
const TYPED_MS = 150;

export interface Hits {
  readonly seen: number;
  /** Found, but hidden by filters. */
  readonly hidden: number;
  readonly damaged: boolean;
}

export class Search {
  readonly #field = document.getElementById("mg-find") as HTMLInputElement;
  readonly #told = document.getElementById("mg-found")!;
  readonly #share = element("progress", { max: 1, hidden: true, "aria-hidden": "true" });
  readonly #stop: HTMLButtonElement;
  #typed = 0;

  /** @param look is given the words to look for, and none when there is nothing to look for */
  constructor(
    private readonly spec: Spec,
    look: (terms: readonly string[]) => void,
  ) {
    this.#stop = element("button", { type: "button", hidden: true }, spec.words["twin.stop"]!);
    this.#told.after(this.#share, this.#stop);
    const clear = (): void => {
      this.#field.value = "";
      this.#field.focus();
      look([]);
    };
    this.#stop.addEventListener("click", clear);
    this.#field.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.#field.value) clear();
    });
    this.#field.addEventListener("input", () => {
      clearTimeout(this.#typed);
      this.#typed = window.setTimeout(() => look(termsOf(this.#field.value)), TYPED_MS);
    });
    if (this.#field.value) look(termsOf(this.#field.value));
  }

  /** Tells how far the search is. */
  progress(share: number): void {
    this.#say("");
    this.#share.hidden = this.#stop.hidden = false;
    this.#share.value = share;
  }

  /** Tells what was found; null when nothing is looked for. */
  tell(hits: Hits | null): void {
    if (this.#stop === document.activeElement) this.#field.focus();
    this.#share.hidden = this.#stop.hidden = true;
    this.#say(hits ? this.#sentences(hits).join(" ") : "");
  }

  #sentences({ seen, hidden, damaged }: Hits): string[] {
    const { words, lang } = this.spec;
    const found = seen ? counted(words, "twin.found", seen, lang) : words["twin.none"]!;
    const more = hidden ? [counted(words, "twin.found.hidden", hidden, lang)] : [];
    return [found, ...more, ...(damaged ? [words["card.damaged"]!] : [])];
  }

  #say(text: string): void {
    if (this.#told.textContent !== text) this.#told.textContent = text;
  }
}
