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
  set(pen: CanvasRenderingContext2D, spots: readonly Spot[], draw: Draw): void {
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
    const keys = spots.map(keyOf);
    this.#make(new Map(spots.map((spot, n) => [keys[n]!, spot])), draw);
    spots.forEach(({ x, y }, n) => {
      lay(this.#paper!, this.#stamps.get(keys[n]!)!, x * scale, y * scale);
    });
    own.putImageData(this.#paper.image, 0, 0);
    pen.save();
    pen.resetTransform();
    pen.drawImage(this.#sheet, 0, 0);
    pen.restore();
  }

  /** Draws the stamps that are not known yet side by side, so that their pixels are read once. */
  #make(wanted: ReadonlyMap<string, Spot>, draw: Draw): void {
    const scale = this.#scale;
    const fresh = [...wanted].filter(([key]) => !this.#stamps.has(key));
    if (fresh.length === 0) return;
    const sides = fresh.map(([, spot]) => 2 * Math.ceil((radiusOf(spot) + ROOM_PX) * scale) + 1);
    const height = Math.max(...sides);
    const width = sides.reduce((sum, side) => sum + side, 0);
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width, height];
    const pen = canvas.getContext("2d", { willReadFrequently: true })!;
    const lefts: number[] = [];
    fresh.forEach(([, spot], n) => {
      const left = n ? lefts[n - 1]! + sides[n - 1]! : 0;
      lefts.push(left);
      pen.setTransform(scale, 0, 0, scale, left + sides[n]! / 2, sides[n]! / 2);
      draw(pen, { ...spot, x: 0, y: 0, radius: radiusOf(spot) });
    });
    const { data } = pen.getImageData(0, 0, width, height);
    fresh.forEach(([key], n) => this.#stamps.set(key, cut(data, width, lefts[n]!, sides[n]!)));
  }
}

function radiusOf({ radius }: Spot): number {
  return Math.round(radius / RADIUS_STEP_PX) * RADIUS_STEP_PX;
}

function keyOf(spot: Spot): string {
  return `${spot.look} ${radiusOf(spot)}`;
}

/** The stamp in a square of a picture so many pixels wide. */
function cut(data: Uint8ClampedArray, width: number, left: number, side: number): Stamp {
  const reach = (side - 1) / 2;
  const [dx, dy, pixels]: [number[], number[], number[]] = [[], [], []];
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const at = (y * width + left + x) * 4;
      if (!data[at + 3]) continue;
      dx.push(x - reach);
      dy.push(y - reach);
      pixels.push(data[at]!, data[at + 1]!, data[at + 2]!, data[at + 3]!);
    }
  const set = Uint8ClampedArray.from(pixels);
  return {
    reach,
    pixels: set,
    whole: new Uint32Array(set.buffer),
    dx: Int8Array.from(dx),
    dy: Int8Array.from(dy),
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
