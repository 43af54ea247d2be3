// A chapter: the words of some thousand consecutive events, as layers/words.py writes them.
import { NULL, refuse } from "./stored.js";
import { Columns } from "./columns.js";

export interface Source {
  readonly title: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly url?: string;
  readonly archive_url?: string;
}

/** The words of one event; a column without a word for it is left out. */
export interface Story {
  /** That of the data, else the label of its type. */
  readonly title: string;
  readonly description?: string;
  readonly sub_event_type?: string;
  readonly location?: string;
  readonly admin1?: string;
  readonly admin2?: string;
  readonly country?: string;
  /** 1 exact, 2 near or part of an area, 3 a province or wider. */
  readonly geo_precision?: number;
  readonly coord_basis?: string;
  readonly coord_source?: string;
  readonly caution?: string;
  readonly fatalities_note?: string;
  readonly sources?: readonly Source[];
}

export class Chapter {
  /** Column by column; "" where an event has no word. */
  readonly texts = new Map<string, readonly string[]>();
  readonly #precisions: Uint32Array | null;

  /** Reads an inflated block; throws a sentence where it is not one of `count` events. */
  constructor(
    bytes: Uint8Array<ArrayBuffer>,
    /** Row of its first event. */
    readonly first: number,
    readonly count: number,
  ) {
    const columns = new Columns(bytes);
    if (columns.header.count !== count) refuse(`the words of ${count} events are not those`);
    for (const { name } of columns.header.columns) {
      const column = columns.texts(name);
      if (column) this.texts.set(name, column);
    }
    this.#precisions = columns.numbers("geo_precision", count);
  }

  /** What is told of an event; `label` is the title of one that has none. */
  story(row: number, label: string): Story {
    const at = row - this.first;
    const story: Record<string, unknown> = { title: label };
    for (const [name, column] of this.texts) {
      const text = column[at];
      if (text) story[name] = name === "sources" ? (JSON.parse(text) as Source[]) : text;
    }
    const precision = this.#precisions?.[at] ?? NULL;
    if (precision !== NULL) story["geo_precision"] = precision;
    return story as unknown as Story;
  }
}
