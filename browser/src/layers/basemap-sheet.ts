// A painted sheet that lies under the map and somewhat beyond it. Unlike tiles it is sharp at every
// zoom, halves too, and has no seams. When the reader zooms, the next sheet grows out of the last.
import * as L from "../leaflet.js";
import type { View } from "./basemap-path.js";

/**
 * Part of the map's width and height by which the sheet reaches beyond each side. The first does not,
 * so that the page is sooner ready; it is painted anew when the reader has it before him.
 */
const MARGIN = 0.15;
/** Pixels that a canvas may have in every browser; iOS has the least. */
const MOST_PX = 2 ** 24;
/** Part of its margin that a pan may use up before the sheet is painted anew, once it has ended. */
const WORN = 0.5;

// Leaflet's own renderers place themselves with this; its types do not name it.
interface Animated {
  _latLngToNewLayerPoint(at: L.LatLng, zoom: number, center: L.LatLng): L.Point;
}

/** Paints a view; in haste what is soft may be coarse, for it is soon painted anew. */
export type Paint = (pen: CanvasRenderingContext2D, view: View, haste: boolean) => void;

interface Sheet {
  readonly canvas: HTMLCanvasElement;
  readonly corner: L.LatLng;
  readonly zoom: number;
  readonly margin: number;
}

export class Ground {
  #sheet: Sheet | null = null;
  #last: Sheet | null = null;

  constructor(
    private readonly map: L.Map,
    private readonly pane: HTMLElement,
    private readonly paint: Paint,
  ) {}

  /** Paints the map as it stands. */
  draw(): void {
    const { map } = this;
    const canvas = this.#sheet?.canvas ?? newCanvas();
    const margin = this.#sheet ? MARGIN : 0;
    this.#sheet = this.#painted(canvas, map.getCenter(), map.getZoom(), margin);
    this.#rest(this.#sheet);
    if (!canvas.isConnected) this.pane.append(canvas);
  }

  /** After a pan or zoom: paints anew where the sheet does not reach far enough any more. */
  settle(): void {
    const sheet = this.#sheet;
    if (sheet?.zoom === this.map.getZoom() && this.#use(sheet) <= WORN) this.#rest(sheet);
    else this.draw();
  }

  /** Whether, in the midst of a pan, the sheet ends within the map. */
  isOutrun(): boolean {
    const sheet = this.#sheet;
    return sheet?.zoom === this.map.getZoom() && this.#use(sheet) > 1;
  }

  /** Lets the sheet grow or shrink with the map between two zooms. */
  follow(center: L.LatLng, zoom: number): void {
    for (const sheet of [this.#sheet, this.#last]) if (sheet) this.#place(sheet, center, zoom);
  }

  /** Paints what an animated zoom will arrive at, and lets it grow there out of the old sheet. */
  animate(center: L.LatLng, zoom: number): void {
    const { map } = this;
    this.#last?.canvas.remove();
    this.#last = this.#sheet;
    const canvas = newCanvas();
    this.#sheet = this.#painted(canvas, center, zoom, MARGIN);
    const scale = map.getZoomScale(map.getZoom(), zoom);
    L.DomUtil.setTransform(canvas, map.latLngToLayerPoint(this.#sheet.corner), scale);
    this.pane.append(canvas);
    canvas.getBoundingClientRect(); // The transition runs from where the browser has seen it.
    this.follow(center, zoom);
  }

  remove(): void {
    for (const sheet of [this.#sheet, this.#last]) sheet?.canvas.remove();
    this.#sheet = this.#last = null;
  }

  /** How much of the sheet's margin lies within the map: 0 none, 1 all of it at one side. */
  #use({ corner, margin: part }: Sheet): number {
    if (part === 0) return Infinity;
    const margin = this.map.getSize().multiplyBy(part);
    const moved = this.map.latLngToContainerPoint(corner).add(margin);
    return Math.max(Math.abs(moved.x) / margin.x, Math.abs(moved.y) / margin.y);
  }

  #rest({ canvas, corner }: Sheet): void {
    L.DomUtil.setTransform(canvas, this.map.latLngToLayerPoint(corner), 1);
    this.#last?.canvas.remove();
    this.#last = null;
  }

  #place({ canvas, corner, zoom: own }: Sheet, center: L.LatLng, zoom: number): void {
    const animated = this.map as unknown as Animated;
    const offset = animated._latLngToNewLayerPoint(corner, zoom, center);
    L.DomUtil.setTransform(canvas, offset, this.map.getZoomScale(zoom, own));
  }

  #painted(canvas: HTMLCanvasElement, center: L.LatLng, zoom: number, margin: number): Sheet {
    const { map } = this;
    const size = map.getSize();
    const full = size.add(size.multiplyBy(2 * margin)).round();
    const corner = map.project(center, zoom).subtract(full.divideBy(2)).round();
    const most = Math.sqrt(MOST_PX / (full.x * full.y));
    const sharp = Math.min(window.devicePixelRatio || 1, most);
    canvas.width = Math.round(full.x * sharp);
    canvas.height = Math.round(full.y * sharp);
    canvas.style.width = `${full.x}px`;
    canvas.style.height = `${full.y}px`;
    const pen = canvas.getContext("2d", { alpha: false })!;
    pen.setTransform(sharp, 0, 0, sharp, 0, 0);
    const view = { zoom, left: corner.x, top: corner.y, width: full.x, height: full.y };
    this.paint(pen, view, margin === 0);
    return { canvas, corner: map.unproject(corner, zoom), zoom, margin };
  }
}

function newCanvas(): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.className = "mg-basemap leaflet-zoom-animated";
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}
