// The histogram: how many events of each type there are in each bar of the timeline.
import { isRun, lower } from "../layers/choice.js";
import type { Events } from "../layers/unpack.js";

/** First and last day that any event is known to be of, or null where none is dated. */
export function extent(events: Events): readonly [number, number] | null {
  const { count, start, end } = events;
  if (isRun(events) && count > 0) return [start[0]!, end[count - 1]!];
  let [first, last] = [Infinity, -Infinity];
  for (let row = 0; row < count; row++) {
    const from = start[row]!;
    const to = end[row]!;
    if (from > to) continue;
    // An end that is open says nothing of how far time goes.
    const near = from === OPEN ? to : from;
    const far = to === ~OPEN ? from : to;
    if (near < first) first = near;
    if (far > last) last = far;
  }
  return last === -Infinity ? null : [first, last];
}

const OPEN = -(2 ** 31);

export interface Tally {
  /** Events by type and bar: those of type t in bar i are at t * bars + i. */
  readonly counts: Float32Array;
  /** Undated events by type. */
  readonly undated: Uint32Array;
}

/**
 * Counts events into bars. An event that is known to a month, a year or an interval is no event of
 * its first day: it is shared among the bars that it reaches over, by their days, so that the bars
 * together still hold every dated event once.
 */
export function tally(events: Events, types: number, edges: Int32Array): Tally {
  const { count, start, end, type } = events;
  const bars = edges.length - 1;
  if (isRun(events)) return runs(events, types, edges);
  const [first, last] = [edges[0]!, edges[bars]! - 1];
  const barOf = new Uint16Array(last - first + 1);
  for (let bar = 0; bar < bars; bar++)
    barOf.fill(bar, edges[bar]! - first, edges[bar + 1]! - first);
  const counts = new Float32Array(types * bars);
  const undated = new Uint32Array(types);
  const share = (kind: number, from: number, to: number): void => {
    for (let bar = barOf[from - first]!; bar <= barOf[to - first]!; bar++) {
      const days = Math.min(to + 1, edges[bar + 1]!) - Math.max(from, edges[bar]!);
      counts[kind * bars + bar]! += days / (to - from + 1);
    }
  };
  // A million times over: nothing is made in this loop that need not be.
  for (let row = 0; row < count; row++) {
    const kind = type[row]!;
    const from = start[row]!;
    const to = end[row]!;
    if (from === to) counts[kind * bars + barOf[from - first]!]!++;
    else if (from > to) undated[kind]!++;
    else share(kind, Math.max(from, first), Math.min(to, last));
  }
  return { counts, undated };
}

/** Of events that are each of one day and in order, a bar is a run of rows. */
function runs({ start, type }: Events, types: number, edges: Int32Array): Tally {
  const bars = edges.length - 1;
  const counts = new Float32Array(types * bars);
  const own = new Uint32Array(types);
  for (let bar = 0; bar < bars; bar++) {
    const [from, to] = [lower(start, edges[bar]!), lower(start, edges[bar + 1]!)];
    own.fill(0);
    for (let row = from; row < to; row++) own[type[row]!]!++;
    for (let kind = 0; kind < types; kind++) counts[kind * bars + bar] = own[kind]!;
  }
  return { counts, undated: new Uint32Array(types) };
}

/** The largest sum of a bar over all series. */
export function highest(series: readonly Float32Array[]): number {
  let most = 0;
  for (let bar = 0; bar < (series[0]?.length ?? 0); bar++)
    most = Math.max(
      most,
      series.reduce((sum, counts) => sum + counts[bar]!, 0),
    );
  return most;
}

/**
 * Outlines of the bars, one path a series, each stacked on those before it, in whole pixels.
 *
 * @param at left and right of each bar in pixels
 */
export function stacked(
  series: readonly Float32Array[],
  at: readonly (readonly [number, number])[],
  height: number,
): string[] {
  const scale = height / (highest(series) || 1);
  const sums = new Float32Array(at.length);
  return series.map((counts) => {
    let path = "";
    at.forEach(([left, right], bar) => {
      if (!counts[bar]) return;
      const low = Math.round(sums[bar]! * scale);
      sums[bar]! += counts[bar];
      // What is there is seen, be it ever so little.
      const high = Math.max(Math.round(sums[bar]! * scale), 1);
      if (high > low) path += `M${left} ${height - low}V${height - high}H${right}V${height - low}z`;
    });
    return path;
  });
}
