// The blocks of events that Python packed, and what they mean.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../tests/fixtures/events");

type Numbers = readonly (number | null)[];

interface Fixture {
  readonly blocks: Readonly<Record<string, string>>;
  readonly count: number;
  readonly places: { readonly count: number; readonly x: Numbers; readonly y: Numbers };
  readonly stories: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[];
  readonly [column: string]: unknown;
}

export const NAMES = ["everything", "places", "own-places", "bare", "crowded"] as const;

export function fixture(name: string): Fixture {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), "utf8")) as Fixture;
}

/** The bytes of a block by the end of its id: "", "-ids", "-words-0". */
export function block(name: string, end = ""): Uint8Array<ArrayBuffer> {
  const file = fixture(name).blocks[end];
  if (file === undefined) throw new Error(`There is no block ${name}${end}.`);
  return Uint8Array.from(readFileSync(join(FOLDER, file)));
}
