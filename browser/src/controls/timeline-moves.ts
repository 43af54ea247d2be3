// Where a drag or a key brings the ends of the chosen period: from bar to bar.
import type { Scale } from "./timeline-scale.js";

/** First and last day. */
export type Days = readonly [number, number];

export interface Press {
  /** What is drawn: an end, the whole window, or a new one. */
  readonly held: "from" | "to" | "window" | "new";
  /** Where it was pressed, in pixels from the left, and what was chosen then. */
  readonly x: number;
  readonly days: Days;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** What is chosen after a press has been drawn to so many pixels from the left. */
export function dragged({ held, x, days }: Press, scale: Scale, now: number): Days {
  const { edges, bars } = scale;
  const [near, far] = [scale.barOf(days[0]), scale.barOf(days[1])];
  if (held === "from") return [edges[clamp(scale.edge(now), 0, far)]!, days[1]];
  if (held === "to") return [days[0], edges[clamp(scale.edge(now), near + 1, bars)]! - 1];
  const [then, here] = [scale.barOf(scale.day(x)), scale.barOf(scale.day(now))];
  if (held === "new") return [edges[Math.min(then, here)]!, edges[Math.max(then, here) + 1]! - 1];
  const by = clamp(here - then, -near, bars - 1 - far);
  return [edges[near + by]!, edges[far + by + 1]! - 1];
}

/** What is chosen after an end has moved by so many bars; one within a bar goes to its edge first. */
export function nudged(side: "from" | "to", by: number, scale: Scale, [from, to]: Days): Days {
  const { edges, bars } = scale;
  const day = side === "from" ? from : to + 1;
  const bar = day > scale.last ? bars : scale.barOf(day);
  const edge = edges[bar]! < day && by < 0 ? bar + 1 + by : bar + by;
  if (side === "from") return [edges[clamp(edge, 0, scale.barOf(to))]!, to];
  return [from, edges[clamp(edge, scale.barOf(from) + 1, bars)]! - 1];
}

/** The days of the bar at so many pixels from the left. */
export function barAt(scale: Scale, x: number): Days {
  const bar = scale.barOf(scale.day(x));
  return [scale.edges[bar]!, scale.edges[bar + 1]! - 1];
}
