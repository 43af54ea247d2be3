// The numbers of an event layer, as layers/pack.py writes them: what is drawn and filtered.
import type { Geometry } from "geojson";
import { readBlock } from "../page/blocks.js";
import { NULL, refuse } from "./stored.js";
import { Columns, type Header } from "./columns.js";
import { daysOf, TO_THE_DAY, type Days } from "./days.js";
import { placesOf, type Places } from "./morton.js";

export const PLACEMENTS = ["point", "ring", "area", "unplaced"] as const;

/** The place of an event without a point. */
export const NOWHERE = NULL;

/** One entry an event in every column, in packed order. */
export interface Events extends Days {
  readonly count: number;
  readonly order: "date" | "place";
  /** Positions are cells of 2^-bits of the unit square. */
  readonly bits: number;
  readonly places: Places;
  /** Place of each event, or NOWHERE. */
  readonly place: Uint32Array;
  /** Bits that ./days.ts names. */
  readonly precision: Uint8Array;
  readonly type: Uint8Array;
  readonly placement: Uint8Array;
  /** 0 where none is stated, else one more than the format's number. */
  readonly attribution: Uint8Array;
  /** Radius in km within which the event lies; NaN where none is stated. */
  readonly km: Float32Array;
  /** Names of the columns of the block: what none of the events states is not among them. */
  readonly stated: ReadonlySet<string>;
  /** Number of the area in `areas`, or -1. */
  readonly area: Int16Array;
  readonly areas: readonly Geometry[];
  /** -1 where unknown. */
  readonly fatalities: Int32Array;
  readonly fatalitiesLow: Int32Array;
  readonly fatalitiesHigh: Int32Array;
  /** Events in a block of words, and the names of the columns that words blocks may have. */
  readonly rows: number;
  readonly words: readonly string[];
  readonly ids: "order" | "numbers" | "text";
}

type Numbers = Columns<
  Header & Pick<Events, "bits" | "order" | "rows" | "words" | "ids" | "areas"> & { places: number }
>;

/** Mercator x of an event on the unit square, of the middle of its cell; NaN without a point. */
export function placeX(events: Events, row: number): number {
  return (events.places.x[events.place[row]!]! + 0.5) / 2 ** events.bits;
}

export function placeY(events: Events, row: number): number {
  return (events.places.y[events.place[row]!]! + 0.5) / 2 ** events.bits;
}

/** Latitude of an event in degrees; NaN without a point. */
export function latOf(events: Events, row: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * placeY(events, row)))) * 180) / Math.PI;
}

export async function readEvents(block: string): Promise<Events> {
  return unpack(await readBlock(block));
}

/** The events of an inflated block; throws a sentence where it does not add up. */
export function unpack(bytes: Uint8Array<ArrayBuffer>): Events {
  const columns: Numbers = new Columns(bytes);
  const { count, places, bits, order, rows, words, ids, areas } = columns.header;
  const key = columns.stored("key", places);
  if (!key && places) refuse("its places are missing");
  const stated = new Set(columns.header.columns.map(({ name }) => name));
  const [precision, placement, type] = ["precision", "placement", "type"].map((name) =>
    columns.bytesOf(name, count),
  );
  const [attribution, km, area] = [attributionOf(columns), radiusOf(columns), areaOf(columns)];
  // Nothing is known: bytes of 255 are NULL, -1 and NaN alike, so that absent columns share them.
  const nothing = late({}, { known: () => new Uint32Array(count).fill(NULL) });
  const deaths = (end: string) => (): Int32Array =>
    new Int32Array((columns.numbers(`fatalities${end}`, count) ?? nothing.known).buffer);
  const events = {
    ...{ count, bits, order, rows, words, ids, areas, stated },
    places: key ? placesOf(key, bits) : { count: 0, x: new Uint32Array(), y: new Uint32Array() },
    place: placeOf(columns) ?? nothing.known,
    ...daysOf(columns, precision ?? null),
    type: type ?? alike(count, 0),
  };
  return late(events, {
    precision: () => precision ?? alike(count, stated.has("day") ? TO_THE_DAY : 0),
    placement: () => placement ?? alike(count, 0),
    attribution: () => attribution ?? alike(count, 0),
    km: () => km ?? new Float32Array(nothing.known.buffer),
    area: () => area ?? new Int16Array(nothing.known.buffer, 0, count),
    fatalities: deaths(""),
    fatalitiesLow: deaths("_low"),
    fatalitiesHigh: deaths("_high"),
  });
}

type Late<T> = { readonly [Name in keyof T]: T[Name] extends () => infer Made ? Made : never };

/**
 * Adds what is made when it is first asked for, be it by taking an object apart. What a million
 * events do not state, and tolls, which only cards and lists tell, take no time at the start.
 */
function late<T extends object, M extends Record<string, () => unknown>>(
  known: T,
  makers: M,
): T & Late<M> {
  for (const [name, make] of Object.entries(makers))
    Object.defineProperty(known, name, {
      configurable: true,
      enumerable: true,
      get(): unknown {
        const value = make();
        Object.defineProperty(known, name, { value });
        return value;
      },
    });
  return known as T & Late<M>;
}

function alike(count: number, value: number): Uint8Array {
  return new Uint8Array(count).fill(value);
}

/** The place of each event. Without the column, event i lies at place i, or none has a point. */
function placeOf(columns: Numbers): Uint32Array | null {
  const { count, places, order } = columns.header;
  const place = columns.numbers("place", count, places);
  if (place) return place;
  if (order !== "place" || places !== count) return null;
  const own = new Uint32Array(count);
  for (let row = 0; row < count; row++) own[row] = row;
  return own;
}

function areaOf(columns: Numbers): Int16Array | null {
  const { count, areas } = columns.header;
  const numbers = columns.numbers("area", count, areas.length);
  return numbers && new Int16Array(numbers);
}

function radiusOf(columns: Numbers): Float32Array | null {
  const metres = columns.numbers("metres", columns.header.count);
  if (!metres) return null;
  const km = new Float32Array(metres.length);
  for (let row = 0; row < km.length; row++)
    km[row] = metres[row] === NULL ? NaN : metres[row]! / 1000;
  return km;
}

function attributionOf(columns: Numbers): Uint8Array | null {
  const numbers = columns.numbers("attribution", columns.header.count);
  if (!numbers) return null;
  // NULL is the largest number: one more is nought.
  for (let row = 0; row < numbers.length; row++) numbers[row]!++;
  return new Uint8Array(numbers);
}
