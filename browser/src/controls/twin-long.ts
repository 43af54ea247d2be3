// The long list: a grid of any number of events, of which only the rows in view are made.
import type { Reader } from "../card/facts.js";
import type { Focusable } from "../layers/focusable.js";
import { Frame } from "./twin-frame.js";
import { Stories } from "./twin-stories.js";
import { moved, reel, thumb, type Reel } from "./twin-reel.js";
import type { Row } from "./twin-row.js";
import type { Stock } from "./twin-stock.js";

/** When scrolling has rested so long, the words in view are read and the thumb is set right. */
const REST_MS = 120;
/** Rows before the first event. */
const HEADS = 1;

export class LongList {
  readonly #frame: Frame;
  /** Numbers of the events that are listed, in their order. */
  #listed: Uint32Array = new Uint32Array();
  #height = 1;
  #top = 0;
  #scrolled = 0;
  #active = 0;
  #current: number | null = null;
  #rest = 0;

  constructor(
    host: HTMLElement,
    private readonly stock: Stock,
    private readonly stories: Stories,
    reader: Reader,
    private readonly choose: (number: number, opener: Focusable) => void,
  ) {
    this.#frame = new Frame(reader);
    const { root, body } = this.#frame;
    root.addEventListener("scroll", () => this.#onScroll(), { passive: true });
    root.addEventListener("keydown", (event) => this.#onKey(event));
    body.addEventListener("click", ({ target }) => {
      const at = this.#frame.rows.findIndex((row) => row.root.contains(target as Node));
      this.#activate(this.#first + at);
      this.#open();
    });
    host.append(root);
    new ResizeObserver(() => this.#fit()).observe(root);
  }

  get heads(): readonly HTMLElement[] {
    return this.#frame.heads;
  }

  /** Lists events; another order is read from its beginning. */
  list(listed: Uint32Array, afresh: boolean): void {
    this.#listed = listed;
    this.#frame.root.setAttribute("aria-rowcount", String(listed.length + HEADS));
    this.#active = Math.max(0, Math.min(this.#active, listed.length - 1));
    if (afresh) [this.#top, this.#active] = [0, 0];
    this.#fit();
  }

  /** Marks the event that is open and brings it into view, without moving the page. */
  mark(number: number | null): void {
    this.#current = number;
    const at = number === null ? -1 : this.#listed.indexOf(number);
    if (at >= 0) this.#activate(at);
    else this.#draw();
  }

  get #reel(): Reel {
    return reel(this.#listed.length, this.#height, this.#frame.view);
  }

  get #first(): number {
    return Math.floor(this.#top / this.#height);
  }

  /** Brings rows and box to the height of the list and of what is seen of it. */
  #fit(): void {
    this.#height = this.#frame.fit() || this.#height;
    const { box, view } = this.#reel;
    this.#frame.space.style.height = `${Math.max(0, box - view)}px`;
    this.#goTo(this.#top);
  }

  #onScroll(): void {
    const to = this.#frame.root.scrollTop;
    if (to === this.#scrolled) return;
    this.#top = moved(this.#reel, this.#scrolled, to, this.#top);
    this.#scrolled = to;
    this.#draw();
  }

  /** Scrolls to a height of the list. */
  #goTo(top: number): void {
    const { whole, view } = this.#reel;
    this.#top = Math.max(0, Math.min(top, whole - view));
    this.#frame.root.scrollTop = thumb(this.#reel, this.#top);
    this.#scrolled = this.#frame.root.scrollTop;
    this.#draw();
  }

  #draw(): void {
    const first = this.#first;
    this.#frame.body.style.transform = `translateY(${first * this.#height - this.#top}px)`;
    for (const [i, row] of this.#frame.rows.entries()) this.#fill(row, first + i);
    const isSeen = this.#active >= first && this.#active < first + this.#frame.rows.length;
    if (isSeen && this.#listed.length)
      this.#frame.root.setAttribute("aria-activedescendant", `mg-row-${this.#active}`);
    else this.#frame.root.removeAttribute("aria-activedescendant");
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => this.#settle(), REST_MS);
  }

  #fill(row: Row, at: number): void {
    const number = this.#listed[at];
    row.root.id = `mg-row-${at}`;
    row.root.hidden = number === undefined;
    if (number === undefined) return;
    row.root.setAttribute("aria-rowindex", String(at + HEADS + 1));
    row.root.classList.toggle("mg-active", at === this.#active);
    if (number === this.#current) row.root.setAttribute("aria-current", "true");
    else row.root.removeAttribute("aria-current");
    row.fill(...this.stock.at(number), this.stories.known(number));
  }

  #settle(): void {
    if (this.#scrolled !== this.#frame.root.scrollTop) return;
    const at = thumb(this.#reel, this.#top);
    if (Math.abs(at - this.#scrolled) > 1) {
      this.#frame.root.scrollTop = at;
      this.#scrolled = this.#frame.root.scrollTop;
    }
    const first = this.#first;
    const seen = this.#listed.subarray(first, first + this.#frame.rows.length);
    void this.stories.read(seen).then((news) => news && this.#draw());
  }

  #activate(at: number): void {
    if (!this.#listed.length) return;
    this.#active = Math.max(0, Math.min(this.#listed.length - 1, at));
    const top = this.#active * this.#height;
    this.#goTo(Math.max(Math.min(this.#top, top), top + this.#height - this.#frame.view));
  }

  #open(): void {
    const number = this.#listed[this.#active];
    if (number !== undefined) this.choose(number, this.#frame.root);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.target !== this.#frame.root || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(this.#frame.view / this.#height));
    const steps: Readonly<Record<string, number>> = {
      ...{ ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page },
      ...{ Home: -Infinity, End: Infinity, Enter: 0, " ": 0 },
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (step) this.#activate(this.#active + step);
    else this.#open();
  }
}
