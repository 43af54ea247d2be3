// The scale: how long a round number of kilometres is in the middle of the map, and of miles.
import * as L from "../leaflet.js";
import { element } from "../page/element.js";
import { written, type Spec } from "../page/spec.js";

const LONGEST_PX = 100;
const FEET_PER_METRE = 3.2808399;

/** A unit, how many of them a greater one has, and what both are called. */
const SYSTEMS = [
  { perMetre: 1, many: 1000, small: "scale.m", great: "scale.km" },
  { perMetre: FEET_PER_METRE, many: 5280, small: "scale.ft", great: "scale.mi" },
] as const;

export class Scale extends L.Control {
  readonly #lines = SYSTEMS.map(() => element("div", { class: "leaflet-control-scale-line" }));

  constructor(private readonly spec: Spec) {
    super({ position: document.dir === "rtl" ? "bottomright" : "bottomleft" });
  }

  override onAdd(map: L.Map): HTMLElement {
    const follow = (): void => this.#follow(map);
    map.on("move", follow);
    map.whenReady(follow);
    return element("div", { class: "leaflet-control-scale" }, ...this.#lines);
  }

  #follow(map: L.Map): void {
    const y = map.getSize().y / 2;
    const [from, to] = [
      map.containerPointToLatLng([0, y]),
      map.containerPointToLatLng([LONGEST_PX, y]),
    ];
    const metres = map.distance(from, to);
    if (!metres) return;
    const { words, lang } = this.spec;
    SYSTEMS.forEach(({ perMetre, many, small, great }, i) => {
      const most = metres * perMetre;
      const [key, unit] = most < many ? [small, 1] : [great, many];
      const n = roundBelow(most / unit);
      const line = this.#lines[i]!;
      line.style.width = `${Math.round((LONGEST_PX * n * unit) / most)}px`;
      // The words run their own way in a line that begins at the left, as the map does.
      line.replaceChildren(element("bdi", {}, words[key]!.replace("{n}", written(n, lang))));
    });
  }
}

/** The greatest of 1, 2, 3, 5, 10, 20, … that is no greater. */
function roundBelow(n: number): number {
  const power = 10 ** Math.floor(Math.log10(n));
  return power * [5, 3, 2, 1].find((part) => part * power <= n)!;
}
