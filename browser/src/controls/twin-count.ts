// The count above the list: how many events it holds, which of them lack what, and how many are hidden.
import { counted, type Spec } from "../page/spec.js";
import type { Stock } from "./twin-stock.js";

export class Count {
  readonly #line = document.getElementById("mg-twin-count")!;
  readonly #lacking: readonly (readonly [key: string, numbers: Uint32Array])[];

  constructor(
    private readonly spec: Spec,
    private readonly stock: Stock,
  ) {
    this.#lacking = [
      ["unplaced", stock.lacking("place")],
      ["twin.undated", stock.lacking("date")],
    ];
  }

  /** @param shown one byte an event */
  show(shown: Uint8Array): void {
    const listed = sum(shown);
    const parts: [key: string, number: number][] = this.#lacking.map(([key, numbers]) => [
      key,
      numbers.reduce((found, number) => found + shown[number]!, 0),
    ]);
    parts.push(["twin.hidden", this.stock.count - listed]);
    const { words, lang } = this.spec;
    const said = parts.filter(([, number]) => number > 0);
    const text = [["twin.line", listed] as const, ...said]
      .map(([key, number]) => counted(words, key, number, lang))
      .join(" ");
    if (this.#line.textContent !== text) this.#line.textContent = text;
  }
}

/** How many of the bytes are 1. */
export function sum(bytes: Uint8Array): number {
  let found = 0;
  for (const byte of bytes) found += byte;
  return found;
}
