// The columns of an event layer, as layers/pack.py writes them.
import type { Geometry } from "geojson";
import { readJson } from "../page/blocks.js";
import type { Precision } from "../page/dates.js";
import { mercatorX, mercatorY } from "./projection.js";

export const PLACEMENTS = ["point", "ring", "area", "unplaced"] as const;

/** What is drawn and filtered: one entry an event in every column. */
export interface Events {
  readonly count: number;
  /** Mercator position on the unit square; NaN where the event has no point. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly lat: Float64Array;
  /** Radius in km within which the event lies; NaN where none is stated. */
  readonly km: Float64Array;
  readonly placement: Uint8Array;
  /** Number of the area in `areas`, or -1. */
  readonly area: Int16Array;
  readonly areas: readonly Geometry[];
  /** First and last day since 1970-01-01; NaN where undated or open. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly type: Uint8Array;
}

export interface Source {
  readonly title: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly url?: string;
  readonly archive_url?: string;
}

/** The words of one event; a column without a word for it is left out. */
export interface Story {
  readonly id: string;
  readonly title: string;
  readonly when?: string;
  readonly precision?: Precision;
  readonly approximate?: boolean;
  readonly description?: string;
  readonly location?: string;
  readonly admin1?: string;
  readonly country?: string;
  readonly sub_event_type?: string;
  readonly coord_basis?: string;
  readonly attribution?: string;
  readonly caution?: string;
  readonly fatalities?: number;
  readonly fatalities_low?: number;
  readonly fatalities_high?: number;
  readonly fatalities_note?: string;
  readonly sources?: readonly Source[];
}

type Numbers = readonly (number | null)[];

interface Packed {
  readonly count: number;
  readonly lon: Numbers;
  readonly lat: Numbers;
  readonly km: Numbers;
  readonly placement: readonly number[];
  readonly area: readonly number[];
  readonly areas: readonly Geometry[];
  readonly start: Numbers;
  readonly end: Numbers;
  readonly type: readonly number[];
}

function numbers(column: Numbers): Float64Array {
  return Float64Array.from(column, (value) => value ?? NaN);
}

export async function readEvents(block: string): Promise<Events> {
  const packed = await readJson<Packed>(block);
  const lat = numbers(packed.lat);
  return {
    count: packed.count,
    x: numbers(packed.lon).map(mercatorX),
    y: lat.map(mercatorY),
    lat,
    km: numbers(packed.km),
    placement: Uint8Array.from(packed.placement),
    area: Int16Array.from(packed.area),
    areas: packed.areas,
    start: numbers(packed.start),
    end: numbers(packed.end),
    type: Uint8Array.from(packed.type),
  };
}

export function readStories(block: string): Promise<readonly Story[]> {
  return readJson<readonly Story[]>(block);
}
