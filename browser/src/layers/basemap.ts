// The basemap as a layer of the map: painted ground below everything, names above the regions.
import * as L from "../leaflet.js";
import { readBlock } from "../page/blocks.js";
import { shown, whenResting } from "../page/shown.js";
import type { Spec } from "../page/spec.js";
import { Sea } from "./basemap-sea.js";
import { paintGround } from "./basemap-paint.js";
import { Ground } from "./basemap-sheet.js";
import { isDark } from "./basemap-style.js";
import { unpack, type Basemap } from "./basemap-unpack.js";
import { Labels } from "./labels.js";
import type { Obstacle } from "./labels-place.js";
import { Relief } from "./relief.js";

export type { Obstacle };

const RELIEF_BLOCK = "mapgen-relief";

export class BasemapLayer extends L.Layer {
  /** Fulfilled when all of the basemap has been read and painted. */
  readonly ready: Promise<void>;
  #basemap: Basemap | null = null;
  #relief: Relief | null = null;
  #obstacles: readonly Obstacle[] | null = null;
  #ground: Ground | null = null;
  #labels: Labels | null = null;
  #dark = false;

  constructor(
    block: string,
    readonly spec: Spec,
  ) {
    super();
    this.ready = this.#read(block);
  }

  /** Names keep clear of the map's own marks where they can, and do not repeat their names. */
  setObstacles(obstacles: readonly Obstacle[]): void {
    this.#obstacles = obstacles;
    this.#labels?.setObstacles(obstacles);
  }

  override onAdd(map: L.Map): this {
    if (!this.#basemap) return this;
    const basemap = this.#basemap;
    const sea = new Sea();
    this.#ground = new Ground(map, map.getPane("mapgen-relief")!, (pen, view, haste) =>
      paintGround(pen, view, { basemap, sea, relief: this.#relief, dark: this.#dark, haste }),
    );
    this.#labels = new Labels(map, basemap.labels, this.#obstacles);
    this.#draw();
    return this;
  }

  override onRemove(): this {
    this.#ground?.remove();
    this.#labels?.remove();
    this.#ground = this.#labels = null;
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      move: () => this.#pan(),
      moveend: () => this.#settle(),
      zoom: () => this.#follow(),
      zoomanim: (event) => this.#animate(event as L.ZoomAnimEvent),
      resize: () => this.#draw(),
      "mapgen-theme": () => this.#recolour(),
      "mapgen-print": () => this.#labels?.hurry(),
    };
  }

  async #read(block: string): Promise<void> {
    const relief = this.#shaded();
    const basemap = unpack(await readBlock(block));
    this.#relief = await relief;
    await shown;
    this.#basemap = basemap;
    const map = this._map as L.Map | null;
    if (!map) return;
    this.onAdd(map);
    whenResting(() => this.#finish());
  }

  /** The relief with what of it is in sight at the start. */
  async #shaded(): Promise<Relief | null> {
    const relief = await Relief.read(RELIEF_BLOCK);
    const map = this._map as L.Map | null;
    if (!map) return relief;
    const [{ x, y }, corner] = [map.getSize(), map.getPixelBounds().min!];
    await relief?.load({ zoom: map.getZoom(), left: corner.x, top: corner.y, width: x, height: y });
    return relief;
  }

  /** Brings the margins and the rest of the relief, which nobody misses before moving the map. */
  async #finish(): Promise<void> {
    await this.#relief?.load(null).catch(console.error);
    this.#settle();
  }

  #recolour(): void {
    if (isDark() !== this.#dark) this.#draw();
  }

  #draw(): void {
    this.#dark = isDark();
    this.#ground?.draw();
    this.#labels?.draw();
  }

  #pan(): void {
    if (this.#ground?.isOutrun()) this.#draw();
  }

  #settle(): void {
    this.#ground?.settle();
    this.#labels?.draw();
  }

  #follow(): void {
    const [center, zoom] = [this._map.getCenter(), this._map.getZoom()];
    this.#ground?.follow(center, zoom);
    this.#labels?.follow(center, zoom);
  }

  #animate({ center, zoom }: L.ZoomAnimEvent): void {
    this.#ground?.animate(center, zoom);
    this.#labels?.follow(center, zoom);
  }
}
