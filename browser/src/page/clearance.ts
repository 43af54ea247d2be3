// Clearance: names keep out of the way of marks, and the edge points to the marks out of view.
import { Edge } from "../controls/edge.js";
import * as L from "../leaflet.js";
import type { BasemapLayer } from "../layers/basemap.js";
import type { Mark } from "../layers/marks.js";
import { obstacles, settle, type Named } from "../layers/names.js";
import type { Spec } from "./spec.js";

export class Clearance {
  readonly #edge: Edge;
  #told = "";

  constructor(
    private readonly map: L.Map,
    spec: Spec,
  ) {
    this.#edge = new Edge(map, spec);
  }

  /**
   * Brings the names of places and of the basemap in step with the marks, and the arrows with those
   * that are known beyond the view as well.
   */
  keep(
    names: readonly Named[],
    marks: readonly Mark[],
    known: readonly Mark[],
    basemap: BasemapLayer | null,
  ): void {
    settle(this.map, names, marks);
    this.#edge.show(known);
    // The basemap's names are placed anew only when what they keep clear of is another.
    const inTheWay = obstacles(names, marks);
    const told = JSON.stringify(inTheWay);
    if (told === this.#told) return;
    this.#told = told;
    basemap?.setObstacles(inTheWay);
  }
}
