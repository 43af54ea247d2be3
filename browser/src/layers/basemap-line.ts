// An arc that is projected when it is first drawn: most of a basemap is not seen at the start.
import type { Arc, Extent, Kind } from "./basemap-unpack.js";
import { mercatorX, mercatorY } from "./projection.js";

export type Sides = readonly [west: number, south: number, east: number, north: number];

export class Line implements Arc {
  readonly kind: Kind;
  readonly zoom: number;
  readonly extent: Extent;
  #xy: Float64Array | null = null;

  /** @param units of `lons`, `lats` and `sides` to a degree */
  constructor(
    look: Pick<Arc, "kind" | "zoom">,
    private readonly lons: Int32Array,
    private readonly lats: Int32Array,
    [west, south, east, north]: Sides,
    private readonly units: number,
  ) {
    this.kind = look.kind;
    this.zoom = look.zoom;
    const [left, right] = [mercatorX(west / units), mercatorX(east / units)];
    this.extent = { left, top: mercatorY(north / units), right, bottom: mercatorY(south / units) };
  }

  get xy(): Float64Array {
    if (this.#xy) return this.#xy;
    const { lons, lats, units } = this;
    const xy = (this.#xy = new Float64Array(2 * lons.length));
    for (let i = 0; i < lons.length; i++) {
      xy[2 * i] = mercatorX(lons[i]! / units);
      xy[2 * i + 1] = mercatorY(lats[i]! / units);
    }
    return xy;
  }
}
