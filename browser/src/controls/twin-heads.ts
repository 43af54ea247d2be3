// Heads of columns as buttons: up, down, and back to the first order.
import { element } from "../page/element.js";

export type Direction = "ascending" | "descending";
type Sort = (column: string, direction: Direction | null) => void;

export class Heads {
  #now: HTMLElement | null = null;

  constructor(private readonly sort: Sort) {}

  /** Makes the words of a head a button. */
  add(cell: HTMLElement, column: string): void {
    const button = element("button", { type: "button" }, ...cell.childNodes);
    cell.replaceChildren(button);
    button.addEventListener("click", () => {
      const next = NEXT[cell.ariaSort ?? ""] ?? null;
      if (this.#now !== cell) this.#now?.removeAttribute("aria-sort");
      this.#now = cell;
      if (next) cell.ariaSort = next;
      else cell.removeAttribute("aria-sort");
      this.sort(column, next);
    });
  }
}

const NEXT: Readonly<Record<string, Direction>> = { "": "ascending", ascending: "descending" };
