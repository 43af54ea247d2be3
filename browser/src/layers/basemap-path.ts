// Lines and areas of the basemap as paths of the canvas, for one view.
import type { Arc, Basemap, Extent, Ring } from "./basemap-unpack.js";
import { worldPx } from "./projection.js";

/** What a canvas shows: its size in CSS pixels and its upper left corner in those of the world. */
export interface View {
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type Tracer = Pick<CanvasRenderingContext2D, "moveTo" | "lineTo" | "quadraticCurveTo">;

/** Beyond the canvas, so that wide strokes of lines just outside are whole. */
const MARGIN_PX = 24;
/** A vertex nearer than this to the last one adds nothing that a screen shows. */
const LEAST_STEP_PX = 0.6;
/** Degrees that a line may lie beside the true one: what the atlas left out at its finest level. */
const TOLERANCE_DEGREES = 0.003;
/** Corners are rounded within the tolerance where that is more pixels than this. */
const VISIBLE_PX = 0.4;

/** The copies of the world that a view shows, as the pixel of each copy's left edge. */
export function copies(view: View): number[] {
  const world = worldPx(view.zoom);
  const first = Math.floor((view.left - MARGIN_PX) / world);
  const last = Math.floor((view.left + view.width + MARGIN_PX) / world);
  return Array.from({ length: last - first + 1 }, (_, n) => (first + n) * world - view.left);
}

/** Whether any of an extent shows in the copy of the world that begins at pixel `edge`. */
export function shows(extent: Extent, view: View, edge: number): boolean {
  const world = worldPx(view.zoom);
  return (
    extent.right * world + edge > -MARGIN_PX &&
    extent.left * world + edge < view.width + MARGIN_PX &&
    extent.bottom * world - view.top > -MARGIN_PX &&
    extent.top * world - view.top < view.height + MARGIN_PX
  );
}

/** Traces the arcs that are wanted and in sight as open lines. */
export function traceLines(
  pen: CanvasRenderingContext2D,
  arcs: readonly Arc[],
  view: View,
  wanted: (arc: Arc) => boolean,
  leastStep = LEAST_STEP_PX,
): void {
  pen.beginPath();
  const seen = arcs.filter(wanted);
  for (const edge of copies(view))
    for (const arc of seen)
      if (shows(arc.extent, view, edge)) traceArc(pen, arc, false, view, edge, true, leastStep);
}

/** Traces the rings in sight as closed areas; an arc out of sight is a straight line there. */
export function traceAreas(
  pen: CanvasRenderingContext2D,
  { arcs }: Pick<Basemap, "arcs">,
  rings: readonly Ring[],
  view: View,
): void {
  pen.beginPath();
  for (const edge of copies(view))
    for (const ring of rings) {
      if (ring.zoom > view.zoom || !shows(ring.extent, view, edge)) continue;
      ring.arcs.forEach((signed, place) => {
        const arc = arcs[signed < 0 ? ~signed : signed]!;
        if (shows(arc.extent, view, edge)) traceArc(pen, arc, signed < 0, view, edge, place === 0);
        else traceChord(pen, arc, signed < 0, view, edge, place === 0);
      });
      pen.closePath();
    }
}

/** An arc's end nodes alone. Both lie in its extent, so that nothing in sight is changed by it. */
function traceChord(
  pen: Tracer,
  { xy }: Arc,
  backwards: boolean,
  view: View,
  edge: number,
  begins: boolean,
): void {
  const world = worldPx(view.zoom);
  const [first, last] = backwards ? [xy.length - 2, 0] : [0, xy.length - 2];
  if (begins) pen.moveTo(xy[first]! * world + edge, xy[first + 1]! * world - view.top);
  pen.lineTo(xy[last]! * world + edge, xy[last + 1]! * world - view.top);
}

function traceArc(
  pen: Tracer,
  arc: Arc,
  backwards: boolean,
  view: View,
  edge: number,
  begins: boolean,
  leastStep = LEAST_STEP_PX,
): void {
  const line = thinned(arc.xy, backwards, view, edge, leastStep);
  if (begins) pen.moveTo(line[0]!, line[1]!);
  const tolerance = (TOLERANCE_DEGREES / 360) * worldPx(view.zoom);
  if (tolerance > VISIBLE_PX) traceRounded(pen, line, tolerance);
  else for (let i = 2; i < line.length; i += 2) pen.lineTo(line[i]!, line[i + 1]!);
}

/** The pixels of an arc's vertices, without those that a screen would not show; both ends stay. */
export function thinned(
  xy: Float64Array,
  backwards: boolean,
  view: Pick<View, "zoom" | "top">,
  edge: number,
  leastStep: number,
): number[] {
  const world = worldPx(view.zoom);
  const [first, last, step] = backwards ? [xy.length - 2, 0, -2] : [0, xy.length - 2, 2];
  let x = xy[first]! * world + edge;
  let y = xy[first + 1]! * world - view.top;
  const line = [x, y];
  for (let i = first + step; i !== last; i += step) {
    const nextX = xy[i]! * world + edge;
    const nextY = xy[i + 1]! * world - view.top;
    if (Math.abs(nextX - x) + Math.abs(nextY - y) < leastStep) continue;
    line.push((x = nextX), (y = nextY));
  }
  line.push(xy[last]! * world + edge, xy[last + 1]! * world - view.top);
  return line;
}

/** Draws on through the vertices with corners rounded: a sharp one little, a slight turn far. */
export function traceRounded(pen: Tracer, line: readonly number[], tolerance: number): void {
  const end = line.length - 2;
  for (let i = 2; i < end; i += 2) {
    const [x, y] = [line[i]!, line[i + 1]!];
    const [backX, backY] = [line[i - 2]! - x, line[i - 1]! - y];
    const [onX, onY] = [line[i + 2]! - x, line[i + 3]! - y];
    const [backPx, onPx] = [Math.hypot(backX, backY), Math.hypot(onX, onY)];
    // A curve over `reach` pixels of both sides passes the corner at a quarter of reach times turn.
    const turn = Math.hypot(backX / backPx + onX / onPx, backY / backPx + onY / onPx);
    const reach = Math.min((4 * tolerance) / turn, backPx / 2, onPx / 2);
    const [back, on] = [reach / backPx, reach / onPx];
    pen.lineTo(x + backX * back, y + backY * back);
    pen.quadraticCurveTo(x, y, x + onX * on, y + onY * on);
  }
  pen.lineTo(line[end]!, line[end + 1]!);
}
