// The stock: the events of all layers in one numbering, and their keys to sort by.
import { DATED, OPEN_START } from "../layers/days.js";
import type { EventLayer } from "../layers/events.js";
import { PLACEMENTS, type Events } from "../layers/unpack.js";
import { latest, ranked } from "./twin-order.js";

const UNPLACED = PLACEMENTS.indexOf("unplaced");

/** A column of numbers; those of words are sorted where the words stand in the page. */
export type Sortable = "date" | "type" | "toll";

export class Stock {
  readonly count: number;
  /** Number of the first event of each layer. */
  readonly #firsts: number[] = [];

  constructor(
    readonly layers: readonly EventLayer[],
    private readonly lang: string,
  ) {
    let count = 0;
    for (const layer of layers) {
      this.#firsts.push(count);
      count += layer.events!.count;
    }
    this.count = count;
  }

  numberOf(layer: EventLayer, row: number): number {
    return this.#firsts[this.layers.indexOf(layer)]! + row;
  }

  /** Layer and row of an event. */
  at(number: number): readonly [EventLayer, number] {
    let i = this.layers.length - 1;
    while (this.#firsts[i]! > number) i--;
    return [this.layers[i]!, number - this.#firsts[i]!];
  }

  /** One byte an event: whether the map shows it; the layers' own bytes where there is one layer. */
  shown(isOn: (layer: string) => boolean): Uint8Array {
    const [only] = this.layers;
    if (this.layers.length === 1 && isOn(only!.spec.id)) return only!.shown;
    const shown = new Uint8Array(this.count);
    for (const [i, layer] of this.layers.entries())
      if (isOn(layer.spec.id)) shown.set(layer.shown, this.#firsts[i]);
    return shown;
  }

  /** Numbers of the events that have no place, or no date. */
  lacking(what: "place" | "date"): Uint32Array {
    const found: number[] = [];
    this.#each(({ placement, precision }) => {
      if (what === "date")
        return (row, number) => {
          if ((precision[row]! & DATED) === 0) found.push(number);
        };
      return (row, number) => {
        if (placement[row] === UNPLACED) found.push(number);
      };
    });
    return Uint32Array.from(found);
  }

  /** A number an event that rises with what a column says; NONE where it says nothing. */
  keys(column: Sortable): Uint32Array {
    const values = new Float64Array(this.count);
    this.#each((events, layer) => {
      const value = column === "type" ? this.#rankOf(events, layer) : VALUES[column](events);
      return (row, number) => (values[number] = value(row));
    });
    return latest(values);
  }

  /** The rank of an event's type among those of all layers. */
  #rankOf({ type }: Events, layer: number): (row: number) => number {
    const types = this.layers.map(({ spec }) => spec.types);
    const labels = types.flat().map(({ label }) => label);
    const ranks = ranked(labels, this.lang).subarray(types.slice(0, layer).flat().length);
    return (row) => ranks[type[row]!]!;
  }

  #each(see: (events: Events, layer: number) => (row: number, number: number) => void): void {
    for (const [i, { events }] of this.layers.entries()) {
      const [seen, first] = [see(events!, i), this.#firsts[i]!];
      for (let row = 0; row < events!.count; row++) seen(row, first + row);
    }
  }
}

/** Of the events of a layer, by row: NaN where nothing is known. */
const VALUES: Readonly<Record<"date" | "toll", (events: Events) => (row: number) => number>> = {
  /** The first day, the last where the first is not known. */
  date: ({ precision, start, end }) => {
    return (row) => {
      const code = precision[row]!;
      if ((code & DATED) === 0) return NaN;
      return code & OPEN_START ? end[row]! : start[row]!;
    };
  },
  /** The best figure, else the least, else the most: what is not known is not 0. */
  toll: ({ fatalities, fatalitiesLow, fatalitiesHigh }) => {
    return (row) => {
      for (const figures of [fatalities, fatalitiesLow, fatalitiesHigh])
        if (figures[row]! >= 0) return figures[row]!;
      return NaN;
    };
  },
};
