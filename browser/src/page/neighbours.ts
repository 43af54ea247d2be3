// Neighbours: which shown event comes before and after another, by date or in a list.

export interface Dated {
  /** First day of each event. */
  readonly start: Int32Array;
  /** One byte an event. */
  readonly shown: Uint8Array;
}

/** An event by the number of its layer and its row. */
export interface Spot {
  readonly layer: number;
  readonly row: number;
}

export interface Neighbours {
  /** Counted from 1 among the shown events; 0 where the event is none of them. */
  readonly place: number;
  readonly count: number;
  readonly previous: Spot | null;
  readonly next: Spot | null;
}

/**
 * The neighbours of an event by first day, then layer and row. Looks once at every event: a
 * million take some milliseconds, and nothing has to be sorted or kept.
 */
export function byDate(layers: readonly Dated[], at: Spot): Neighbours {
  const day = layers[at.layer]!.start[at.row]!;
  let [count, before, latest, earliest] = [0, 0, -Infinity, Infinity];
  let [previousLayer, previousRow, nextLayer, nextRow] = [-1, -1, -1, -1];
  for (const [layer, { start, shown }] of layers.entries())
    for (let row = 0; row < shown.length; row++) {
      count += shown[row]!;
      const first = start[row]!;
      const order = either(first - day, layer - at.layer, row - at.row);
      if (!shown[row] || order === 0) continue;
      // Layers and rows rise: of one day the last is nearest before, and the first after.
      if (order < 0) {
        before++;
        if (first >= latest) [latest, previousLayer, previousRow] = [first, layer, row];
      } else if (first < earliest) [earliest, nextLayer, nextRow] = [first, layer, row];
    }
  const place = layers[at.layer]!.shown[at.row] ? before + 1 : 0;
  const [previous, next] = [spot(previousLayer, previousRow), spot(nextLayer, nextRow)];
  return { place, count, previous, next };
}

/** The first number that is not nought. */
function either(a: number, b: number, c: number): number {
  return a || b || c;
}

function spot(layer: number, row: number): Spot | null {
  return row < 0 ? null : { layer, row };
}

/** The neighbours of an event in a list of one layer's rows, of which some are not shown. */
export function inList(list: readonly number[], shown: Uint8Array, at: Spot): Neighbours {
  const { layer, row } = at;
  const rows = list.filter((one) => shown[one] || one === row);
  const index = rows.indexOf(row);
  return {
    place: shown[row] ? index + 1 : 0,
    count: rows.length - (shown[row] ? 0 : 1),
    previous: spot(layer, rows[index - 1] ?? -1),
    next: spot(layer, rows[index + 1] ?? -1),
  };
}
