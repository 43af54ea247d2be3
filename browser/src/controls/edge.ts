// Arrows at the edge of the map that point to the marks beyond it.
import * as L from "../leaflet.js";
import { element } from "../page/element.js";
import { counted, written, type Spec } from "../page/spec.js";
import type { Mark } from "../layers/marks.js";
import { worldPx } from "../layers/projection.js";

const SECTORS = 8;
const INSET_PX = L.point(30, 20);
const FARTHEST_ZOOM = 8;
/** Room of an arrow, which no other takes. */
const ROOM_PX = L.point(50, 30);
const STEP_PX = 5;

interface Sector {
  count: number;
  /** Sum of the marks' positions in container pixels, each as often as it has events. */
  x: number;
  y: number;
  readonly bounds: L.Bounds;
}

export class Edge {
  readonly #box = element("div", { class: "mg-edges" });
  readonly #taken: L.Point[] = [];

  constructor(
    private readonly map: L.Map,
    private readonly spec: Spec,
  ) {
    map.getContainer().append(this.#box);
  }

  /** Points to each of eight directions in which shown events lie beyond the view. */
  show(marks: readonly Mark[]): void {
    const size = this.map.getSize();
    const sectors = this.#sectors(marks, size);
    this.#taken.length = 0;
    this.#box.replaceChildren(...sectors.map((sector) => this.#arrow(sector, size)));
  }

  #sectors(marks: readonly Mark[], size: L.Point): Sector[] {
    const world = worldPx(this.map.getZoom());
    const corner = this.map.getPixelBounds().min!;
    const found = new Map<number, Sector>();
    for (const mark of marks) {
      const [x, y] = [mark.x * world - corner.x, mark.y * world - corner.y];
      if (x >= 0 && x <= size.x && y >= 0 && y <= size.y) continue;
      const angle = Math.atan2(y - size.y / 2, x - size.x / 2);
      const key = Math.round((angle / (2 * Math.PI)) * SECTORS);
      const sector = found.get(key) ?? { count: 0, x: 0, y: 0, bounds: L.bounds([]) };
      const events = mark.count;
      sector.count += events;
      sector.x += x * events;
      sector.y += y * events;
      sector.bounds.extend([x, y]);
      found.set(key, sector);
    }
    return [...found.values()];
  }

  #arrow(sector: Sector, size: L.Point): HTMLElement {
    const middle = size.divideBy(2);
    const toward = L.point(sector.x / sector.count, sector.y / sector.count).subtract(middle);
    const spot = this.#clear(middle.add(toward.multiplyBy(reach(toward, middle))), size);
    const text = counted(this.spec.words, "events", sector.count, this.spec.lang);
    const said = this.spec.words["edge"]!.replace("{events}", text);
    const arrow = element("span", { class: "mg-arrow", "aria-hidden": "true" }, "➤");
    arrow.style.rotate = `${Math.atan2(toward.y, toward.x)}rad`;
    const button = element("button", { type: "button", "aria-label": said, title: said }, arrow);
    button.append(
      element("span", { "aria-hidden": "true" }, written(sector.count, this.spec.lang)),
    );
    button.style.translate = `${Math.round(spot.x)}px ${Math.round(spot.y)}px`;
    button.addEventListener("click", (event) => {
      event.stopPropagation();
      this.#goTo(sector);
    });
    return button;
  }

  /** The nearest spot that no control and no other arrow takes: up or down, else further inside. */
  #clear(spot: L.Point, size: L.Point): L.Point {
    const container = this.map.getContainer();
    const { left, top } = container.getBoundingClientRect();
    const boxes = [...container.querySelectorAll(".leaflet-control")].map((control) => {
      const box = control.getBoundingClientRect();
      const corner = L.point(box.left - left, box.top - top);
      const far = corner.add([box.width, box.height]);
      return L.bounds(corner.subtract(INSET_PX), far.add(INSET_PX));
    });
    const open = (at: L.Point): boolean =>
      at.y >= INSET_PX.y &&
      at.y <= size.y - INSET_PX.y &&
      !boxes.some((box) => box.overlaps(L.bounds([at]))) &&
      !this.#taken.some((it) => {
        const { x, y } = it.subtract(at);
        return Math.abs(x) < ROOM_PX.x && Math.abs(y) < ROOM_PX.y;
      });
    const inward = spot.x < size.x / 2 ? ROOM_PX.x : -ROOM_PX.x;
    for (let x = spot.x; x > 0 && x < size.x; x += inward)
      for (let far = 0; far < size.y; far += STEP_PX)
        for (const y of [spot.y + far, spot.y - far])
          if (open(L.point(x, y))) return this.#take(L.point(x, y));
    return this.#take(spot);
  }

  #take(spot: L.Point): L.Point {
    this.#taken.push(spot);
    return spot;
  }

  #goTo({ bounds }: Sector): void {
    const at = (point: L.Point): L.LatLng => this.map.containerPointToLatLng(point);
    const box = L.latLngBounds(at(bounds.min!), at(bounds.max!)).pad(0.2);
    const zoom = Math.max(this.map.getZoom(), this.spec.zooms[0]);
    this.map.fitBounds(box, { maxZoom: Math.min(zoom, FARTHEST_ZOOM) });
  }
}

/** The share of the way from the middle at which an arrow stands just inside the edge. */
function reach(toward: L.Point, middle: L.Point): number {
  const across = (middle.x - INSET_PX.x) / Math.abs(toward.x);
  const along = (middle.y - INSET_PX.y) / Math.abs(toward.y);
  return Math.min(across, along);
}
