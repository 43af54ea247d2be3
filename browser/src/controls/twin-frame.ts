// What the long list is made of: a box that scrolls, and before it a pane with heads and some rows.
import type { Reader } from "../card/facts.js";
import { element } from "../page/element.js";
import { COLUMNS, Row } from "./twin-row.js";

export class Frame {
  readonly heads = COLUMNS.map((name) =>
    element("div", { role: "columnheader", class: `mg-cell-${name}` }),
  );
  readonly rows: Row[] = [];
  readonly body = element("div", { role: "rowgroup", class: "mg-long-body" });
  /** As high as all rows that are not seen. */
  readonly space = element("div", { role: "presentation" });
  readonly root: HTMLElement;
  readonly #head: HTMLElement;
  readonly #pane: HTMLElement;

  constructor(private readonly reader: Reader) {
    const { words } = reader;
    for (const [i, head] of this.heads.entries()) head.append(words[COLUMNS[i]!]!);
    const row = element("div", { role: "row", "aria-rowindex": 1, class: "mg-long-head" });
    row.append(...this.heads);
    this.#head = element("div", { role: "rowgroup" }, row);
    const lines = element("div", { class: "mg-long-lines", role: "presentation" }, this.body);
    const pane = { class: "mg-long-pane", role: "presentation" };
    this.#pane = element("div", pane, this.#head, lines);
    const grid = { role: "grid", tabindex: 0, class: "mg-long-box" };
    this.root = element("div", grid, this.#pane, this.space);
    this.root.ariaLabel = words["twin.rows"]!;
  }

  /** Height in pixels that is left for rows. */
  get view(): number {
    return Math.max(0, this.root.clientHeight - this.#head.getBoundingClientRect().height);
  }

  /** Makes as many rows as are seen, and returns the height of one in pixels. */
  fit(): number {
    if (!this.rows.length) this.#add();
    this.rows[0]!.root.hidden = false;
    const height = this.rows[0]!.root.getBoundingClientRect().height;
    const count = height ? Math.ceil(this.view / height) + 1 : 1;
    while (this.rows.length < count) this.#add();
    for (const { root } of this.rows.splice(count)) root.remove();
    this.#pane.style.height = `${this.root.clientHeight}px`;
    return height;
  }

  #add(): void {
    const row = new Row(this.reader);
    this.body.append(row.root);
    this.rows.push(row);
  }
}
