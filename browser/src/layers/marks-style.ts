// How marks look, from the table that Python's pictures are drawn with too.
import table from "../../../src/mapgen/layers/style.json" with { type: "json" };

export interface Ink {
  readonly paper: string;
  readonly ink: string;
}

export const MARKS = table.marks;

export function inkOf(dark: boolean): Ink {
  return MARKS[dark ? "dark" : "light"];
}

/** A colour of the data (#rrggbb) as it is drawn: in the dark mixed with white. */
export function hueOf(color: string, dark: boolean): string {
  if (!dark) return color;
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return `rgb(${parts.map((part) => Math.round(255 - (255 - part) * MARKS.hue)).join(" ")})`;
}
