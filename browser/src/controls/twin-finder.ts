// The finder: which events hold the words that a reader looks for, over all layers.
import type { Library } from "../page/library.js";
import type { Spec } from "../page/spec.js";
import { sum } from "./twin-count.js";
import { Search } from "./twin-search.js";
import type { Stock } from "./twin-stock.js";
import { search } from "./twin-words.js";

/** Progress is told of a search that takes longer. */
const LONG_MS = 250;

export class Finder {
  /** One byte an event; null when nothing is looked for. */
  hits: Uint8Array | null = null;
  #damaged = false;
  #turn = 0;
  readonly #search: Search;

  constructor(
    private readonly spec: Spec,
    private readonly stock: Stock,
    private readonly library: Library,
    private readonly changed: () => void,
  ) {
    this.#search = new Search(spec, (terms) => void this.#look(terms));
  }

  /** Tells what was found among the events shown (one byte an event), and beside them. */
  tell(shown: Uint8Array): void {
    const { hits } = this;
    if (!hits) return;
    let seen = 0;
    for (let number = 0; number < hits.length; number++) seen += hits[number]! & shown[number]!;
    this.#search.tell({ seen, hidden: sum(hits) - seen, damaged: this.#damaged });
  }

  async #look(terms: readonly string[]): Promise<void> {
    const turn = ++this.#turn;
    if (terms.length) {
      const found = await this.#find(terms, turn);
      if (turn !== this.#turn) return;
      [this.hits, this.#damaged] = found;
    } else {
      this.hits = null;
      this.#search.tell(null);
    }
    this.changed();
  }

  async #find(terms: readonly string[], turn: number): Promise<[Uint8Array, boolean]> {
    const began = performance.now();
    const all = new Uint8Array(this.stock.count);
    let isDamaged = false;
    for (const layer of this.stock.layers) {
      const first = this.stock.numberOf(layer, 0);
      const goOn = (share: number): boolean => {
        const done = (first + share * layer.events!.count) / all.length;
        if (turn === this.#turn && performance.now() - began > LONG_MS) this.#search.progress(done);
        return turn === this.#turn;
      };
      const { stories } = this.library.of(layer);
      const { hits, damaged } = await search(layer, stories, terms, this.spec, goOn);
      all.set(hits, first);
      isDamaged ||= damaged;
    }
    return [all, isDamaged];
  }
}
