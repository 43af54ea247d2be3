// Where an event lies on the map, and moving the map so that the card does not lie on it.
import * as L from "../leaflet.js";
import type { EventLayer } from "../layers/events.js";
import { worldPx } from "../layers/projection.js";
import { NOWHERE, placeX, placeY } from "../layers/unpack.js";

const MARGIN_PX = 30;
/** With less of the map in sight than this, the page is moved too. */
const LEAST_PX = 120;

/** The point of an event, or null where it has none. */
export function spotOf(map: L.Map, layer: EventLayer, row: number): L.LatLng | null {
  const events = layer.events!;
  if (events.place[row] === NOWHERE) return null;
  const world = worldPx(0);
  const point = L.point(placeX(events, row) * world, placeY(events, row) * world);
  return map.options.crs!.pointToLatLng(point, 0);
}

/** The point under the middle of what was pressed, or null where that was the map as a whole. */
export function middleOf(map: L.Map, pressed: Element): L.LatLng | null {
  const container = map.getContainer();
  if (pressed === container) return null;
  const [{ left, top, width, height }, whole] = [pressed, container].map((one) =>
    one.getBoundingClientRect(),
  ) as [DOMRect, DOMRect];
  return map.containerPointToLatLng([left + width / 2 - whole.left, top + height / 2 - whole.top]);
}

type Sides = readonly [left: number, top: number, right: number, bottom: number];

/** Brings a point into the part of the map that is in sight; `covered` says what is not. */
export function uncover(map: L.Map, spot: L.LatLng | null, covered: () => Sides): void {
  if (!spot) return;
  const sides = covered();
  const height = map.getSize().y - sides[1] - sides[3];
  if (height < LEAST_PX) map.getContainer().scrollIntoView({ block: "start" });
  const [left, top, right, bottom] = height < LEAST_PX ? covered() : sides;
  map.panInside(spot, {
    paddingTopLeft: [left + MARGIN_PX, top + MARGIN_PX],
    paddingBottomRight: [right + MARGIN_PX, bottom + MARGIN_PX],
  });
}
