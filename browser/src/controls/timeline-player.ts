// Play and pause: the chosen period moves on by itself, step by step.
import { drawn, element } from "../page/element.js";
import type { Words } from "../page/spec.js";
import { howMany, UNITS, type Unit } from "./timeline-units.js";

const BEAT_MS = 400;
const FEWEST_STEPS = 3;
const MOST_STEPS = 500;
/** Half a minute, at most, unless somebody wishes for more. */
const USUAL_STEPS = 64;
const PICTURES = { play: "M3 1.5v13l11-6.5z", pause: "M3 2h3.5v12H3zM9.5 2H13v12H9.5z" };

export interface Moves {
  /** Brings the period to where playing begins. */
  begin(step: Unit): void;
  /** Moves it on by a step; false when it has come to the end. */
  advance(step: Unit): boolean;
}

export class Player {
  readonly root: HTMLElement;
  readonly #button = element("button", { type: "button" });
  readonly #select: HTMLSelectElement;
  readonly #picture = drawn("path");
  readonly #steps: readonly Unit[];
  #beat = 0;

  constructor(
    private readonly words: Words,
    days: number,
    private readonly moves: Moves,
  ) {
    this.#steps = UNITS.filter((unit) => {
      const steps = howMany(days, unit);
      return steps >= FEWEST_STEPS && steps <= MOST_STEPS;
    });
    const options = this.#steps.map(({ id }) => element("option", {}, words[`time.${id}`]!));
    this.#select = element("select", { "aria-label": words["time.step"]! }, ...options);
    const near = this.#steps.findIndex((unit) => howMany(days, unit) <= USUAL_STEPS);
    this.#select.selectedIndex = near < 0 ? this.#steps.length - 1 : near;
    const icon = drawn("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, this.#picture);
    this.#button.append(icon);
    this.#button.addEventListener("click", () => (this.#beat ? this.stop() : this.#start()));
    this.#label("play");
    this.root = element("div", { class: "mg-time-player" }, this.#button, this.#select);
  }

  stop(): void {
    clearTimeout(this.#beat);
    this.#beat = 0;
    this.#label("play");
  }

  #start(): void {
    this.moves.begin(this.#step());
    this.#label("pause");
    this.#wait();
  }

  #step(): Unit {
    return this.#steps[this.#select.selectedIndex]!;
  }

  /** The next step waits for the last one to be seen: a slow page plays slower, and stays whole. */
  #wait(): void {
    this.#beat = window.setTimeout(() => {
      if (this.moves.advance(this.#step())) requestAnimationFrame(() => this.#beat && this.#wait());
      else this.stop();
    }, BEAT_MS);
  }

  #label(state: "play" | "pause"): void {
    this.#picture.setAttribute("d", PICTURES[state]);
    const label = this.words[`time.${state}`]!;
    this.#button.setAttribute("aria-label", label);
    this.#button.title = label;
  }
}
