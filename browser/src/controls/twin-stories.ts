// The stories of the rows in view, read when they are looked at.
import type { Story } from "../layers/chapter.js";
import type { EventLayer } from "../layers/events.js";
import type { Words } from "../layers/words.js";
import type { Stock } from "./twin-stock.js";

/** So many are kept: some screens of them. */
const MOST_KEPT = 400;

export class Stories {
  readonly #known = new Map<number, Story>();

  constructor(
    private readonly stock: Stock,
    private readonly words: (layer: EventLayer) => Words,
  ) {}

  known(number: number): Story | undefined {
    return this.#known.get(number);
  }

  /** Reads the stories of some events; whether any is new. A damaged one stays without words. */
  async read(numbers: Uint32Array): Promise<boolean> {
    const missing = [...numbers].filter((number) => !this.#known.has(number));
    if (this.#known.size + missing.length > MOST_KEPT) this.#known.clear();
    const reading = missing.map(async (number) => {
      const [layer, row] = this.stock.at(number);
      this.#known.set(number, await this.words(layer).story(row));
    });
    const done = await Promise.allSettled(reading);
    return done.some(({ status }) => status === "fulfilled");
  }
}
