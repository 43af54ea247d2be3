// How surely an event is placed: what may be drawn sharp, what needs a ring.
import { NOWHERE, PLACEMENTS, type Events } from "./unpack.js";

/** Up to this radius a point may be drawn as a point. */
const SHARP_KM = 2;

export function isSharp(events: Events, row: number): boolean {
  const { placement, stated } = events;
  if (stated.has("placement") && PLACEMENTS[placement[row]!] !== "point") return false;
  return !stated.has("metres") || !(events.km[row]! > SHARP_KM);
}

/** The rows of events with a point and a radius that is worth a ring. */
export function ringed(events: Events): Uint32Array {
  if (!events.stated.has("metres")) return new Uint32Array();
  const { count, km, place } = events;
  const rows: number[] = [];
  for (let row = 0; row < count; row++)
    if (km[row]! > SHARP_KM && place[row] !== NOWHERE) rows.push(row);
  return Uint32Array.from(rows);
}
