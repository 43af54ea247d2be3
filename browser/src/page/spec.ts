// The JSON that page/spec.py writes into the page: everything about the map that is not geometry.

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
  readonly layers: readonly LayerSpec[];
  readonly words: Words;
}

export type Words = Readonly<Record<string, string>>;

export function readSpec(): Spec {
  return JSON.parse(document.getElementById("mapgen-spec")!.textContent) as Spec;
}

/** The phrase for a number: `one` or `other` of the page's language, with {n} filled in. */
export function counted(words: Words, key: string, n: number, lang: string): string {
  const rule = lang === "en" ? (n === 1 ? "one" : "other") : new Intl.PluralRules(lang).select(n);
  const phrase = words[`${key}.${rule}`] ?? words[`${key}.other`] ?? key;
  return phrase.replace("{n}", written(n, lang));
}

/** A whole number in a language's way. English needs no Intl, whose first answer takes 35 ms. */
export function written(n: number, lang: string): string {
  if (lang === "en") return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
  return new Intl.NumberFormat(lang).format(n);
}
