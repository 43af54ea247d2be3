// Where each name stands at a zoom: the important ones first, none upon another. That is settled in
// the world, not in the view, so that names keep still when the map is moved; and only for names in
// sight and those that they must give way to, so that the map is soon ready.
import { LETTERING } from "./basemap-style.js";
import type { Label } from "./basemap-unpack.js";
import { around, boxes } from "./labels-box.js";
import { Grid, type Box } from "./labels-grid.js";
import type { Text } from "./labels-text.js";
import { worldPx } from "./projection.js";

/** A mark of the map's own, on the unit square, with its radius in pixels, and its name if any. */
export interface Obstacle {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly name?: string;
}

export interface Placed {
  readonly label: Label;
  readonly text: Text;
  /** The text's box in world pixels. */
  readonly box: Box;
}

const DOT_PX = 4;
/** Names whose points are farther apart than this cannot touch. */
const REACH_PX = 320;
/** A town of the basemap this near to a place of the map with the same name is that place. */
const SAME_PLACE = 0.0012;

export class Placement {
  readonly #labels: readonly Label[];
  readonly #world: number;
  readonly #taken: Grid;
  readonly #marks: Grid;
  /** Numbers of the labels in each cell of the world. */
  readonly #cells = new Map<number, number[]>();
  readonly #columns: number;
  /** What became of each label: null when there was no room for it. */
  readonly #settled = new Map<number, Placed | null>();

  /**
   * `labels` have the most important first; `letter` says how each is written at this zoom; `beside`
   * is the side of its dot at which a town's name stands where it can.
   */
  constructor(
    labels: readonly Label[],
    private readonly letter: (label: Label) => Text,
    zoom: number,
    obstacles: readonly Obstacle[],
    private readonly beside: "east" | "west",
  ) {
    this.#world = worldPx(zoom);
    this.#columns = Math.max(1, Math.floor(this.#world / REACH_PX));
    this.#taken = new Grid(this.#world);
    this.#marks = new Grid(this.#world);
    for (const { x, y, r } of obstacles)
      this.#marks.add(around(x * this.#world, y * this.#world, r));
    const named = obstacles.filter((one) => one.name !== undefined);
    this.#labels = labels.filter((label) => label.zoom <= zoom && !isNamed(label, named));
    this.#labels.forEach(({ x, y }, number) => {
      const cell = this.#cell(this.#column(x * this.#world), this.#row(y * this.#world));
      this.#cells.set(cell, [...(this.#cells.get(cell) ?? []), number]);
    });
  }

  /** The names that may show in a box of the world, the most important first. */
  within({ left, top, right, bottom }: Box): Placed[] {
    const numbers = this.#near(
      [this.#column(left) - 1, this.#column(right) + 1],
      [this.#row(top) - 1, this.#row(bottom) + 1],
    );
    const placed = numbers.map((number) => this.#settle(number));
    return placed.filter((one) => one !== null);
  }

  #settle(number: number): Placed | null {
    const known = this.#settled.get(number);
    if (known !== undefined) return known;
    const { x, y } = this.#labels[number]!;
    const [column, row] = [this.#column(x * this.#world), this.#row(y * this.#world)];
    for (const other of this.#near([column - 1, column + 1], [row - 1, row + 1]))
      if (other < number) this.#settle(other);
    const placed = this.#place(this.#labels[number]!);
    this.#settled.set(number, placed);
    return placed;
  }

  #place(label: Label): Placed | null {
    const [x, y] = [label.x * this.#world, label.y * this.#world];
    const dot = LETTERING[label.kind].dot ? around(x, y, DOT_PX) : null;
    if (dot && this.#taken.touches(dot)) return null;
    const text = this.letter(label);
    const way = dot ? this.beside : "upon";
    const free = boxes(way, text, x, y).filter((box) => !this.#taken.touches(box));
    const box = free.find((one) => !this.#marks.touches(one)) ?? free[0];
    if (!box) return null;
    this.#taken.add(box);
    if (dot) this.#taken.add(dot);
    return { label, text, box };
  }

  /** The labels of a block of cells, the most important first; columns go on round the world. */
  #near(columns: readonly [number, number], rows: readonly [number, number]): number[] {
    const cells = new Set<number>();
    for (let column = columns[0]; column <= columns[1]; column++)
      for (let row = rows[0]; row <= rows[1]; row++) cells.add(this.#cell(column, row));
    return [...cells].flatMap((cell) => this.#cells.get(cell) ?? []).sort((a, b) => a - b);
  }

  #column(x: number): number {
    return Math.floor((x / this.#world) * this.#columns);
  }

  #row(y: number): number {
    return Math.floor(y / REACH_PX);
  }

  #cell(column: number, row: number): number {
    const wrapped = ((column % this.#columns) + this.#columns) % this.#columns;
    return row * this.#columns + wrapped;
  }
}

function isNamed(label: Label, named: readonly Obstacle[]): boolean {
  if (LETTERING[label.kind].dot === undefined) return false;
  return named.some(
    ({ x, y, name }) =>
      Math.hypot(x - label.x, y - label.y) < SAME_PLACE &&
      name!.localeCompare(label.name, undefined, { sensitivity: "base" }) === 0,
  );
}
