// One event layer: one canvas for all its types, real buttons over the marks for keyboard and screen reader.
import type { Focusable } from "./focusable.js";
import * as L from "../leaflet.js";
import type { LayerSpec } from "../page/spec.js";
import { Areas } from "./areas.js";
import { Cover } from "./canvas.js";
import { FocusMarks } from "./focus.js";
import { gather, type Mark } from "./marks.js";
import { paint, type Placed } from "./paint.js";
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
  name(layer: EventLayer, rows: readonly number[]): string;
  changed(layer: EventLayer): void;
}

export const EVERYTHING: Filter = { from: -Infinity, to: Infinity, types: null };
const HIT_PX = 4;

export class EventLayer extends L.Layer {
  readonly ready: Promise<void>;
  events: Events | null = null;
  shown = new Uint8Array();
  readonly hidden = new Set<string>();
  #filter = EVERYTHING;
  #open: ReadonlySet<number> = new Set();
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
      this.#choose();
    });
  }

  override onAdd(map: L.Map): this {
    this.#cover = new Cover(map, map.getPane("mapgen-marks")!, "mg-marks");
    this.#focus = new FocusMarks(map.getPane("mapgen-marks")!, {
      open: (rows, opener) => this.listener.open(this, rows, opener),
      name: (rows) => this.listener.name(this, rows),
    });
    this.#areas = new Areas(map, this.spec.types, {
      open: (rows, opener) => this.listener.open(this, rows, opener),
      name: (rows) => this.listener.name(this, rows),
    });
    this.draw();
    this.listener.changed(this);
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      moveend: () => this.draw(),
      resize: () => this.draw(),
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
    this.#open = new Set(rows);
    this.draw();
  }

  /** The rows of the mark at a point of the map's container, or null. */
  at(point: L.Point): readonly number[] | null {
    if (!this.#cover) return null;
    const spot = this._map.containerPointToLayerPoint(point).subtract(this.#cover.offset);
    for (let i = this.#placed.length - 1; i >= 0; i--) {
      const { x, y, mark } = this.#placed[i]!;
      if (Math.hypot(x - spot.x, y - spot.y) <= mark.radius + HIT_PX) return mark.rows;
    }
    return null;
  }

  /** The marks as they stand at this zoom; none while the layer is off. */
  marks(): readonly Mark[] {
    return this.#placed.map(({ mark }) => mark);
  }

  #choose(): void {
    const events = this.events;
    if (!events) return;
    const { from, to, types } = this.#filter;
    const wanted = this.spec.types.map(
      ({ id }) => !this.hidden.has(id) && (types === null || types.has(id)),
    );
    const timed = from > -Infinity || to < Infinity;
    this.shown = new Uint8Array(events.count);
    for (let row = 0; row < events.count; row++) {
      const [start, end] = [events.start[row]!, events.end[row]!];
      const undated = Number.isNaN(start) && Number.isNaN(end);
      const meets = timed ? !undated && !(start > to) && !(end < from) : true;
      if (meets && wanted[events.type[row]!]) this.shown[row] = 1;
    }
    this.draw();
    this.listener.changed(this);
  }

  draw(): void {
    if (!this.events || !this.#cover) return;
    const frame = this.#cover.frame();
    const world = worldPx(frame.zoom);
    const middle = (frame.origin.x + frame.width / 2) / world;
    const marks = gather(this.events, this.shown, world);
    this.#placed = marks.map((mark) => place(mark, world, frame.origin, middle));
    const dark = document.documentElement.dataset["theme"] === "dark";
    const scene = { events: this.events, types: this.spec.types, zoom: frame.zoom, dark };
    paint(frame.pen, { ...scene, open: this.#open }, this.#placed);
    this.#focus?.show(this.#placed, this.#cover.offset, this._map);
    this.#areas?.show(this.events, this.shown);
  }
}

/** Where a mark stands on the canvas, on the copy of the world that is nearest to the middle. */
function place(mark: Mark, world: number, origin: L.Point, middle: number): Placed {
  const x = mark.x + Math.round(middle - mark.x);
  return { mark, x: x * world - origin.x, y: mark.y * world - origin.y };
}
