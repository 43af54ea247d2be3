// Which labels stand near one another: their numbers, cell by cell, right round the world.

/** Names whose points are farther apart than this cannot touch. */
const REACH_PX = 320;

export class Cells {
  readonly #columns: number;
  readonly #cells = new Map<number, number[]>();

  constructor(private readonly world: number) {
    this.#columns = Math.max(1, Math.floor(world / REACH_PX));
  }

  /** Puts a number at a point in world pixels. */
  add(number: number, x: number, y: number): void {
    const cell = this.#cell(this.#column(x), row(y));
    const others = this.#cells.get(cell);
    if (others) others.push(number);
    else this.#cells.set(cell, [number]);
  }

  /** The numbers, rising, of all that may touch something between two points in world pixels. */
  near(left: number, top: number, right = left, bottom = top): number[] {
    const cells = new Set<number>();
    for (let column = this.#column(left) - 1; column <= this.#column(right) + 1; column++)
      for (let line = row(top) - 1; line <= row(bottom) + 1; line++)
        cells.add(this.#cell(column, line));
    return [...cells].flatMap((cell) => this.#cells.get(cell) ?? []).sort((a, b) => a - b);
  }

  #column(x: number): number {
    return Math.floor((x / this.world) * this.#columns);
  }

  #cell(column: number, line: number): number {
    const wrapped = ((column % this.#columns) + this.#columns) % this.#columns;
    return line * this.#columns + wrapped;
  }
}

function row(y: number): number {
  return Math.floor(y / REACH_PX);
}
