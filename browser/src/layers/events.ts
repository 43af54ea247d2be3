// One event layer: one canvas for all its types, real buttons over the marks for keyboard and screen reader.
import type { Focusable } from "./focusable.js";
import * as L from "../leaflet.js";
import { whenLive, whenResting } from "../page/shown.js";
import type { LayerSpec } from "../page/spec.js";
import { Areas } from "./areas.js";
import { Cover } from "./canvas.js";
import { Choice } from "./choice.js";
import { Crowd } from "./crowd.js";
import { FocusMarks } from "./focus.js";
import { Forms, type Form } from "./forms.js";
import type { Mark } from "./marks.js";
import { drawnRadius, Painter, type Placed } from "./paint.js";
import { numbersOf } from "./paint-disc.js";
import { worldPx } from "./projection.js";
import { readEvents, type Events } from "./unpack.js";

export interface Filter {
  /** First and last day since 1970-01-01. */
  readonly from: number;
  readonly to: number;
  readonly types: ReadonlySet<string> | null;
}

/** What the page gives a layer to speak with. */
export interface Listener {
  open(layer: EventLayer, rows: readonly number[], opener: Focusable | null): void;
  /** What a mark or an area of so many events is called; `row` is one of them. */
  name(layer: EventLayer, count: number, row: number): string;
  changed(layer: EventLayer): void;
}

export const EVERYTHING: Filter = { from: -Infinity, to: Infinity, types: null };
const HIT_PX = 4;

export class EventLayer extends L.Layer {
  readonly ready: Promise<void>;
  events: Events | null = null;
  #choice: Choice | null = null;
  readonly hidden = new Set<string>();
  #filter = EVERYTHING;
  #begun = false;
  /** From then on the keyboard reaches the marks: nobody's does before. */
  #live = false;
  #open: ReadonlySet<number> = new Set();
  #crowd: Crowd | null = null;
  #forms: Forms | null = null;
  readonly #painter = new Painter();
  #cover: Cover | null = null;
  #focus: FocusMarks | null = null;
  #areas: Areas | null = null;
  #placed: readonly Placed[] = [];

  constructor(
    readonly spec: LayerSpec,
    private readonly listener: Listener,
  ) {
    super();
    this.ready = readEvents(`mapgen-${spec.id}`).then((events) => {
      this.events = events;
      this.#choice = new Choice(events);
      this.#crowd = new Crowd(events, spec.types.length, this.#choice);
      this.#forms = new Forms(events, this.#choice);
      this.#choose();
    });
  }

  /** One byte an event: whether its type is on and the filter lets it through. */
  get shown(): Uint8Array {
    return this.#choice?.mask ?? new Uint8Array();
  }

  get shownCount(): number {
    return this.#choice?.count ?? 0;
  }

