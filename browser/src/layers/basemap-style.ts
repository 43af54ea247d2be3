// The table of colours, widths and sizes that Python's pictures are drawn with too.
import table from "../../../src/mapgen/layers/style.json" with { type: "json" };
import type { Kind, LabelKind } from "./basemap-unpack.js";

/** Zoom and value in turn; between two stops the value runs evenly. */
export type Stops = readonly (readonly number[])[];

export interface Line {
  readonly width: Stops;
  /** Lengths in pixels. */
  readonly dash?: readonly number[];
  readonly from?: number;
}

export interface Lettering {
  readonly size: Stops;
  readonly weight: number;
  /** Between letters, in em. */
  readonly spacing?: number;
  readonly upper?: boolean;
  readonly italic?: boolean;
  readonly ink: Ink;
  readonly dot?: "square" | "circle";
}

export type Palette = (typeof table)["light"];
export type Ink = keyof Palette;

export const LINES: Readonly<Record<Exclude<Kind, "cut">, Line>> = table.lines;
export const LETTERING = table.labels as Readonly<Record<LabelKind, Lettering>>;
export const RELIEF = table.relief;

export function palette(dark: boolean): Palette {
  return dark ? table.dark : table.light;
}

export function isDark(): boolean {
  return document.documentElement.dataset["theme"] === "dark";
}

/** The value of stops at a zoom; before the first and after the last it stays. */
export function at(stops: Stops, zoom: number): number {
  let [before, value] = stops[0]! as [number, number];
  if (zoom <= before) return value;
  for (const [next, then] of stops as readonly [number, number][]) {
    if (zoom < next) return value + ((then - value) * (zoom - before)) / (next - before);
    [before, value] = [next, then];
  }
  return value;
}
