// What is not on the map, and how much: the foot of the legend.
import { element } from "../page/element.js";
import { written, type Spec, type Words } from "../page/spec.js";
import type { Counts } from "./legend-census.js";

const REASONS = ["unplaced", "undated", "hidden"] as const;

export class Note {
  readonly root = element("div", { class: "mg-note" });
  readonly #words: Words;
  readonly #lang: string;

  constructor({ words, lang }: Spec) {
    this.#words = words;
    this.#lang = lang;
  }

  /** "12 of 54", or the one number where they are equal. */
  some(n: number, all: number): string {
    const number = written(all, this.#lang);
    return n === all ? number : this.#fill("key.some", { n: written(n, this.#lang), all: number });
  }

  show(layers: readonly Counts[]): void {
    const sum = (key: Exclude<keyof Counts, "types">): number =>
      layers.reduce((total, counts) => total + counts[key], 0);
    this.root.replaceChildren();
    if (sum("all") === 0) return;
    const shown = this.#fill("key.shown", { n: this.some(sum("placed"), sum("all")) });
    const list = element("ul");
    for (const reason of REASONS) {
      const n = sum(reason);
      const text = this.#fill(`key.${reason}`, { n: written(n, this.#lang) });
      if (n > 0) list.append(element("li", { "data-reason": reason }, text));
    }
    this.root.append(element("p", {}, shown));
    if (list.firstChild) this.root.append(list);
  }

  #fill(key: string, values: Readonly<Record<string, string>>): string {
    return this.#words[key]!.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!);
  }
}
