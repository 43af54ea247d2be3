// Shaded relief: grey pictures laid over the land, so that it is darker on the slopes in shade.
import { readBlock } from "../page/blocks.js";
import { copies, shows, type View } from "./basemap-path.js";
import { at, palette, RELIEF } from "./basemap-style.js";
import type { Extent } from "./basemap-unpack.js";
import { worldPx } from "./projection.js";
import { readTiles, type Tile } from "./relief-tiles.js";

/** Relief in pixels of its own, of which `scale` go to one of the view, at a place in the view. */
interface Composed {
  readonly canvas: HTMLCanvasElement;
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** Level ground and water: multiplied, it leaves what is below as it is. */
const LEVEL = "#fff";
/** Pixels of relief to one of the view: more of what is soft cannot be seen, but takes its time. */
const ENOUGH = 1;

export class Relief {
  readonly #canvas = document.createElement("canvas");

  private constructor(private readonly tiles: readonly Tile[]) {}

  /** The relief in the block of this id; null where the page has none. */
  static async read(block: string): Promise<Relief | null> {
    if (!document.getElementById(block)) return null;
    const tiles = readTiles(await readBlock(block));
    return tiles.length > 0 ? new Relief(tiles) : null;
  }

  /** Decodes the tiles that show in a view, or all. Rejects where one is damaged. */
  async load(view: View | null): Promise<void> {
    const edges = view ? copies(view) : [];
    const wanted = this.tiles.filter(
      ({ extent }) => !view || edges.some((edge) => shows(extent, view, edge)),
    );
    await Promise.all(wanted.map((tile) => tile.load()));
  }

  /** Shades what is painted so far. */
  paint(pen: CanvasRenderingContext2D, view: View, dark: boolean, haste: boolean): void {
    const opacity = at(RELIEF[dark ? "dark" : "light"], view.zoom);
    if (opacity === 0) return;
    const { canvas, left, top, scale } = this.#composed(view, palette(dark).relief, haste);
    pen.globalAlpha = opacity;
    pen.globalCompositeOperation = "multiply";
    pen.drawImage(canvas, left, top, canvas.width / scale, canvas.height / scale);
    pen.globalCompositeOperation = "source-over";
    pen.globalAlpha = 1;
  }

  /** Lays the tiles side by side, the finer over the coarser, in no more pixels than they have. */
  #composed(view: View, ink: string, haste: boolean): Composed {
    const finestPx = Math.max(...this.tiles.map(({ z, width }) => width * 2 ** z));
    const own = finestPx / worldPx(view.zoom);
    const scale = Math.min(ENOUGH, own);
    const canvas = this.#canvas;
    const [left, top] = [Math.floor(view.left * scale), Math.floor(view.top * scale)];
    canvas.width = Math.ceil(view.width * scale) + 1;
    canvas.height = Math.ceil(view.height * scale) + 1;
    const pen = canvas.getContext("2d", { alpha: false })!;
    pen.fillStyle = LEVEL;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    const world = worldPx(view.zoom) * scale;
    for (const edge of copies(view))
      for (const tile of this.tiles) {
        const { z, extent, width } = tile;
        const inSight = (part: Extent): boolean => shows(part, view, edge);
        const shownPx = Math.ceil((extent.right - extent.left) * world);
        const picture = inSight(extent) ? tile.picture(inSight, haste ? shownPx : null) : null;
        if (!picture) continue;
        // To shrink well takes ten times as long, and is not seen where it is by less than half.
        const much = !haste && world < (width * 2 ** z) / 2;
        pen.imageSmoothingQuality = much ? "medium" : "low";
        lay(pen, picture, extent, world, (view.left + edge) * scale - left, -top);
      }
    // The deepest shade is the ink, not black.
    pen.globalCompositeOperation = "screen";
    pen.fillStyle = ink;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.globalCompositeOperation = "source-over";
    return { canvas, left: left / scale - view.left, top: top / scale - view.top, scale };
  }
}

/** Draws a tile with its sides on whole pixels, so that no seam shows between two. */
function lay(
  pen: CanvasRenderingContext2D,
  picture: CanvasImageSource,
  extent: Extent,
  world: number,
  right: number,
  down: number,
): void {
  const [left, top] = [
    Math.round(extent.left * world + right),
    Math.round(extent.top * world + down),
  ];
  const width = Math.round(extent.right * world + right) - left;
  const height = Math.round(extent.bottom * world + down) - top;
  pen.drawImage(picture, left, top, width, height);
}
