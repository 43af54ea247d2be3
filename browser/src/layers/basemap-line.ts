// An arc that is projected when it is first drawn: most of a basemap is not seen at the start.
import type { Arc, Extent, Kind } from "./basemap-unpack.js";
import { mercatorX, mercatorY } from "./projection.js";

/** The vertices of all arcs, one arc after the other, in `units` to a degree. */
export interface Points {
  readonly lons: Int32Array;
  readonly lats: Int32Array;
  readonly units: number;
}

export class Line implements Arc {
  #xy: Float64Array | null = null;

  constructor(
    readonly kind: Kind,
    readonly zoom: number,
    readonly extent: Extent,
    private readonly points: Points,
    /** Its first vertex, and the one after its last. */
    private readonly begin: number,
    private readonly end: number,
  ) {}

  get xy(): Float64Array {
    if (this.#xy) return this.#xy;
    const { lons, lats, units } = this.points;
    const xy = (this.#xy = new Float64Array(2 * (this.end - this.begin)));
    for (let from = this.begin, to = 0; from < this.end; from++) {
      xy[to++] = mercatorX(lons[from]! / units);
      xy[to++] = mercatorY(lats[from]! / units);
    }
    return xy;
  }
}