  /** Lets it be drawn from now on: before everything has been read, it would be in vain. */
  begin(): void {
    this.#begun = true;
    whenLive(() => {
      this.#live = true;
      this.#focusable();
    });
    // The first canvas has no margin, which only a pan needs.
    whenResting(() => {
      if (this.#cover?.isBare) this.draw();
    });
  }

  override onAdd(map: L.Map): this {
    const pane = map.getPane("mapgen-marks")!;
    const open = (rows: readonly number[], opener: Focusable | null): void =>
      this.listener.open(this, rows, opener);
    const name = (count: number, row: number): string => this.listener.name(this, count, row);
    this.#cover = new Cover(map, pane, "mg-marks");
    this.#focus = new FocusMarks(pane, {
      open: (mark, opener) => open(this.rows(mark), opener),
      name: ({ count, some }) => name(count, some),
    });
    this.#areas = new Areas(map, this.spec.id, this.spec.types, { open, name });
    this.draw();
    this.listener.changed(this);
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      move: () => this.#cover?.isOutrun() && this.draw(),
      moveend: () => this.draw(),
      resize: () => this.draw(),
      zoom: () => this.#cover?.keepUp(),
      zoomanim: (event) => this.#cover?.follow(event as L.ZoomAnimEvent),
    };
  }

  override onRemove(): this {
    this.#cover?.remove();
    this.#focus?.remove();
    this.#areas?.remove();
    this.#cover = this.#focus = this.#areas = null;
    this.#placed = [];
    this.listener.changed(this);
    return this;
  }

  setFilter(filter: Filter): void {
    this.#filter = filter;
    this.#choose();
  }

  setType(id: string, on: boolean): void {
    if (on) this.hidden.delete(id);
    else this.hidden.add(id);
    this.#choose();
  }

  setOpen(rows: readonly number[]): void {
    if (rows.length === 0 && this.#open.size === 0) return;
    this.#open = new Set(rows);
    this.draw();
  }

  /** The mark at a point of the map's container, or null. */
  at(point: L.Point): Mark | null {
    if (!this.#cover) return null;
    const spot = this._map.containerPointToLayerPoint(point).subtract(this.#cover.offset);
    for (let i = this.#placed.length - 1; i >= 0; i--) {
      const { x, y, mark } = this.#placed[i]!;
      if (Math.hypot(x - spot.x, y - spot.y) <= mark.radius + HIT_PX) return mark;
    }
    return null;
  }

  /** The rows of a mark's events, the newest first. */
  rows(mark: Mark): number[] {
    return this.#crowd!.rows(mark);
  }

  /**
   * Words for what is drawn now: `type.ID` of each type; `sharp` and `soft` places, `area`; the
   * outlines `solid`, `dashed`, `hollow`; and `disc`, `pie`, `dot` for marks of several events.
   */
  forms(): ReadonlySet<string> {
    return new Set(this.#cover ? [...this.#painter.drawn, ...(this.#areas?.forms() ?? [])] : []);
  }

  /** Whether its places are so many that marks lie on each other. */
  get isCrowded(): boolean {
    return this.#crowd?.few === false;
  }

  /**
   * The marks that names keep clear of, as large as they are drawn. A crowd would leave names no
   * room: of it, the numbers that discs tell.
   */
  marks(): readonly Mark[] {
    if (!this.#crowd || !this.#placed.length) return [];
    const marks = this.#placed.map(({ mark }) => mark);
    if (this.isCrowded) return numbersOf(marks);
    const { bins } = this.#crowd;
    return marks.map((mark) => ({
      ...mark,
      radius: drawnRadius(mark, this.#forms!.of(mark, bins)),
    }));
  }

  #choose(): void {
    const { from, to, types } = this.#filter;
    const wanted = Uint8Array.from(this.spec.types, ({ id }) =>
      this.hidden.has(id) || (types !== null && !types.has(id)) ? 0 : 1,
    );
    const timed = from > -Infinity || to < Infinity;
    this.#choice?.choose(wanted, timed ? [from, to] : null);
    this.#crowd?.changed();
    this.#forms?.changed();
    this.draw();
    this.listener.changed(this);
  }

  draw(): void {
    if (!this.#begun || !this.events || !this.#cover || !this.#crowd) return;
    const { pen, width, height, zoom, origin } = this.#cover.frame();
    const world = worldPx(zoom);
    const middle = (origin.x + width / 2) / world;
    const inView = (x: number, y: number): boolean => {
      const [left, top] = [nearest(x, middle) * world - origin.x, y * world - origin.y];
      return left >= 0 && left <= width && top >= 0 && top <= height;
    };
    // Over a crowd the names stand above the marks.
    if (this.isCrowded) this._map.getContainer().classList.add("mg-crowded");
    this.#placed = this.#crowd.marks(zoom, inView).map((mark) => ({
      mark,
      x: nearest(mark.x, middle) * world - origin.x,
      y: mark.y * world - origin.y,
    }));
    const { dataset, lang } = document.documentElement;
    const dark = dataset["theme"] === "dark";
    const bins = this.#crowd.bins;
    const formOf = (mark: Mark): Form => this.#forms!.of(mark, bins);
    const scene = { events: this.events, types: this.spec.types, zoom, dark, lang, formOf };
    this.#painter.paint(pen, scene, this.#placed);
    for (const at of this.#opened()) this.#painter.halo(pen, at, dark);
    this.#focusable();
    this.#areas?.show(this.events, this.shown);
  }

  #focusable(): void {
    if (this.#live && this.#cover) this.#focus?.show(this.#placed, this.#cover.offset, this._map);
  }

  /** The marks that hold what is open. */
  #opened(): readonly Placed[] {
    const open = this.#open;
    if (open.size === 0) return [];
    const bins = this.#crowd!.binsOf(open);
    return this.#placed.filter(({ mark }) => mark.bins.some((bin) => bins.has(bin)));
  }
}

/** A position on the unit square, on the copy of the world that is nearest to the middle. */
function nearest(x: number, middle: number): number {
  return x + Math.round(middle - x);
}
