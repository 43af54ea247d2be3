// The reel: how far a list of any length is scrolled, in a box that browsers can still lay out.

/** Browsers lay out no box of forty million pixels: a longer list moves faster than its thumb. */
export const MOST_PX = 4_000_000;

export interface Reel {
  /** Height of all rows, of what is seen of them, and of the box that stands for them, in pixels. */
  readonly whole: number;
  readonly view: number;
  readonly box: number;
}

export function reel(rows: number, row: number, view: number): Reel {
  const whole = rows * row;
  return { whole, view, box: Math.min(whole, MOST_PX) };
}

/** How far the list is scrolled when its box has been scrolled from one place to another. */
export function moved({ whole, view, box }: Reel, from: number, to: number, top: number): number {
  const [most, range] = [Math.max(0, whole - view), Math.max(0, box - view)];
  if (most <= range) return Math.min(to, most);
  if (to <= 0) return 0;
  if (to >= range) return most;
  // What a wheel or a finger moves is moved as far as that; what the thumb moves, by its share.
  const step = to - from;
  const next = Math.abs(step) < 2 * view ? top + step : (to / range) * most;
  return Math.max(0, Math.min(most, next));
}

/** Where the box stands when the list is scrolled so far. */
export function thumb({ whole, view, box }: Reel, top: number): number {
  const [most, range] = [Math.max(0, whole - view), Math.max(0, box - view)];
  return most <= range ? top : (top / most) * range;
}
