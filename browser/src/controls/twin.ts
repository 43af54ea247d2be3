// The text twin: the events in words, in step with what the map shows, sorted and searched.
import { isRun } from "../layers/choice.js";
import type { EventLayer } from "../layers/events.js";
import type { Focusable } from "../layers/focusable.js";
import type { Library } from "../page/library.js";
import { whenLive, whenResting } from "../page/shown.js";
import type { Spec } from "../page/spec.js";
import { Count } from "./twin-count.js";
import { Finder } from "./twin-finder.js";
import { Heads, type Direction } from "./twin-heads.js";
import { LongList } from "./twin-long.js";
import { chosen, counting, sorted } from "./twin-order.js";
import { COLUMNS } from "./twin-row.js";
import { Stock, type Sortable } from "./twin-stock.js";
import { Stories } from "./twin-stories.js";
import { Table } from "./twin-table.js";

type Choose = (layer: EventLayer, row: number, opener: Focusable) => void;
type IsOn = (layer: string) => boolean;

export class Twin {
  readonly #section = document.querySelector(".mg-twin");
  readonly #rows = document.querySelector<HTMLTableElement>(".mg-scroll table:not(.mg-summary)");
  #stock: Stock | null = null;
  #table: Table | null = null;
  #long: LongList | null = null;
  #count: Count | null = null;
  #finder: Finder | null = null;
  #isOn: IsOn = () => true;
  #first: Uint32Array | null = null;
  #order: Uint32Array | null = null;
  /** Keys to sort by, by their column. */
  readonly #known = new Map<string, Uint32Array>();
  #marked: number | null = null;
  #isInView = false;
  /** What was left undone while nobody looked: listing, and scrolling to what is open. */
  #stale = { list: true, mark: false };

  constructor(
    private readonly spec: Spec,
    private readonly library: Library,
    private readonly layers: () => readonly EventLayer[],
    private readonly choose: Choose,
  ) {
    if (!this.#section) return;
    whenResting(() => this.#build());
    // Whoever reads on at once has it sooner.
    new IntersectionObserver(([seen]) => this.#see(seen!.isIntersecting)).observe(this.#section);
  }

  /** Whether its rows can be shown and hidden within a frame. */
  get isShort(): boolean {
    return this.#rows !== null && this.#rows.tBodies.length === 1;
  }

  /** Lists the events that the map shows, and no others. */
  follow(isOn: IsOn): void {
    this.#isOn = isOn;
    if (this.#rows) this.#table ??= this.#tabled(this.#rows);
    if (!this.#table && !this.#long) return;
    this.#refresh(false);
  }

  /** Marks the event that is open, or none. */
  mark(layer: EventLayer | null, row: number): void {
    if (!this.#stock && !layer) return;
    this.#marked = layer && this.#stored().numberOf(layer, row);
    this.#table?.mark(this.#marked);
    if (this.#isInView) this.#reveal();
    else this.#stale.mark = true;
  }

  /** What costs anything, and is for those who read on below the map. */
  #build(): void {
    if (this.#finder) return;
    const heads = new Heads((column, direction) => this.#sort(column, direction));
    const stock = this.#stored();
    const host = document.getElementById("mg-long");
    if (host && !this.#table) {
      const stories = new Stories(stock, (layer) => this.library.of(layer).stories);
      const choose = (number: number, opener: Focusable): void => this.#choose(number, opener);
      this.#long = new LongList(host, stock, stories, this.spec, choose);
      for (const at of [1, 2, 4]) heads.add(this.#long.heads[at]!, COLUMNS[at]!);
    }
    for (const [at, head] of this.#table?.heads.entries() ?? []) heads.add(head, COLUMNS[at]!);
    this.#finder = new Finder(this.spec, stock, this.library, () => this.#refresh(true));
    this.#refresh(false);
  }

  #see(isInView: boolean): void {
    this.#isInView = isInView;
    if (!isInView) return;
    whenLive(() => {
      this.#build();
      if (this.#stale.list) this.#refresh(false);
      if (this.#stale.mark) this.#reveal();
    });
  }

  #stored(): Stock {
    return (this.#stock ??= new Stock(this.layers(), this.spec.lang));
  }

  #tabled(rows: HTMLTableElement): Table {
    const stock = this.#stored();
    const numberOf = (id: string): number => {
      const [name, row] = id.split(":") as [string, string];
      return stock.numberOf(
        stock.layers.find(({ spec }) => spec.id === name)!,
        Number(row),
      );
    };
    return new Table(rows, numberOf, (number, opener) => this.#choose(number, opener));
  }

  #choose(number: number, opener: Focusable): void {
    this.choose(...this.#stored().at(number), opener);
  }

  /** @param afresh whether it is another list, to be read from its beginning */
  #refresh(afresh: boolean): void {
    const stock = this.#stored();
    const shown = stock.shown(this.#isOn);
    const hits = this.#finder?.hits ?? null;
    (this.#count ??= new Count(this.spec, stock)).show(shown);
    this.#finder?.tell(shown);
    this.#table?.show((number) => shown[number] === 1 && (hits === null || hits[number] === 1));
    this.#stale.list = !this.#isInView;
    if (this.#isInView)
      this.#long?.list(chosen(this.#order ?? this.#firstOrder(), shown, hits), afresh);
  }

  #reveal(): void {
    this.#stale.mark = false;
    this.#table?.reveal();
    this.#long?.mark(this.#marked);
  }

  #sort(column: string, direction: Direction | null): void {
    const first = this.#firstOrder();
    this.#order = direction && sorted(first, this.#keys(column), direction === "descending");
    this.#table?.arrange(this.#order ?? first);
    if (this.#long) this.#refresh(true);
  }

  #keys(column: string): Uint32Array {
    let keys = this.#known.get(column);
    if (!keys) {
      const isOfWords = column === "event" || column === "place";
      if (this.#table && isOfWords) keys = this.#table.keys(column, this.spec.lang);
      else keys = this.#stored().keys(column as Sortable);
      this.#known.set(column, keys);
    }
    return keys;
  }

  /** The order of the page; of a long list that by date, which is often how the events are packed. */
  #firstOrder(): Uint32Array {
    if (this.#first) return this.#first;
    if (this.#table) return (this.#first = this.#table.first);
    const stock = this.#stored();
    const packed = counting(stock.count);
    const isDated = stock.layers.length === 1 && isRun(stock.layers[0]!.events!);
    return (this.#first = isDated ? packed : sorted(packed, this.#keys("date"), false));
  }
}
