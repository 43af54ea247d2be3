// The basemap on a canvas: sea, land, relief, rivers, lakes, coasts and borders.
import type { Sea } from "./basemap-sea.js";
import { traceAreas, traceLines, type View } from "./basemap-path.js";
import { at, LINES, palette, type Palette } from "./basemap-style.js";
import type { Basemap, Kind } from "./basemap-unpack.js";
import type { Relief } from "./relief.js";

export interface Painted {
  readonly basemap: Basemap;
  readonly sea: Sea;
  readonly relief: Relief | null;
  readonly dark: boolean;
  /** Whether what is soft may be coarse. */
  readonly haste: boolean;
}

export function paintGround(pen: CanvasRenderingContext2D, view: View, painted: Painted): void {
  const { basemap, sea, relief, dark, haste } = painted;
  const inks = palette(dark);
  pen.lineJoin = "round";
  sea.paint(pen, view, basemap, inks, haste);
  traceAreas(pen, basemap, basemap.land, view);
  pen.fillStyle = inks.land;
  pen.fill("evenodd");
  relief?.paint(pen, view, dark, haste);
  stroke(pen, view, basemap, "river", inks);
  traceAreas(pen, basemap, basemap.lakes, view);
  pen.fillStyle = inks.sea;
  pen.fill("evenodd");
  for (const kind of ["shore", "coast", "province", "disputed", "border"] as const)
    stroke(pen, view, basemap, kind, inks);
}

function stroke(
  pen: CanvasRenderingContext2D,
  view: View,
  { arcs }: Basemap,
  kind: Exclude<Kind, "cut">,
  inks: Palette,
): void {
  const { width, dash, from } = LINES[kind];
  if (from !== undefined && view.zoom < from) return;
  traceLines(pen, arcs, view, (arc) => arc.kind === kind && arc.zoom <= view.zoom);
  pen.lineWidth = at(width, view.zoom);
  pen.lineCap = dash ? "butt" : "round";
  pen.strokeStyle = inks[kind === "shore" ? "coast" : kind];
  pen.setLineDash([...(dash ?? [])]);
  pen.stroke();
  pen.setLineDash([]);
}
