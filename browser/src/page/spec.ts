// The JSON that page/spec.py writes into the page: everything about the map that is not geometry.
import { learn, type Words } from "./language.js";

export { counted, written, type Words } from "./language.js";

/** West, south, east, north in degrees; east may be above 180 where a map crosses the antimeridian. */
export type Box = readonly [number, number, number, number];

export type Kind = "place" | "region" | "event" | "other";
export type Shape = "circle" | "square" | "triangle" | "diamond";

export interface EventType {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  readonly symbol: Shape;
  readonly count: number;
}

export interface LayerSpec {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly color: string;
  readonly certainty: string;
  readonly dashed: boolean;
  readonly types: readonly EventType[];
}

export interface Spec {
  readonly lang: string;
  readonly box: Box;
  readonly zooms: readonly [number, number];
  /** Of articles that may drive the map by message. */
  readonly origins: readonly string[];
  readonly layers: readonly LayerSpec[];
  readonly words: Words;
}

export function readSpec(): Spec {
  const spec = JSON.parse(document.getElementById("mapgen-spec")!.textContent) as Spec;
  if (spec.lang !== "en") learn(spec.lang, spec.words);
  return spec;
}
