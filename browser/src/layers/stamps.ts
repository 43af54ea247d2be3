// Stamps: thousands of small marks set as pixels, each drawn once with the pen and then copied.
// An order of magnitude faster than a path for each where no graphics card helps.

/** The pixels of a mark that are not empty, as steps from its middle. */
interface Stamp {
  /** Half the side of the square in which they lie. */
  readonly reach: number;
  readonly dx: Int8Array;
  readonly dy: Int8Array;
  /** Red, green, blue and opacity of each. */
  readonly pixels: Uint8ClampedArray;
  /** The same, four bytes as one. */
  readonly whole: Uint32Array;
}

export interface Spot {
  /** Centre in CSS pixels of the canvas. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** What is drawn: equal words have equal stamps for a radius. */
  readonly look: string;
}

type Draw = (pen: CanvasRenderingContext2D, at: Spot) => void;

const ROOM_PX = 3;
const RADIUS_STEP_PX = 0.25;

export class Stamps {
  readonly #stamps = new Map<string, Stamp>();
  readonly #sheet = document.createElement("canvas");
  #paper: Sheet | null = null;
  #scale = 0;

  /** Sets every spot on the canvas, the first lowest. */
  set(pen: CanvasRenderingContext2D, spots: Iterable<Spot>, draw: Draw): void {
    const { width, height } = pen.canvas;
    const scale = pen.getTransform().a;
    if (scale !== this.#scale) this.#stamps.clear();
    this.#scale = scale;
    const own = this.#sheet.getContext("2d", { willReadFrequently: true })!;
    if (this.#paper?.image.width !== width || this.#paper.image.height !== height) {
      this.#sheet.width = width;
      this.#sheet.height = height;
      const image = own.createImageData(width, height);
      this.#paper = { image, whole: new Uint32Array(image.data.buffer) };
    } else this.#paper.whole.fill(0);
    for (const spot of spots)
      lay(this.#paper, this.#stamp(spot, draw), spot.x * scale, spot.y * scale);
    own.putImageData(this.#paper.image, 0, 0);
    pen.save();
    pen.resetTransform();
    pen.drawImage(this.#sheet, 0, 0);
    pen.restore();
  }

  #stamp(spot: Spot, draw: Draw): Stamp {
    const radius = Math.round(spot.radius / RADIUS_STEP_PX) * RADIUS_STEP_PX;
    const key = `${spot.look} ${radius}`;
    const known = this.#stamps.get(key);
    if (known) return known;
    const reach = Math.ceil((radius + ROOM_PX) * this.#scale);
    const size = 2 * reach + 1;
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = size;
    const pen = canvas.getContext("2d", { willReadFrequently: true })!;
    pen.setTransform(this.#scale, 0, 0, this.#scale, size / 2, size / 2);
    draw(pen, { ...spot, x: 0, y: 0, radius });
    const made = inked(pen.getImageData(0, 0, size, size).data, reach);
    this.#stamps.set(key, made);
    return made;
  }
}

function inked(data: Uint8ClampedArray, reach: number): Stamp {
  const size = 2 * reach + 1;
  const full = Array.from({ length: size * size }, (_, i) => i).filter((i) => data[i * 4 + 3]);
  const pixels = Uint8ClampedArray.from(full.flatMap((i) => [...data.subarray(i * 4, i * 4 + 4)]));
  return {
    reach,
    pixels,
    whole: new Uint32Array(pixels.buffer),
    dx: Int8Array.from(full, (i) => (i % size) - reach),
    dy: Int8Array.from(full, (i) => Math.floor(i / size) - reach),
  };
}

/** An image of which four bytes can be set as one. */
interface Sheet {
  readonly image: ImageData;
  readonly whole: Uint32Array;
}

/** Lays a stamp over a sheet, its middle at a point; one that would reach over the edge is left out. */
function lay({ image, whole }: Sheet, stamp: Stamp, x: number, y: number): void {
  const { width, height, data } = image;
  const { reach, dx, dy, pixels } = stamp;
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < reach || top < reach || left + reach >= width || top + reach >= height) return;
  for (let i = 0; i < dx.length; i++) {
    const at = (top + dy[i]!) * width + left + dx[i]!;
    if (whole[at] === 0 || pixels[i * 4 + 3] === 255) whole[at] = stamp.whole[i]!;
    else blend(data, at * 4, pixels, i * 4);
  }
}

function blend(to: Uint8ClampedArray, at: number, from: Uint8ClampedArray, source: number): void {
  const over = from[source + 3]!;
  const under = to[at + 3]! * (255 - over);
  const alpha = over * 255 + under;
  const mine = (over * 255) / alpha;
  const theirs = under / alpha;
  to[at] = from[source]! * mine + to[at]! * theirs;
  to[at + 1] = from[source + 1]! * mine + to[at + 1]! * theirs;
  to[at + 2] = from[source + 2]! * mine + to[at + 2]! * theirs;
  to[at + 3] = alpha / 255;
}
