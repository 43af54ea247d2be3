// The sea, somewhat deeper in colour towards the coast, as the water-lines of printed maps have it.
import { copies, shows, traceLines, type View } from "./basemap-path.js";
import { at, type Palette, type Stops } from "./basemap-style.js";
import type { Arc, Basemap } from "./basemap-unpack.js";
import { worldPx } from "./projection.js";

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
const HASTY_SCALE = 0.25;

export class Sea {
  readonly #canvas = document.createElement("canvas");

  /** Paints the sea on all of the view. Land painted over it hides the glow's inner half. */
  paint(
    pen: CanvasRenderingContext2D,
    view: View,
    { arcs }: Basemap,
    inks: Palette,
    haste: boolean,
  ): void {
    pen.fillStyle = inks.sea;
    pen.fillRect(0, 0, view.width, view.height);
    const isCoast = ({ kind, zoom }: Arc): boolean => kind === "coast" && zoom <= view.zoom;
    const coast = arcs.filter(isCoast);
    const reach = at(REACH, view.zoom);
    const part = around(coast, view, reach);
    if (!part) return;
    const scale = haste ? HASTY_SCALE : SCALE;
    const soft = this.#blank(part, inks, scale);
    for (const step of STEPS) {
      soft.lineWidth = 2 * step * reach;
      traceLines(soft, coast, part, () => true, soft.lineWidth * LEAST_STEP);
      soft.stroke();
    }
    const { width, height } = this.#canvas;
    const corner = [part.left - view.left, part.top - view.top] as const;
    pen.drawImage(this.#canvas, ...corner, width / scale, height / scale);
  }

  /** A pen for a part of the sea, which has its colour alone so far. */
  #blank({ width, height }: View, inks: Palette, scale: number): CanvasRenderingContext2D {
    const canvas = this.#canvas;
    canvas.width = Math.ceil(width * scale);
    canvas.height = Math.ceil(height * scale);
    const soft = canvas.getContext("2d", { alpha: false })!;
    soft.fillStyle = inks.sea;
    soft.fillRect(0, 0, canvas.width, canvas.height);
    soft.scale(scale, scale);
    soft.lineJoin = soft.lineCap = "round";
    soft.strokeStyle = inks.glow;
    soft.globalAlpha = STRENGTH;
    return soft;
  }
}

/** The part of a view in which there is glow; null where no coast is near. */
function around(coast: readonly Arc[], view: View, reach: number): View | null {
  const world = worldPx(view.zoom);
  let [left, top, right, bottom] = [view.width, view.height, 0, 0];
  for (const edge of copies(view))
    for (const { extent } of coast) {
      if (!shows(extent, view, edge)) continue;
      left = Math.min(left, extent.left * world + edge - reach);
      right = Math.max(right, extent.right * world + edge + reach);
      top = Math.min(top, extent.top * world - view.top - reach);
      bottom = Math.max(bottom, extent.bottom * world - view.top + reach);
    }
  // On whole pixels of the canvas, which are two of the view, in haste four.
  [left, top] = [whole(Math.max(left, 0)), whole(Math.max(top, 0))];
  const width = Math.min(right, view.width) - left;
  const height = Math.min(bottom, view.height) - top;
  if (width <= 0 || height <= 0) return null;
  return { zoom: view.zoom, left: view.left + left, top: view.top + top, width, height };
}

function whole(value: number): number {
  return 4 * Math.floor(value / 4);
}
