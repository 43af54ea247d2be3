// What a map in a frame and the article round it say to each other: the map its height, in the words
// of AMP, pym and Datawrapper, and the article what the map is to show. The map listens to the page
// that frames it alone, and to that only from an origin that the map was built for.
import type { Api, Wish } from "./api.js";

/** The shape of the map in an article, and the least and greatest height of it in pixels. */
const TALL = 0.62;
const LEAST_PX = 340;
const MOST_PX = 620;
const PYM = "xPYMx";

/**
 * What an article may ask for: `{mapgen: {show: "ID"}}`, `{mapgen: {filter: {from, to, types}}}` or
 * `{mapgen: {go: "#…"}}`, what stands in an address behind the name of the map.
 */
interface Order {
  readonly show?: unknown;
  readonly go?: unknown;
  readonly filter?: unknown;
}

/**
 * Whether the page that frames this one may drive it: one of the same site, one of those named when
 * the map was built, or the page in which the map stands written out (srcdoc).
 */
export function isHeard(origin: string, own: string, named: readonly string[]): boolean {
  if (own === "about:srcdoc") return true;
  // Of a file, browsers say one or the other.
  if (own.startsWith("file:")) return origin === "file://" || origin === "null";
  return origin === new URL(own).origin || named.includes(origin);
}

/** The order in a message; null where it is none. */
export function orderOf(message: unknown): Order | null {
  const order = isRecord(message) ? message["mapgen"] : null;
  return isRecord(order) ? order : null;
}

/** A wish of which every part is of its kind; null where one is not. */
export function wishOf(filter: unknown): Wish | null {
  if (!isRecord(filter)) return null;
  const { from, to, types } = filter;
  const isDate = (value: unknown): boolean => value === undefined || typeof value === "string";
  const listed =
    types === undefined ||
    (Array.isArray(types) && types.every((type) => typeof type === "string"));
  return isDate(from) && isDate(to) && listed ? filter : null;
}

/** What tells of a height, each in the words of one who listens. */
export function tidings(height: number, address: string): readonly unknown[] {
  const { pathname, searchParams } = new URL(address);
  const child = searchParams.get("childId");
  const name = pathname
    .split("/")
    .at(-1)!
    .replace(/\.html?$/, "");
  return [
    { sentinel: "amp", type: "embed-size", height },
    { "datawrapper-height": { [name]: height } },
    ...(child ? [["pym", child, "height", height].join(PYM)] : []),
  ];
}

/** The height at which the map looks well at a width, with what stands above and below it. */
export function heightAt(width: number, beside: number): number {
  return Math.round(beside + Math.min(MOST_PX, Math.max(LEAST_PX, width * TALL)));
}

/** What can be brought to a fragment. */
export interface Page {
  go(hash: string): void;
}

/** Speaks and listens, where the page is framed. */
export function converse(page: Page, api: Api, named: readonly string[]): void {
  if (parent === window) return;
  addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) => {
    const order = orderOf(data);
    if (!order || source !== parent || !isHeard(origin, location.href, named)) return;
    if (typeof order.show === "string") void api.show(order.show);
    if (typeof order.go === "string") page.go(order.go);
    const wish = wishOf(order.filter);
    if (wish) follow(api, wish);
  });
  let told = 0;
  new ResizeObserver(() => {
    const width = document.documentElement.clientWidth;
    if (width === told) return;
    told = width;
    const stage = document.querySelector<HTMLElement>(".mg-stage")!;
    const beside = stage.parentElement!.offsetHeight - stage.offsetHeight;
    // A height is no secret, and only the page that frames this one hears it.
    for (const tiding of tidings(heightAt(width, beside), location.href))
      parent.postMessage(tiding, "*");
  }).observe(document.documentElement);
}

function follow(api: Api, wish: Wish): void {
  try {
    api.filter(wish);
  } catch (fault) {
    console.error(fault); // A date that is none: the article's author reads it here.
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
