// The address: what a reader has changed of the map stands in the fragment of its URL.
//
//   #6.5/34.20/70.10      zoom, latitude and longitude of the view, when the map was moved
//   &layers=-kabul,roads  switches as in the legend: ID is on, -ID is off; LAYER.TYPE is a type
//   &types=attack         only these types, as set by mapgen.filter
//   &from=2015&to=2018-06 first and last date of the period
//   &event=ID             the event that is open
//
// Only what differs from the page as it opens is there. A fragment such as #LAYER:ROW is a row of
// the list, and left alone.
import { period, shortest } from "./dates.js";

export interface State {
  readonly view?: readonly [zoom: number, lat: number, lon: number] | undefined;
  readonly layers?: readonly string[] | undefined;
  readonly types?: readonly string[] | undefined;
  /** First and last day since 1970-01-01. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly event?: string | undefined;
}

const TILE_PX = 256;
const POLE = 90;
/** So far east or west a map may have been moved round the world. */
const ROUND = 540;
const VIEW = /^(\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)$/;
const KEY = /^(layers|types|from|to|event)=(.+)$/;

/** The state that a fragment tells of, or null when it is none of ours. */
export function readLink(hash: string): State | null {
  const found: Record<string, unknown> = {};
  const text = hash.replace(/^#/, "");
  for (const part of text.split("&")) {
    const [, key = "view", value = part] = KEY.exec(part) ?? [];
    const said = read(key, value);
    if (said !== undefined) found[key] = said;
  }
  return text === "" || Object.keys(found).length ? found : null;
}

function read(key: string, value: string): unknown {
  if (key === "view") return viewOf(value);
  if (key === "from") return period(value)?.[0];
  if (key === "to") return period(value)?.[1];
  const words = value.split(",").map(decoded);
  return key === "event" ? words[0] : words;
}

function viewOf(value: string): readonly number[] | undefined {
  const view = VIEW.exec(value)?.slice(1).map(Number);
  return view && Math.abs(view[1]!) < POLE && Math.abs(view[2]!) <= ROUND ? view : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The fragment of a state, with its #, or "" for the page as it opens. */
export function writeLink({ view, layers, types, from, to, event }: State): string {
  const words = (list?: readonly string[]): string | undefined =>
    list?.map(encodeURIComponent).join(",");
  const parts = {
    layers: words(layers),
    types: words(types),
    from: from === undefined ? from : shortest(from, 0),
    to: to === undefined ? to : shortest(to, 1),
    event: words(event === undefined ? [] : [event]),
  };
  const said = Object.entries(parts).flatMap(([key, value]) => (value ? [`${key}=${value}`] : []));
  if (view) said.unshift(viewText(view));
  return said.length ? `#${said.join("&")}` : "";
}

/** The address of the page with an event open, or null where the page has none to come back to. */
export function linkTo(page: string, event: string): string | null {
  if (!/^(https?|file):/.test(page)) return null;
  return page.replace(/#.*/s, "") + writeLink({ event });
}

/** Zoom, latitude and longitude to a pixel of that zoom. */
function viewText([zoom, lat, lon]: readonly [number, number, number]): string {
  const digits = Math.max(0, Math.ceil(Math.log10((TILE_PX * 2 ** zoom) / 360)));
  return [String(zoom), lat.toFixed(digits), lon.toFixed(digits)].join("/");
}
