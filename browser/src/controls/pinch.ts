// A pinch on a trackpad, which arrives as a wheel with ctrl: zooms in step with the fingers.
import * as L from "../leaflet.js";

/** Pixels of a wheel that double the map's scale, as the fingers would. */
const DOUBLE_PX = 69;
const MOST_LEVELS = 0.5;
/** A single turn of a mouse wheel is no pinch. */
const NOTCH_PX = 50;
const REST_MS = 180;

// What Leaflet's own TouchZoom does its work with; its types do not name them.
interface Zooming {
  readonly _animatingZoom?: boolean;
  _stop(): void;
  _moveStart(zooms: boolean, quiet: boolean): void;
  _move(center: L.LatLng, zoom: number, how: object): void;
  _limitZoom(zoom: number): number;
  _animateZoom(center: L.LatLng, zoom: number, begins: boolean, snaps: boolean): void;
  _resetView(center: L.LatLng, zoom: number): void;
}

export class Pinch {
  readonly #inner: Zooming;
  #going = false;
  #zoom = 0;
  #rest = 0;

  constructor(private readonly map: L.Map) {
    this.#inner = map as unknown as Zooming;
  }

  /** Takes a wheel event with ctrl or cmd; false for one that Leaflet's own wheel zoom does better. */
  take(event: WheelEvent): boolean {
    const notch = event.deltaMode !== 0 || Math.abs(event.deltaY) >= NOTCH_PX;
    if (notch && !this.#going) return false;
    if (this.#inner._animatingZoom) return true;
    if (!this.#going) this.#begin();
    const levels = Math.max(-MOST_LEVELS, Math.min(MOST_LEVELS, -event.deltaY / DOUBLE_PX));
    const [least, most] = [this.map.getMinZoom(), this.map.getMaxZoom()];
    this.#zoom = Math.max(least, Math.min(most, this.#zoom + levels));
    const at = this.map.mouseEventToContainerPoint(event);
    const how = { pinch: true, round: false };
    this.#inner._move(this.#around(at, this.#zoom), this.#zoom, how);
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => this.#end(at), REST_MS);
    return true;
  }

  #begin(): void {
    this.#going = true;
    this.#zoom = this.map.getZoom();
    this.#inner._stop();
    this.#inner._moveStart(true, false);
  }

  #end(at: L.Point): void {
    this.#going = false;
    const zoom = this.#inner._limitZoom(this.#zoom);
    const center = this.#around(at, zoom);
    if (this.map.options.zoomAnimation) this.#inner._animateZoom(center, zoom, true, true);
    else this.#inner._resetView(center, zoom);
  }

  /** The centre with which a point of the map stays where it is. */
  #around(at: L.Point, zoom: number): L.LatLng {
    const middle = this.map.getSize().divideBy(2);
    const part = 1 - 1 / this.map.getZoomScale(zoom);
    return this.map.containerPointToLatLng(middle.add(at.subtract(middle).multiplyBy(part)));
  }
}
