// The words of an event layer: blocks of some thousand events, inflated when somebody reads in them.
import { readBlock } from "../page/blocks.js";
import type { EventType } from "../page/spec.js";
import { Chapter, type Story } from "./chapter.js";
import { refuse } from "./stored.js";
import { Columns } from "./columns.js";
import type { Events } from "./unpack.js";

interface Kept {
  readonly reading: Promise<Chapter>;
  chapter?: Chapter;
}

type Read = (block: string) => Promise<Uint8Array<ArrayBuffer>>;
type Ids = readonly string[] | Float64Array;

/** Chapters that are kept inflated: those read last. */
const MOST_KEPT = 32;

export class Words {
  readonly #kept = new Map<number, Kept>();
  readonly #chapters: number;
  #ids: Promise<Ids> | null = null;

  constructor(
    private readonly layer: { readonly id: string; readonly types: readonly EventType[] },
    private readonly events: Events,
    private readonly read: Read = readBlock,
  ) {
    this.#chapters = events.words.length ? Math.ceil(events.count / events.rows) : 0;
  }

  /** Reads what is small enough to be there from the start. A damaged chapter is told when it is read. */
  async load(): Promise<void> {
    if (this.#chapters === 1) await this.#keep(0).reading.catch(() => null);
  }

  /** The words of an event; rejects with a sentence where they are damaged. */
  async story(row: number): Promise<Story> {
    if (!this.#chapters) return { title: this.#label(row) };
    return (await this.#keep(this.#of(row)).reading).story(row, this.#label(row));
  }

  /** The title of an event if its words are inflated already. */
  title(row: number): string | undefined {
    if (!this.#chapters) return this.#label(row);
    const chapter = this.#kept.get(this.#of(row))?.chapter;
    if (!chapter) return undefined;
    return chapter.texts.get("title")?.[row - chapter.first] || this.#label(row);
  }

  async idOf(row: number): Promise<string> {
    return this.events.ids === "order" ? String(row + 1) : String((await this.#allIds())[row]);
  }

  /** The row of the event with this id, or null. */
  async find(id: string): Promise<number | null> {
    const { ids, count } = this.events;
    if (ids === "order")
      return /^[1-9]\d*$/.test(id) && Number(id) <= count ? Number(id) - 1 : null;
    const all = await this.#allIds();
    const row = all.indexOf((ids === "numbers" ? Number(id) : id) as never);
    return row >= 0 && String(all[row]) === id ? row : null;
  }

  /** All words, chapter by chapter: for a search, which keeps none of them. */
  async *chapters(): AsyncGenerator<Chapter> {
    for (let number = 0; number < this.#chapters; number++)
      yield this.#kept.get(number)?.chapter ?? (await this.#chapter(number));
  }

  #of(row: number): number {
    return Math.floor(row / this.events.rows);
  }

  /** A chapter as the one read last; the one that nobody read for longest gives way. */
  #keep(number: number): Kept {
    let kept = this.#kept.get(number);
    if (kept) this.#kept.delete(number);
    else {
      const fresh: Kept = (kept = { reading: this.#chapter(number) });
      fresh.reading.then(
        (chapter) => (fresh.chapter = chapter),
        () => null,
      );
    }
    this.#kept.set(number, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(oldest!);
    return kept;
  }

  async #chapter(number: number): Promise<Chapter> {
    const bytes = await this.read(`mapgen-${this.layer.id}-words-${number}`);
    const { rows, count } = this.events;
    const first = number * rows;
    return new Chapter(bytes, first, Math.min(rows, count - first));
  }

  #label(row: number): string {
    return this.layer.types[this.events.type[row]!]?.label ?? "";
  }

  #allIds(): Promise<Ids> {
    return (this.#ids ??= this.read(`mapgen-${this.layer.id}-ids`).then((bytes) => {
      const columns = new Columns(bytes);
      const { ids, count } = this.events;
      const all = ids === "numbers" ? columns.wideNumbers("id", count) : columns.texts("id");
      if (all?.length !== count) refuse(`not every one of ${count} events has an id`);
      return all;
    }));
  }
}
