// The scale of the timeline: from days to pixels and bars. Where the page runs from right to left, so does time.
import { howMany, UNITS, type Unit } from "./timeline-units.js";

export class Scale {
  readonly bars: number;
  readonly first: number;
  readonly last: number;

  constructor(
    /** First day of each bar, and the day after the last of them. */
    readonly edges: Int32Array,
    readonly width: number,
    readonly rtl: boolean,
  ) {
    this.bars = edges.length - 1;
    this.first = edges[0]!;
    this.last = edges[this.bars]! - 1;
  }

  /** Pixels from the left at which a day begins. */
  x(day: number): number {
    const share = (day - this.first) / (this.last + 1 - this.first);
    return Math.round((this.rtl ? 1 - share : share) * this.width);
  }

  /** Left and right of a bar in pixels, a hair apart from the next where there is room for one. */
  span(bar: number): readonly [number, number] {
    const [a, b] = [this.x(this.edges[bar]!), this.x(this.edges[bar + 1]!)];
    const [left, right] = [Math.min(a, b), Math.max(a, b)];
    return [left, right - left > 3 ? right - 1 : right];
  }

  /** The bar that a day lies in. */
  barOf(day: number): number {
    let [low, high] = [0, this.bars];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.edges[middle]! <= day) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The day at so many pixels from the left, as a fraction. */
  day(x: number): number {
    const share = x / this.width;
    return this.first + (this.rtl ? 1 - share : share) * (this.last + 1 - this.first);
  }

  /** The edge of a bar that is nearest to so many pixels from the left. */
  edge(x: number): number {
    const day = this.day(x);
    const bar = this.barOf(day);
    return day - this.edges[bar]! < this.edges[bar + 1]! - day ? bar : bar + 1;
  }
}

const BAR_PX = 6;
const MOST_BARS = 125;

/** The finest unit of which a period of so many days has bars that can be told apart. */
export function barUnit(days: number, width: number): Unit {
  const most = Math.min(MOST_BARS, width / BAR_PX);
  return UNITS.find((unit) => howMany(days, unit) <= most) ?? UNITS.at(-1)!;
}
