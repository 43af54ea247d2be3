// A canvas that covers the map with a margin, keeps sharp on any screen and follows zoom animations.
// The first frame has no margin, so that the page is sooner ready: the next has, and the page asks for
// it when the reader has the first before him.
import * as L from "../leaflet.js";

const MARGIN = 0.2;

// Leaflet's own renderers place themselves with these two; its types do not name them.
interface Animated {
  _latLngToNewLayerPoint(at: L.LatLng, zoom: number, center: L.LatLng): L.Point;
}

export interface Frame {
  readonly pen: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  /** World pixels of the canvas' upper left corner. */
  readonly origin: L.Point;
}

export class Cover {
  readonly canvas = document.createElement("canvas");
  #corner = L.latLng(0, 0);
  #margin = 0;
  #framed = false;
  #zoom = 0;
  /** Layer point of the canvas' upper left corner. */
  offset = L.point(0, 0);

  constructor(
    private readonly map: L.Map,
    pane: HTMLElement,
    className: string,
  ) {
    this.canvas.className = `${className} leaflet-zoom-animated`;
    this.canvas.setAttribute("aria-hidden", "true");
    pane.append(this.canvas);
  }

  /** Lays the canvas over the map as it stands and clears it. */
  frame(): Frame {
    const size = this.map.getSize();
    if (this.#framed) this.#margin = MARGIN;
    this.#framed = true;
    const margin = size.multiplyBy(this.#margin).round();
    const full = size.add(margin.multiplyBy(2));
    this.offset = this.map.containerPointToLayerPoint(margin.multiplyBy(-1));
    this.#zoom = this.map.getZoom();
    this.#corner = this.map.layerPointToLatLng(this.offset);
    L.DomUtil.setPosition(this.canvas, this.offset);
    const pen = this.canvas.getContext("2d")!;
    const sharp = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(full.x * sharp), Math.round(full.y * sharp)];
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
      this.canvas.style.width = `${full.x}px`;
      this.canvas.style.height = `${full.y}px`;
    }
    pen.setTransform(sharp, 0, 0, sharp, 0, 0);
    pen.clearRect(0, 0, full.x, full.y);
    const origin = this.map.getPixelOrigin().add(this.offset);
    return { pen, width: full.x, height: full.y, zoom: this.#zoom, origin };
  }

  /** Whether it has no margin yet. */
  get isBare(): boolean {
    return this.#margin === 0;
  }

  /** Whether the view has left the canvas, as in a long drag. */
  isOutrun(): boolean {
    const seen = this.map.containerPointToLayerPoint([0, 0]).subtract(this.offset);
    const margin = this.map.getSize().multiplyBy(2 * this.#margin);
    return seen.x < 0 || seen.y < 0 || seen.x > margin.x || seen.y > margin.y;
  }

  follow(event: L.ZoomAnimEvent): void {
    const animated = this.map as unknown as Animated;
    const corner = animated._latLngToNewLayerPoint(this.#corner, event.zoom, event.center);
    L.DomUtil.setTransform(this.canvas, corner, this.map.getZoomScale(event.zoom, this.#zoom));
  }

  /** Follows the map as it stands, in the midst of a pinch. */
  keepUp(): void {
    const [center, zoom] = [this.map.getCenter(), this.map.getZoom()];
    this.follow({ center, zoom } as L.ZoomAnimEvent);
  }

  remove(): void {
    this.canvas.remove();
  }
}
