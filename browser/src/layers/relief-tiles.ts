// The pictures of the relief, as layers/basemap_pack.py packs them.
import { Columns } from "./basemap-columns.js";
import type { Extent } from "./basemap-unpack.js";

/** One picture of the relief, decoded when it is first wanted: at the start few are in sight. */
export class Tile {
  readonly extent: Extent;
  /** Where it fades out. */
  readonly #fades: readonly Extent[];
  #loading: Promise<void> | null = null;
  #bitmap: ImageBitmap | null = null;
  #picture: CanvasImageSource | null = null;

  constructor(
    readonly z: number,
    x: number,
    y: number,
    private readonly webp: Uint8Array<ArrayBuffer>,
    /** Sides at which no other tile lies. */
    private readonly alone: readonly Side[],
  ) {
    const side = 2 ** -z;
    this.extent = { left: x * side, top: y * side, right: (x + 1) * side, bottom: (y + 1) * side };
    this.#fades = alone.map((way) => stripOf(this.extent, way));
  }

  /** Width and height in pixels; nought until it is loaded. */
  get width(): number {
    return this.#bitmap?.width ?? 0;
  }

  /**
   * As it is where it fades out only beyond what is in sight; null until it is loaded. What is drawn
   * once and in haste is made no larger than it will be seen, in pixels.
   */
  picture(inSight: (extent: Extent) => boolean, hastyPx: number | null): CanvasImageSource | null {
    if (!this.#bitmap || !this.#fades.some(inSight)) return this.#bitmap;
    if (hastyPx && !this.#picture) return feathered(this.#bitmap, this.alone, hastyPx);
    return (this.#picture ??= feathered(this.#bitmap, this.alone, this.width));
  }

  load(): Promise<void> {
    // Drawn from an image element it would be decoded anew, in the middle of a drawing.
    const decode = async (): Promise<void> => {
      this.#bitmap = await createImageBitmap(new Blob([this.webp], { type: "image/webp" }));
    };
    return (this.#loading ??= decode());
  }
}

/** Where another tile may lie next to one: right and down. */
type Side = readonly [number, number];
const SIDES: readonly Side[] = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
];

/** Part of a tile over which it fades out at a side where there is no other one. */
const FEATHER = 0.2;

/** The tiles of a block, the coarser first. */
export function readTiles(bytes: Uint8Array<ArrayBuffer>): Tile[] {
  const columns = new Columns(bytes);
  const [zs, xs, ys, sizes] = [columns.next(), columns.next(), columns.next(), columns.next()];
  const key = (z: number, x: number, y: number): string => `${z}/${(x + 2 ** z) % 2 ** z}/${y}`;
  const known = new Set(Array.from(zs, (z, n) => key(z, xs[n]!, ys[n]!)));
  const pictures = columns.rest();
  let begin = 0;
  const tiles = Array.from(sizes, (size, n) => {
    const [z, x, y] = [zs[n]!, xs[n]!, ys[n]!];
    const alone = SIDES.filter(([right, down]) => !known.has(key(z, x + right, y + down)));
    return new Tile(z, x, y, pictures.subarray(begin, (begin += size)), alone);
  });
  return tiles.sort((a, b) => a.z - b.z);
}

/** The part of an extent over which it fades out at one of its sides. */
function stripOf({ left, top, right, bottom }: Extent, [x, y]: Side): Extent {
  const [wide, high] = [(right - left) * (1 - FEATHER), (bottom - top) * (1 - FEATHER)];
  return {
    left: x > 0 ? left + wide : left,
    top: y > 0 ? top + high : top,
    right: x < 0 ? right - wide : right,
    bottom: y < 0 ? bottom - high : bottom,
  };
}

/** The picture of a tile, fading out towards some of its sides, in pixels of its own. */
function feathered(bitmap: ImageBitmap, sides: readonly Side[], px: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const size = (canvas.width = canvas.height = Math.min(px, bitmap.width));
  const pen = canvas.getContext("2d")!;
  pen.drawImage(bitmap, 0, 0, size, size);
  pen.globalCompositeOperation = "destination-out";
  for (const [right, down] of sides) {
    const [x, y] = [(size / 2) * (1 + right), (size / 2) * (1 + down)];
    const depth = size * FEATHER;
    const [inX, inY] = [x - right * depth, y - down * depth];
    const fade = pen.createLinearGradient(x, y, inX, inY);
    fade.addColorStop(0, "#000");
    fade.addColorStop(1, "#0000");
    pen.fillStyle = fade;
    if (right) pen.fillRect(Math.min(x, inX), 0, depth, size);
    else pen.fillRect(0, Math.min(y, inY), size, depth);
  }
  return canvas;
}
