// Events made for tests: cells of the unit square, one event each, packed as the format packs them.
import { NOWHERE, type Events } from "../src/layers/unpack.js";

const BITS = 22;
type Cell = readonly [x: number, y: number];

function morton([x, y]: Cell): number {
  let key = 0;
  for (let bit = BITS - 1; bit >= 0; bit--)
    key = key * 4 + ((y >>> bit) & 1) * 2 + ((x >>> bit) & 1);
  return key;
}

/** Events at positions of the unit square, in the order given; null is one without a point. */
export function eventsAt(...spots: readonly (Cell | null)[]): Events {
  const cells = spots.map((spot): Cell | null =>
    spot ? [Math.floor(spot[0] * 2 ** BITS), Math.floor(spot[1] * 2 ** BITS)] : null,
  );
  const keys = new Map(cells.flatMap((cell) => (cell ? [[morton(cell), cell] as const] : [])));
  const places = [...keys].sort(([a], [b]) => a - b);
  const numbers = new Map(places.map(([key], place) => [key, place]));
  const count = spots.length;
  const days = Int32Array.from({ length: count }, (_, row) => row);
  return {
    count,
    order: "date",
    bits: BITS,
    places: {
      count: places.length,
      x: Uint32Array.from(places, ([, [x]]) => x),
      y: Uint32Array.from(places, ([, [, y]]) => y),
    },
    place: Uint32Array.from(cells, (cell) => (cell ? numbers.get(morton(cell))! : NOWHERE)),
    start: days,
    end: days,
    precision: new Uint8Array(count).fill(1),
    type: new Uint8Array(count),
    placement: new Uint8Array(count),
    attribution: new Uint8Array(count),
    km: new Float32Array(count).fill(NaN),
    stated: new Set(["metres", "placement", "attribution"]),
    area: new Int16Array(count).fill(-1),
    areas: [],
    fatalities: new Int32Array(count).fill(-1),
    fatalitiesLow: new Int32Array(count).fill(-1),
    fatalitiesHigh: new Int32Array(count).fill(-1),
    rows: 4096,
    words: [],
    ids: "order",
  };
}
