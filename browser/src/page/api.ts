// window.mapgen: what an article, a test or a reader's console may do with the map.
import type * as L from "../leaflet.js";
import { period } from "./dates.js";
import type { Step } from "./step.js";

export interface Wish {
  /** A date such as 2014, 2015-06 or 2021-08-31; the whole of it is meant. */
  readonly from?: string;
  readonly to?: string;
  readonly types?: readonly string[];
}

export interface Api {
  readonly map: L.Map;
  readonly layers: Readonly<Record<string, L.Layer>>;
  /**
   * Shows a layer, a type of it ("LAYER.TYPE") or an event; resolves to false when there is none of
   * that id, and for an event when its card stands.
   */
  show(id: string): Promise<boolean>;
  /** Narrows the events to a period and types; an absent key takes its limit away. */
  filter(wish?: Wish): void;
}

function day(text: string | undefined, side: 0 | 1, otherwise: number): number {
  if (text === undefined) return otherwise;
  const days = period(text);
  if (!days) throw new RangeError(`filter: ${text} is no date such as 2021, 2021-08 or 2021-08-26`);
  return days[side];
}

export function createApi(step: Step): Api {
  return {
    map: step.map,
    layers: step.layers,
    show: (id) => step.show(id),
    filter: ({ from, to, types }: Wish = {}) => {
      step.filter = {
        from: day(from, 0, -Infinity),
        to: day(to, 1, Infinity),
        types: types ? new Set(types) : null,
      };
    },
  };
}
