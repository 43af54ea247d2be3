// The pictures of the relief, as layers/basemap_pack.py packs them.
import { Columns } from "./basemap-columns.js";
import type { Extent } from "./basemap-unpack.js";

export interface Tile {
  readonly z: number;
  readonly extent: Extent;
  readonly picture: HTMLCanvasElement;
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
export async function readTiles(bytes: Uint8Array<ArrayBuffer>): Promise<Tile[]> {
  const columns = new Columns(bytes);
  const [zs, xs, ys, sizes] = [columns.next(), columns.next(), columns.next(), columns.next()];
  const key = (z: number, x: number, y: number): string => `${z}/${(x + 2 ** z) % 2 ** z}/${y}`;
  const known = new Set(Array.from(zs, (z, n) => key(z, xs[n]!, ys[n]!)));
  const pictures = columns.rest();
  let begin = 0;
  const tiles = Array.from(sizes, async (size, n): Promise<Tile> => {
    const webp = new Blob([pictures.slice(begin, (begin += size))], { type: "image/webp" });
    const [z, x, y] = [zs[n]!, xs[n]!, ys[n]!];
    const alone = SIDES.filter(([right, down]) => !known.has(key(z, x + right, y + down)));
    const side = 2 ** -z;
    return {
      z,
      extent: { left: x * side, top: y * side, right: (x + 1) * side, bottom: (y + 1) * side },
      picture: feathered(await createImageBitmap(webp), alone),
    };
  });
  return (await Promise.all(tiles)).sort((a, b) => a.z - b.z);
}

/** The picture of a tile, fading out towards some of its sides. */
function feathered(picture: ImageBitmap, sides: readonly Side[]): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const size = (canvas.width = canvas.height = picture.width);
  const pen = canvas.getContext("2d")!;
  pen.drawImage(picture, 0, 0);
  picture.close();
  pen.globalCompositeOperation = "destination-out";
  for (const [right, down] of sides) {
    const [x, y] = [(size / 2) * (1 + right), (size / 2) * (1 + down)];
    const [inX, inY] = [x - right * size * FEATHER, y - down * size * FEATHER];
    const fade = pen.createLinearGradient(x, y, inX, inY);
    fade.addColorStop(0, "#000");
    fade.addColorStop(1, "#0000");
    pen.fillStyle = fade;
    pen.fillRect(0, 0, size, size);
  }
  return canvas;
}
