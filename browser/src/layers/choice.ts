// Which events are shown: those of wanted types that may lie in a period.
import type { Shown } from "./tally.js";
import type { Events } from "./unpack.js";

/** The first row whose value is not below a limit, in a column that rises. */
export function lower(column: Int32Array, limit: number): number {
  let [from, to] = [0, column.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (column[middle]! < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Whether the events are all of one day and stand in order of it, so that a period is a run. */
export function isRun({ order, start, end }: Events): boolean {
  return order === "date" && start === end;
}

export class Choice implements Shown {
  readonly mask: Uint8Array;
  from = 0;
  to = 0;
  /** How many are shown. */
  count = 0;

  constructor(private readonly events: Events) {
    this.mask = new Uint8Array(events.count);
  }

  /** Shows the events of wanted types (one byte a type) in a period, or of all time. */
  choose(wanted: Uint8Array, period: readonly [number, number] | null): void {
    this.mask.fill(0, this.from, this.to);
    const run = period === null || isRun(this.events);
    [this.from, this.to] = period && run ? this.#run(period) : [0, this.events.count];
    if (period && !run) this.count = this.#meeting(wanted, period);
    else if (wanted.every(Boolean)) {
      this.mask.fill(1, this.from, this.to);
      this.count = this.to - this.from;
    } else this.count = this.#wanted(wanted);
  }

  #run([first, last]: readonly [number, number]): [number, number] {
    const from = lower(this.events.start, first);
    return [from, Math.max(from, lower(this.events.start, last + 1))];
  }

  #wanted(wanted: Uint8Array): number {
    const { type } = this.events;
    let sum = 0;
    for (let row = this.from; row < this.to; row++) sum += this.mask[row] = wanted[type[row]!]!;
    return sum;
  }

  #meeting(wanted: Uint8Array, [from, to]: readonly [number, number]): number {
    const { start, end, type } = this.events;
    let sum = 0;
    const { mask } = this;
    // Without a branch, which the processor would guess wrong for every other event.
    for (let row = this.from; row < this.to; row++) {
      const on = Number(start[row]! <= to) & Number(end[row]! >= from) & wanted[type[row]!]!;
      mask[row] = on;
      sum += on;
    }
    return sum;
  }
}
