// The sea, somewhat deeper in colour towards the coast, as the water-lines of printed maps have it.
import { traceLines, type View } from "./basemap-path.js";
import { at, type Palette, type Stops } from "./basemap-style.js";
import type { Arc, Basemap } from "./basemap-unpack.js";

/** How far from the coast the glow reaches, in pixels. */
const REACH: Stops = [
  [3, 6],
  [7, 13],
  [11, 20],
];
/** Parts of the reach at which one faint stroke ends; together they make an even slope. */
const STEPS = [0.18, 0.42, 0.7, 1] as const;
const STRENGTH = 0.24;
/** In widths: a wide faint stroke does not show smaller turns of the coast, and is slow with them. */
const LEAST_STEP = 0.3;
/** The glow is soft: pixels twice as large do for it, and it is painted four times as fast. */
const SCALE = 0.5;

export class Sea {
  readonly #canvas = document.createElement("canvas");

  /** Paints the sea on all of the view. Land painted over it hides the glow's inner half. */
  paint(pen: CanvasRenderingContext2D, view: View, { arcs }: Basemap, inks: Palette): void {
    const canvas = this.#canvas;
    canvas.width = Math.ceil(view.width * SCALE);
    canvas.height = Math.ceil(view.height * SCALE);
    const soft = canvas.getContext("2d", { alpha: false })!;
    soft.fillStyle = inks.sea;
    soft.fillRect(0, 0, canvas.width, canvas.height);
    soft.scale(SCALE, SCALE);
    soft.lineJoin = soft.lineCap = "round";
    soft.strokeStyle = inks.glow;
    soft.globalAlpha = STRENGTH;
    const isCoast = (arc: Arc): boolean => arc.kind === "coast" && arc.zoom <= view.zoom;
    for (const step of STEPS) {
      soft.lineWidth = 2 * step * at(REACH, view.zoom);
      traceLines(soft, arcs, view, isCoast, soft.lineWidth * LEAST_STEP);
      soft.stroke();
    }
    pen.drawImage(canvas, 0, 0, canvas.width / SCALE, canvas.height / SCALE);
  }
}
