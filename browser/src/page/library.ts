// The library: the words of every event layer, and what events are called.
import { dateOf, type Reader } from "../card/facts.js";
import { listTitle, type Told } from "../card/list.js";
import type { EventLayer } from "../layers/events.js";
import { Words } from "../layers/words.js";

export class Library {
  readonly #told = new Map<EventLayer, Told>();

  constructor(
    private readonly reader: Reader,
    private readonly layers: () => readonly EventLayer[],
  ) {}

  /** Reads the words of every event layer that has few of them. */
  async load(): Promise<void> {
    await Promise.all(this.layers().map((layer) => this.of(layer).stories.load()));
  }

  /** What there is to tell of a layer, once its numbers are read. */
  of(layer: EventLayer): Told {
    let told = this.#told.get(layer);
    if (!told) {
      const { spec, events } = layer;
      told = { types: spec.types, events: events!, stories: new Words(spec, events!) };
      this.#told.set(layer, told);
    }
    return told;
  }

  /** What a mark or an area of so many events is called; `row` is one of them. */
  name(layer: EventLayer, count: number, row: number): string {
    if (count > 1) return listTitle(count, this.reader);
    const { stories, events, types } = this.of(layer);
    const title = events.words.length ? stories.title(row) : undefined;
    if (title !== undefined) return title;
    const [type, date] = [types[events.type[row]!]!.label, dateOf(events, row, this.reader)];
    const name = this.reader.words["event.dated"]!;
    return date ? name.replace("{type}", () => type).replace("{date}", () => date) : type;
  }

  /** The layer and row of the event with this id, or null. */
  async find(id: string): Promise<readonly [EventLayer, number] | null> {
    for (const layer of this.layers()) {
      const row = await this.of(layer).stories.find(id).catch(report);
      if (row !== undefined && row !== null) return [layer, row];
    }
    return null;
  }

  /** The id of an event; undefined where the ids are damaged. */
  idOf(layer: EventLayer, row: number): Promise<string | undefined> {
    return this.of(layer).stories.idOf(row).catch(report);
  }
}

/** Without their ids events have no address, but they can be read. */
function report(fault: unknown): undefined {
  console.error(fault);
}
