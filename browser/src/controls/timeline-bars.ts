// The bars: events of each type that is on, stacked over time, with the axis below them.
import type { EventLayer } from "../layers/events.js";
import { drawn } from "../page/element.js";
import { written, type EventType, type Spec } from "../page/spec.js";
import { extent, highest, stacked, tally, type Tally } from "./histogram.js";
import { axis } from "./timeline-axis.js";
import { barUnit, Scale } from "./timeline-scale.js";
import { edges, type Unit } from "./timeline-units.js";

const AXIS_PX = 14;

export type IsOn = (layer: EventLayer, type: EventType) => boolean;

export class Bars {
  readonly root = drawn("svg", { "aria-hidden": "true" });
  readonly #first: number;
  readonly #last: number;
  #tallies: readonly Tally[] = [];
  #unit: Unit | null = null;
  #scale!: Scale;
  #drawn = "";
  #most = "";

  constructor(
    private readonly layers: readonly EventLayer[],
    private readonly spec: Spec,
  ) {
    const ends = layers.flatMap(({ events }) => extent(events!) ?? []);
    [this.#first, this.#last] = [Math.min(...ends), Math.max(...ends)];
  }

  get days(): number {
    return this.#last - this.#first + 1;
  }

  /** What the highest bar stands for, in words. */
  get most(): string {
    return this.#most;
  }

  get scale(): Scale {
    return this.#scale;
  }

  /** Fits bars and axis to a width; events are counted anew only when the bars are others. */
  fit(width: number): void {
    const unit = barUnit(this.days, width);
    const bounds = unit === this.#unit ? this.#scale.edges : edges(this.#first, this.#last, unit);
    this.#scale = new Scale(bounds, width, document.dir === "rtl");
    this.#drawn = "";
    if (unit === this.#unit) return;
    this.#unit = unit;
    this.#tallies = this.layers.map(({ events, spec }) =>
      tally(events!, spec.types.length, bounds),
    );
  }

  /** Draws the types that are on; returns how many events of them are undated. */
  draw(isOn: IsOn): number {
    const { bars } = this.#scale;
    const series: Float32Array[] = [];
    const colors: string[] = [];
    let [undated, key] = [0, ""];
    this.layers.forEach((layer, i) => {
      const { counts, undated: without } = this.#tallies[i]!;
      layer.spec.types.forEach((type, t) => {
        if (!isOn(layer, type)) return;
        key += `${i}.${t} `;
        undated += without[t]!;
        series.push(counts.subarray(t * bars, (t + 1) * bars));
        colors.push(type.color);
      });
    });
    if (key !== this.#drawn) this.#paint(series, colors);
    this.#drawn = key;
    return undated;
  }

  #paint(series: readonly Float32Array[], colors: readonly string[]): void {
    const { words, lang } = this.spec;
    const scale = this.#scale;
    const height = this.root.clientHeight - AXIS_PX;
    const at = Array.from({ length: scale.bars }, (_, bar) => scale.span(bar));
    const paths = stacked(series, at, height).map((d, i) => {
      const path = drawn("path", { class: "mg-time-bar", d });
      path.style.setProperty("--color", colors[i]!);
      return path;
    });
    const base = drawn("path", { class: "mg-time-tick", d: `M0 ${height + 0.5}H${scale.width}` });
    this.root.replaceChildren(...paths, base, ...axis(scale, height, lang));
    const most = written(Math.ceil(highest(series)), lang);
    const unit = words[`time.${this.#unit!.id}`]!;
    this.#most = words["time.most"]!.replace("{n}", most).replace("{unit}", unit);
  }
}
