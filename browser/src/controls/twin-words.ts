// A search through the words of the events, in slices that leave the page responsive.
import type { Reader } from "../card/facts.js";
import { countryName } from "../card/where.js";
import type { Chapter, Source } from "../layers/chapter.js";
import type { EventLayer } from "../layers/events.js";
import type { Words } from "../layers/words.js";

const SLICE_MS = 12;
const COLUMNS = ["title", "location", "admin2", "admin1"];
/** Stands between events; no field of a reader's keyboard makes it. */
const END = "\u0001";

/** Text without case, accents, and the spellings that keyboards of one script differ in. */
export function folded(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640\u200c]/gu, "")
    .replace(/[\u064a\u0649]/g, "ی")
    .replace(/\u0643/g, "ک")
    .toLowerCase();
}

/** The words that a reader looks for: an event must hold every one. */
export function termsOf(text: string): string[] {
  return folded(text).split(/\s+/).filter(Boolean);
}

export interface Found {
  /** One byte an event. */
  readonly hits: Uint8Array;
  /** Words could not be read: not everything was searched. */
  readonly damaged: boolean;
}

/** Searches a layer; `goOn` is told the share that is done, and says whether to go on. */
export async function search(
  { spec, events }: EventLayer,
  stories: Words,
  terms: readonly string[],
  reader: Reader,
  goOn: (share: number) => boolean,
): Promise<Found> {
  const { count, type } = events!;
  const hits = new Uint8Array(count);
  const labels = spec.types.map(({ label }) => label);
  const holds = (text: string): number => (terms.every((term) => text.includes(term)) ? 1 : 0);
  const known = labels.map((label) => holds(folded(label)));
  for (let row = 0; row < count; row++) hits[row] = known[type[row]!]!;
  let began = performance.now();
  try {
    for await (const chapter of stories.chapters()) {
      const texts = textsOf(chapter, reader, (at) => labels[type[chapter.first + at]!]!);
      for (const [at, text] of texts.entries()) hits[chapter.first + at] = holds(text);
      if (performance.now() - began < SLICE_MS) continue;
      if (!goOn((chapter.first + texts.length) / count)) break;
      await new Promise((done) => setTimeout(done));
      began = performance.now();
    }
  } catch (fault) {
    console.error(fault);
    return { hits, damaged: true };
  }
  return { hits, damaged: false };
}

/** What is searched of each event of a chapter, folded: all at once, which is ten times as fast. */
function textsOf(chapter: Chapter, reader: Reader, label: (at: number) => string): string[] {
  const columns = COLUMNS.map((name) => chapter.texts.get(name));
  const [countries, sources] = ["country", "sources"].map((name) => chapter.texts.get(name));
  const country = remembered((code) => countryName(code, reader));
  const source = remembered(titlesOf);
  const lines: string[] = [];
  for (let at = 0; at < chapter.count; at++) {
    const parts = columns.map((column) => column?.[at] ?? "");
    parts.push(label(at), country(countries?.[at]), source(sources?.[at]));
    lines.push(parts.join(" "));
  }
  return folded(lines.join(END)).split(END);
}

/** The same answer for the same text, asked once. */
function remembered(answer: (text: string) => string | undefined): (text?: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (!text) return "";
    let found = known.get(text);
    if (found === undefined) known.set(text, (found = answer(text) ?? ""));
    return found;
  };
}

function titlesOf(sources: string): string {
  const list = JSON.parse(sources) as Source[];
  return list.map(({ title, publisher = "" }) => `${publisher} ${title}`).join(" ");
}
