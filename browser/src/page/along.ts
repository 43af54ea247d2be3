// Along the events: where the open one stands among those shown, and which is before and after.
import type { Course, Side } from "../card/steps.js";
import type * as L from "../leaflet.js";
import type { EventLayer } from "../layers/events.js";
import { byDate, inList, type Neighbours } from "./neighbours.js";

/** An event that is open, and the rows of the list that it was opened from. */
export interface Open {
  readonly layer: EventLayer;
  readonly row: number;
  readonly list: readonly number[] | null;
}

export class Along {
  constructor(
    private readonly map: L.Map,
    private readonly layers: () => readonly EventLayer[],
  ) {}

  course(open: Open): Course {
    const { place, count, previous, next } = this.#neighbours(open, this.#among(open));
    const [hasPrevious, hasNext] = [previous !== null, next !== null];
    return { place, count, hasPrevious, hasNext, isList: open.list !== null };
  }

  /** The event before or after one, or null at an end. */
  step(open: Open, side: Side): Open | null {
    const layers = this.#among(open);
    const to = this.#neighbours(open, layers)[side];
    return to && { layer: layers[to.layer]!, row: to.row, list: open.list };
  }

  #among({ layer }: Open): readonly EventLayer[] {
    return this.layers().filter((one) => one === layer || this.map.hasLayer(one));
  }

  #neighbours({ layer, row, list }: Open, layers: readonly EventLayer[]): Neighbours {
    const at = { layer: layers.indexOf(layer), row };
    if (list) return inList(list, layer.shown, at);
    const dated = layers.map(({ events, shown }) => ({ start: events!.start, shown }));
    return byDate(dated, at);
  }
}
