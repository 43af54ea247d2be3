// Where the names of the map's own places stand: beside their dot, clear of marks and of each other.
import * as L from "../leaflet.js";
import type { Mark } from "./marks.js";
import type { Obstacle } from "./labels-place.js";
import { mercatorX, mercatorY, worldPx } from "./projection.js";

export interface Named {
  readonly at: L.LatLng;
  readonly label: HTMLElement;
  /** What the basemap calls the place. */
  readonly also: string;
}

const GAP_PX = 5;
const DOT_PX = 6;

/** Moves each name to the first free side of its dot: after it, before it, above, below. */
export function settle(map: L.Map, names: readonly Named[], marks: readonly Mark[]): void {
  const world = worldPx(map.getZoom());
  const corner = map.getPixelBounds().min!;
  const discs = marks.map(({ x, y, radius }) => ({
    x: x * world - corner.x,
    y: y * world - corner.y,
    radius,
  }));
  const view = L.bounds(L.point(2, 2), map.getSize().subtract([2, 2]));
  const taken = discs.map(({ x, y, radius }) =>
    L.bounds([x - radius, y - radius], [x + radius, y + radius]),
  );
  // Measured all at once, before the first is moved: each move would have the page laid out anew.
  const sizes = names.map(({ label }) => L.point(label.offsetWidth, label.offsetHeight));
  names.forEach(({ at, label }, number) => {
    const spot = map.latLngToContainerPoint(at);
    const size = sizes[number]!;
    const own = discs.find(({ x, y, radius }) => Math.hypot(x - spot.x, y - spot.y) < radius);
    const reach = own ? own.radius + Math.hypot(own.x - spot.x, own.y - spot.y) : DOT_PX;
    const boxes = sides(size, reach + GAP_PX).map((corner) => {
      const start = spot.add(corner);
      return { corner, box: L.bounds(start, start.add(size)) };
    });
    const free = boxes.find(
      ({ box }) => view.contains(box) && !taken.some((other) => other.overlaps(box)),
    );
    const { corner, box } = free ?? leastCovered(boxes, view, taken);
    taken.push(box);
    label.style.transform = `translate(${corner.x}px, ${corner.y}px)`;
  });
}

/** Where none is free: in view rather than not, and over as few marks and names as can be. */
function leastCovered<T extends { readonly box: L.Bounds }>(
  boxes: readonly T[],
  view: L.Bounds,
  taken: readonly L.Bounds[],
): T {
  const cost = ({ box }: T): number =>
    taken.filter((other) => other.overlaps(box)).length + (view.contains(box) ? 0 : taken.length);
  return boxes.reduce((best, next) => (cost(next) < cost(best) ? next : best));
}

/** What the names of the basemap keep clear of. */
export function obstacles(names: readonly Named[], marks: readonly Mark[]): Obstacle[] {
  const dots = names.map(({ at, also }) => ({
    x: mercatorX(at.lng),
    y: mercatorY(at.lat),
    r: DOT_PX,
    name: also,
  }));
  return [...marks.map(({ x, y, radius }) => ({ x, y, r: radius })), ...dots];
}

/** Upper left corners of a name, from its dot. */
function sides(size: L.Point, reach: number): L.Point[] {
  const after = L.point(reach, -size.y / 2);
  const before = L.point(-reach - size.x, -size.y / 2);
  const above = L.point(-size.x / 2, -reach - size.y);
  const below = L.point(-size.x / 2, reach);
  return document.dir === "rtl" ? [before, after, above, below] : [after, before, above, below];
}
