// The brush: two handles that bound the chosen period, for pointer and keyboard.
import { saidPeriod } from "../page/dates.js";
import { element } from "../page/element.js";
import type { Spec } from "../page/spec.js";
import { barAt, dragged, nudged, type Days, type Press } from "./timeline-moves.js";
import type { Scale } from "./timeline-scale.js";

const KEYS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
  Home: -Infinity,
  End: Infinity,
};
/** A press that moves less is none that draws. */
const STILL_PX = 4;
const EVERYTHING: Days = [-Infinity, Infinity];

type Side = "from" | "to";

export class Brush {
  readonly #from: HTMLElement;
  readonly #to: HTMLElement;
  readonly #before = element("div", { class: "mg-time-veil" });
  readonly #after = element("div", { class: "mg-time-veil" });
  #scale!: Scale;
  #days: Days = EVERYTHING;
  #press: Press | null = null;
  #moved = false;

  /** @param choose takes the first and last day that somebody chooses. */
  constructor(
    private readonly plot: HTMLElement,
    private readonly spec: Spec,
    private readonly choose: (days: Days) => void,
  ) {
    this.#from = this.#handle("from");
    this.#to = this.#handle("to");
    plot.append(this.#before, this.#after, this.#from, this.#to);
    plot.addEventListener("pointerdown", (event) => this.#down(event));
    plot.addEventListener("pointermove", (event) => this.#move(event));
    plot.addEventListener("pointerup", (event) => this.#up(event));
    plot.addEventListener("pointercancel", () => (this.#press = null));
  }

  /** Shows a period, which lies within the scale. */
  show(scale: Scale, days: Days): void {
    this.#scale = scale;
    this.#days = days;
    const [from, to] = [scale.x(days[0]), scale.x(days[1] + 1)];
    this.#before.style.width = `${Math.min(from, to)}px`;
    this.#after.style.left = `${Math.max(from, to)}px`;
    this.#place(this.#from, days[0], from, [scale.first, days[1]]);
    this.#place(this.#to, days[1], to, [days[0], scale.last]);
  }

  #place(handle: HTMLElement, day: number, x: number, [least, most]: Days): void {
    handle.style.left = `${x}px`;
    const text = saidPeriod(day, day, this.spec.lang);
    const now = { valuemin: least, valuemax: most, valuenow: day, valuetext: text };
    for (const [name, value] of Object.entries(now))
      handle.setAttribute(`aria-${name}`, String(value));
  }

  #handle(side: Side): HTMLElement {
    const handle = element("div", {
      class: `mg-time-handle mg-time-${side}`,
      role: "slider",
      tabindex: 0,
      "aria-label": this.spec.words[`time.${side}`]!,
    });
    handle.addEventListener("keydown", (event) => {
      const by = KEYS[event.key];
      if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const turned = this.#scale.rtl && /Left|Right/.test(event.key);
      this.choose(nudged(side, turned ? -by : by, this.#scale, this.#days));
    });
    return handle;
  }

  #down(event: PointerEvent): void {
    if (event.button) return;
    const [x, days, scale] = [this.#x(event), this.#days, this.#scale];
    const day = scale.day(x);
    const whole = days[0] === scale.first && days[1] === scale.last;
    let held: Press["held"] = !whole && day >= days[0] && day < days[1] + 1 ? "window" : "new";
    if (event.target === this.#from) held = "from";
    if (event.target === this.#to) held = "to";
    this.plot.setPointerCapture(event.pointerId);
    this.#press = { held, x, days };
    this.#moved = false;
  }

  #move(event: PointerEvent): void {
    if (!this.#press) return;
    const x = this.#x(event);
    this.#moved ||= Math.abs(x - this.#press.x) >= STILL_PX;
    if (this.#moved) this.choose(dragged(this.#press, this.#scale, x));
  }

  /** A press that stays on its bar chooses the bar; on the one that is chosen, everything. */
  #up(event: PointerEvent): void {
    const press = this.#press;
    this.#press = null;
    if (!press || this.#moved) return;
    const days = barAt(this.#scale, this.#x(event));
    // The handles of a single bar lie over it.
    if (days.every((day, i) => day === press.days[i])) this.choose(EVERYTHING);
    else if (press.held === "window" || press.held === "new") this.choose(days);
  }

  #x(event: PointerEvent): number {
    return event.clientX - this.plot.getBoundingClientRect().left;
  }
}
