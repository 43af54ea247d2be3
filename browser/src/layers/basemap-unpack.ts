// The basemap as layers/basemap_pack.py packs it: lines stored once, land and lakes made of them.
import { Columns } from "./basemap-columns.js";
import { Line } from "./basemap-line.js";
import { mercatorX, mercatorY } from "./projection.js";

export const KINDS = ["coast", "border", "disputed", "province", "shore", "river", "cut"] as const;
export const LABEL_KINDS = [
  "country",
  "capital",
  "province",
  "seat",
  "town",
  "sea",
  "lake",
] as const;
export type Kind = (typeof KINDS)[number];
export type LabelKind = (typeof LABEL_KINDS)[number];

/** Left, top, right, bottom on the unit square of the projection. */
export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Arc {
  readonly kind: Kind;
  /** Least zoom at which it is drawn. */
  readonly zoom: number;
  /** x and y in turn on the unit square. */
  readonly xy: Float64Array;
  readonly extent: Extent;
}

/** A closed line: numbers of arcs, one after the other; ~n is arc n run backwards. */
export interface Ring {
  readonly arcs: Int32Array;
  readonly zoom: number;
  readonly extent: Extent;
}

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly kind: LabelKind;
  /** Least zoom at which it may be shown. */
  readonly zoom: number;
  readonly name: string;
}

export interface Basemap {
  readonly arcs: readonly Arc[];
  readonly land: readonly Ring[];
  readonly lakes: readonly Ring[];
  /** The most important first. */
  readonly labels: readonly Label[];
}

const ZOOM_STEPS = 10;

export function unpack(bytes: Uint8Array<ArrayBuffer>): Basemap {
  const columns = new Columns(bytes);
  const units = columns.next()[0]!;
  const arcs = readArcs(columns, units);
  const land = readRings(columns, arcs);
  const lakes = readRings(columns, arcs);
  const lakeZooms = columns.next();
  return {
    arcs,
    land,
    lakes: lakes.map((lake, number) => ({ ...lake, zoom: lakeZooms[number]! })),
    labels: readLabels(columns, units),
  };
}

function readArcs(columns: Columns, units: number): Arc[] {
  const [sizes, kinds, zooms] = [columns.next(), columns.next(), columns.next()];
  const [lons, lats] = [columns.next(), columns.next()];
  const [wests, easts] = summed(lons, sizes);
  const [souths, norths] = summed(lats, sizes);
  const points = { lons, lats, units };
  let at = 0;
  return made(sizes.length, (number) => {
    const begin = at;
    at += sizes[number]!;
    const extent = {
      left: mercatorX(wests[number]! / units),
      top: mercatorY(norths[number]! / units),
      right: mercatorX(easts[number]! / units),
      bottom: mercatorY(souths[number]! / units),
    };
    return new Line(KINDS[kinds[number]!]!, zooms[number]!, extent, points, begin, at);
  });
}

/** An array of what is made for each number. Array.from would ask an iterator for each. */
function made<T>(count: number, make: (number: number) => T): T[] {
  const found: T[] = [];
  for (let number = 0; number < count; number++) found.push(make(number));
  return found;
}

/** Turns steps into running sums, in place; returns the least and the greatest of each piece. */
function summed(steps: Int32Array, sizes: Int32Array): readonly [Int32Array, Int32Array] {
  const [least, greatest] = [new Int32Array(sizes.length), new Int32Array(sizes.length)];
  let [at, sum] = [0, 0];
  for (let piece = 0; piece < sizes.length; piece++) {
    const end = at + sizes[piece]!;
    let low = Infinity;
    let high = -Infinity;
    for (; at < end; at++) {
      sum = (sum + steps[at]!) | 0;
      steps[at] = sum;
      if (sum < low) low = sum;
      if (sum > high) high = sum;
    }
    least[piece] = low;
    greatest[piece] = high;
  }
  return [least, greatest];
}

function readRings(columns: Columns, arcs: readonly Arc[]): Ring[] {
  const [sizes, steps] = [columns.next(), columns.next()];
  let [at, arc] = [0, 0];
  return made(sizes.length, (number) => {
    const ring = steps.subarray(at, (at += sizes[number]!)).map((step) => (arc += step));
    const members = made(ring.length, (n) => arcs[ring[n]! < 0 ? ~ring[n]! : ring[n]!]!);
    return {
      arcs: ring,
      zoom: Math.min(...members.map((member) => member.zoom)),
      extent: around(members.map((member) => member.extent)),
    };
  });
}

function readLabels(columns: Columns, units: number): Label[] {
  const [lons, lats, kinds, zooms] = [
    columns.next(),
    columns.next(),
    columns.next(),
    columns.next(),
  ];
  const names = new TextDecoder().decode(columns.rest()).split("\n");
  return made(lons.length, (row) => ({
    x: mercatorX(lons[row]! / units),
    y: mercatorY(lats[row]! / units),
    kind: LABEL_KINDS[kinds[row]!]!,
    zoom: zooms[row]! / ZOOM_STEPS,
    name: names[row]!,
  }));
}

function around(extents: readonly Extent[]): Extent {
  return {
    left: Math.min(...extents.map((one) => one.left)),
    top: Math.min(...extents.map((one) => one.top)),
    right: Math.max(...extents.map((one) => one.right)),
    bottom: Math.max(...extents.map((one) => one.bottom)),
  };
}
