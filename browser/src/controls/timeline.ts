// The timeline: how the events lie in time, and the period of them that the map shows.
import type { EventLayer, Filter } from "../layers/events.js";
import { element } from "../page/element.js";
import type { EventType, Spec } from "../page/spec.js";
import { Bars } from "./timeline-bars.js";
import { Brush } from "./timeline-brush.js";
import { Line } from "./timeline-line.js";
import type { Days } from "./timeline-moves.js";
import { Player } from "./timeline-player.js";
import { floor, later, type Unit } from "./timeline-units.js";

/** What the timeline asks of the page. */
export interface Filtered {
  filter: Filter;
  isOn(key: string): boolean;
}

export class Timeline {
  readonly #bars: Bars;
  readonly #brush: Brush;
  readonly #line: Line;
  readonly #player: Player;
  readonly #plot = element("div", { class: "mg-time-plot" });
  /** What is chosen, until the next frame shows it. */
  #wish: Days | null = null;
  #began: Days | null = null;

  constructor(
    host: HTMLElement,
    spec: Spec,
    private readonly layers: readonly EventLayer[],
    private readonly page: Filtered,
  ) {
    const choose = (days: Days): void => this.#choose(days);
    this.#bars = new Bars(layers, spec);
    this.#plot.append(this.#bars.root);
    this.#plot.addEventListener("pointerdown", () => this.#player.stop());
    this.#brush = new Brush(this.#plot, spec, choose);
    this.#line = new Line(spec, () => choose([-Infinity, Infinity]));
    this.#player = new Player(spec.words, this.#bars.days, {
      begin: (step) => this.#begin(step),
      advance: (step) => this.#advance(step),
    });
    host.append(this.#player.root, this.#line.root, this.#plot);
    this.#bars.fit(this.#plot.clientWidth);
    new ResizeObserver(() => {
      if (this.#bars.scale.width === this.#plot.clientWidth) return;
      this.#bars.fit(this.#plot.clientWidth);
      this.follow();
    }).observe(this.#plot);
  }

  /** Brings bars, brush and count in step with the layers and the filter, whoever set it. */
  follow(): void {
    const { from, to, types } = this.page.filter;
    const isOn = ({ spec }: EventLayer, { id }: EventType): boolean =>
      this.page.isOn(spec.id) && this.page.isOn(`${spec.id}.${id}`) && (!types || types.has(id));
    const undated = this.#bars.draw(isOn);
    let [shown, all] = [0, 0];
    for (const { spec, shownCount, events } of this.layers) {
      if (this.page.isOn(spec.id)) shown += shownCount;
      all += events!.count;
    }
    const days = this.#days();
    this.#brush.show(this.#bars.scale, days);
    const timed = from > -Infinity || to < Infinity;
    this.#line.show(days, timed, { shown, all, undated, most: this.#bars.most });
  }

  /** The chosen days as far as the bars go. */
  #days(): Days {
    const { first, last } = this.#bars.scale;
    const within = (day: number): number => Math.max(first, Math.min(last, day));
    return [within(this.page.filter.from), within(this.page.filter.to)];
  }

  /** At most once a frame; an end that lies where the bars do is no limit. */
  #choose([from, to]: Days): void {
    const { first, last } = this.#bars.scale;
    const waits = this.#wish !== null;
    this.#wish = [from <= first ? -Infinity : from, to >= last ? Infinity : to];
    if (waits) return;
    requestAnimationFrame(() => {
      const [from, to] = this.#wish!;
      this.#wish = null;
      const now = this.page.filter;
      if (from !== now.from || to !== now.to) this.page.filter = { ...now, from, to };
    });
  }

  /** Where playing begins: the chosen period, or the first step; from the end, where it began before. */
  #begin(step: Unit): void {
    const { first, last } = this.#bars.scale;
    const [from, to] = this.#days();
    let begin: Days = [from, to];
    if (to === last && from > first) begin = this.#began ?? [first, first + to - from];
    else if (to === last) begin = [first, later(floor(first, step), step) - 1];
    this.#began = begin;
    this.#choose(begin);
  }

  #advance(step: Unit): boolean {
    const [from, to] = this.#days();
    if (to === this.#bars.scale.last) return false;
    this.#choose([later(from, step), later(to + 1, step) - 1]);
    return true;
  }
}
