// The table of a short list, which stands in the page already: its rows are hidden, ordered and marked.
import { ranked } from "./twin-order.js";
import { COLUMNS } from "./twin-row.js";

export class Table {
  readonly heads: readonly HTMLElement[];
  /** Numbers of the events in the order of the page. */
  readonly first: Uint32Array;
  readonly #lines = new Map<number, HTMLTableRowElement>();
  readonly #box: HTMLElement;
  /** Bodies of equal length, of many rows: those out of sight are not laid out. */
  readonly #bodies: readonly HTMLTableSectionElement[];
  #marked: HTMLElement | null = null;

  /** @param numberOf the number of an event by the id of its row */
  constructor(
    private readonly table: HTMLTableElement,
    numberOf: (id: string) => number,
    choose: (number: number, opener: HTMLElement) => void,
  ) {
    this.#box = table.parentElement!;
    this.heads = [...table.tHead!.rows[0]!.cells].slice(0, COLUMNS.length);
    this.#bodies = [...table.tBodies];
    for (const { rows } of this.#bodies)
      for (const line of rows) this.#lines.set(numberOf(line.id), line);
    this.first = Uint32Array.from(this.#lines.keys());
    table.addEventListener("click", (event) => {
      const link = (event.target as Element).closest<HTMLElement>("tbody th a");
      if (!link) return;
      event.preventDefault();
      choose(numberOf(link.closest("tr")!.id), link);
    });
  }

  show(isListed: (number: number) => boolean): void {
    for (const [number, line] of this.#lines) {
      const hidden = !isListed(number);
      if (line.hidden !== hidden) line.hidden = hidden;
    }
    this.#count();
  }

  arrange(order: Uint32Array): void {
    const focused = document.activeElement as HTMLElement | null;
    const size = Math.ceil(order.length / this.#bodies.length);
    this.#bodies.forEach((body, n) => {
      const numbers = order.subarray(n * size, (n + 1) * size);
      body.append(...Array.from(numbers, (number) => this.#lines.get(number)!));
    });
    this.#count();
    focused?.focus({ preventScroll: true });
    this.#box.scrollTop = 0;
  }

  /** Tells the style sheet how many rows there are in each body. */
  #count(): void {
    if (this.#bodies.length === 1) return;
    for (const body of this.#bodies) {
      let listed = 0;
      for (const { hidden } of body.rows) listed += hidden ? 0 : 1;
      body.hidden = listed === 0;
      body.style.setProperty("--mg-rows", String(listed));
    }
  }

  /** Keys of a column of words by the number of the event; a place that is not named has none. */
  keys(column: "event" | "place", lang: string): Uint32Array {
    const at = COLUMNS.indexOf(column);
    const texts = [...this.#lines.values()].map(
      ({ cells }) => cells[at]!.querySelector("bdi")?.textContent ?? "",
    );
    const ranks = ranked(texts, lang);
    const keys = new Uint32Array(this.first.length);
    for (const [i, number] of this.first.entries()) keys[number] = ranks[i]!;
    return keys;
  }

  /** Marks the event that is open, or none. */
  mark(number: number | null): void {
    this.#marked?.removeAttribute("aria-current");
    this.#marked = number === null ? null : (this.#lines.get(number) ?? null);
    this.#marked?.setAttribute("aria-current", "true");
  }

  /** Brings the marked event into view in the box of the table, without moving the page. */
  reveal(): void {
    const line = this.#marked;
    if (!line || line.hidden) return;
    const [box, row] = [this.#box.getBoundingClientRect(), line.getBoundingClientRect()];
    const head = this.table.tHead!.getBoundingClientRect().height;
    const [above, below] = [row.top - box.top - head, row.bottom - box.bottom];
    if (above < 0) this.#box.scrollTop += above;
    else if (below > 0) this.#box.scrollTop += below;
  }
}
