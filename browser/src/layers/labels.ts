// The names of the basemap on a canvas above the regions.
import * as L from "../leaflet.js";
import { isDark, LETTERING, palette, type Palette } from "./basemap-style.js";
import type { Label, LabelKind } from "./basemap-unpack.js";
import { Cover, type Frame } from "./canvas.js";
import { overlap, type Box } from "./labels-grid.js";
import { Placement, type Obstacle, type Placed } from "./labels-place.js";
import { fontOf, letter, setFont, type Text } from "./labels-text.js";
import { Widths } from "./labels-width.js";
import { worldPx } from "./projection.js";

/** Their names stand on water, and so do their halos. */
const WATERS: ReadonlySet<LabelKind> = new Set(["sea", "lake"]);
const HALO_PX = 3;
const DOT_HALO_PX = 2.5;
/** Letters are as wide for their size at any: browsers round nothing at this one. */
const MEASURED_PX = 100;

export class Labels {
  readonly #cover: Cover;
  /** By zoom. */
  readonly #placements = new Map<number, Placement>();
  readonly #letterings = new Map<number, (label: Label) => Text>();
  readonly #widths: Widths;
  #due = 0;
  #begun = false;

  constructor(
    map: L.Map,
    private readonly labels: readonly Label[],
    private obstacles: readonly Obstacle[] | null,
  ) {
    this.#cover = new Cover(map, map.getPane("mapgen-labels")!, "mg-labels");
    const pen = this.#cover.canvas.getContext("2d")!;
    this.#widths = new Widths((text, style) => {
      setFont(pen, { font: fontOf(style, MEASURED_PX), spacing: 0 });
      return pen.measureText(text).width / MEASURED_PX;
    });
  }

  setObstacles(obstacles: readonly Obstacle[]): void {
    this.obstacles = obstacles;
    this.#placements.clear();
    this.draw();
  }

  /**
   * Draws at once the first time, later with the next picture of the screen, once however often it
   * was asked for; not before it is known what the names are to keep clear of.
   */
  draw(): void {
    if (!this.obstacles) return;
    if (this.#begun) this.#due ||= requestAnimationFrame(() => this.hurry());
    else this.#paint(this.#cover.frame());
    this.#begun = true;
  }

  /** Draws now what is due: paper does not wait for the screen. */
  hurry(): void {
    if (!this.#due) return;
    cancelAnimationFrame(this.#due);
    this.#due = 0;
    this.#paint(this.#cover.frame());
  }

  follow(center: L.LatLng, zoom: number): void {
    this.#cover.follow({ center, zoom } as L.ZoomAnimEvent);
  }

  remove(): void {
    cancelAnimationFrame(this.#due);
    this.#cover.remove();
  }

  #paint(frame: Frame): void {
    const { pen, origin, width, height } = frame;
    const placement = this.#placementAt(frame);
    pen.direction = document.dir === "rtl" ? "rtl" : "ltr";
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    const inks = palette(isDark());
    const world = worldPx(frame.zoom);
    const first = Math.floor(origin.x / world);
    const last = Math.floor((origin.x + width) / world);
    for (let copy = first - 1; copy <= last + 1; copy++) {
      const left = origin.x - copy * world;
      const sight = { left, top: origin.y, right: left + width, bottom: origin.y + height };
      const seen = placement.within(sight).filter(({ box }) => overlap(box, sight));
      // Font by font: to change the pen's takes longer than to write a name with it.
      const rank = new Map(seen.map(({ text }, n) => [text.font, n]));
      seen.reverse().sort((a, b) => rank.get(a.text.font)! - rank.get(b.text.font)!);
      for (const placed of seen) paint(pen, placed, sight, inks, world);
    }
  }

  #placementAt({ pen, zoom }: Frame): Placement {
    const known = this.#placements.get(zoom);
    if (known) return known;
    const lettered =
      this.#letterings.get(zoom) ?? remembered((label) => letter(pen, label, zoom, this.#widths));
    this.#letterings.set(zoom, lettered);
    const beside = document.dir === "rtl" ? "west" : "east";
    const placement = new Placement(this.labels, lettered, zoom, this.obstacles!, beside);
    this.#placements.set(zoom, placement);
    return placement;
  }
}

/** The same answers, each worked out once: measuring text takes its time. */
function remembered(lettered: (label: Label) => Text): (label: Label) => Text {
  const known = new Map<Label, Text>();
  return (label) => {
    const text = known.get(label) ?? lettered(label);
    known.set(label, text);
    return text;
  };
}

function paint(
  pen: CanvasRenderingContext2D,
  { label, text, box }: Placed,
  sight: Box,
  inks: Palette,
  world: number,
): void {
  const { ink, dot } = LETTERING[label.kind];
  setFont(pen, text);
  pen.strokeStyle = WATERS.has(label.kind) ? inks.sea : inks.halo;
  pen.fillStyle = inks[ink];
  pen.lineWidth = HALO_PX;
  const x = (box.left + box.right) / 2 - sight.left;
  const y = box.top + text.leading / 2 - sight.top;
  text.lines.forEach((line, n) => pen.strokeText(line, x, y + n * text.leading));
  text.lines.forEach((line, n) => pen.fillText(line, x, y + n * text.leading));
  if (!dot) return;
  tracePoint(pen, dot, label.x * world - sight.left, label.y * world - sight.top);
  pen.lineWidth = DOT_HALO_PX;
  pen.stroke();
  pen.fillStyle = inks.dot;
  pen.fill();
}

function tracePoint(
  pen: CanvasRenderingContext2D,
  dot: "square" | "circle",
  x: number,
  y: number,
): void {
  pen.beginPath();
  if (dot === "square") pen.rect(Math.round(x) - 3, Math.round(y) - 3, 6, 6);
  else pen.arc(x, y, 2.2, 0, 2 * Math.PI);
}
