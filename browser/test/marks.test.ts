import assert from "node:assert/strict";
import test from "node:test";
import { binShift, binsOf } from "../src/layers/bins.js";
import { Choice } from "../src/layers/choice.js";
import { Crowd, FEW_PLACES } from "../src/layers/crowd.js";
import { markRadius, type Mark } from "../src/layers/marks.js";
import type { Events } from "../src/layers/unpack.js";
import { eventsAt } from "./placed-events.js";

const everywhere = (): boolean => true;

function crowdOf(events: Events, types = 1, shown = new Uint8Array(events.count).fill(1)): Crowd {
  return new Crowd(events, types, {
    mask: shown,
    from: 0,
    to: events.count,
    count: shown.reduce((sum, byte) => sum + byte, 0),
  });
}

function rowsAt(events: Events, zoom: number, shown?: Uint8Array<ArrayBuffer>): number[][] {
  const crowd = crowdOf(events, 1, shown);
  return crowd.marks(zoom, everywhere).map((mark) => crowd.rows(mark));
}

/** Spots on a grid, each a cell of its own. */
function grid(count: number): (readonly [number, number])[] {
  const side = Math.ceil(Math.sqrt(count));
  return Array.from(
    { length: count },
    (_, i) => [0.4 + 0.2 * ((i % side) / side), 0.4 + 0.2 * (Math.floor(i / side) / side)] as const,
  );
}

function many(count: number): Events {
  return eventsAt(...grid(count));
}

test("events at one place share a mark, the newest first", () => {
  assert.deepEqual(rowsAt(eventsAt([0.5, 0.5], [0.5, 0.5], [0.5, 0.5]), 4), [[2, 1, 0]]);
});

test("events that stand apart on the screen have marks of their own", () => {
  assert.equal(rowsAt(eventsAt([0.4, 0.5], [0.6, 0.5]), 4).length, 2);
});

test("marks that would overlap are merged at a small zoom and part at a large one", () => {
  const near = eventsAt([0.5, 0.5], [0.501, 0.5]);
  assert.equal(rowsAt(near, 3).length, 1);
  assert.equal(rowsAt(near, 8).length, 2);
});

test("an event that is not shown is in no mark", () => {
  const two = eventsAt([0.5, 0.5], [0.5, 0.5]);
  assert.deepEqual(rowsAt(two, 4, Uint8Array.from([1, 0])), [[0]]);
});

test("an event without a point is in no mark", () => {
  assert.deepEqual(rowsAt(eventsAt(null, [0.5, 0.5]), 4), [[1]]);
});

test("every placed event is in exactly one mark, of few places and of many", () => {
  for (const count of [500, FEW_PLACES + 1]) {
    const rows = rowsAt(many(count), 5).flat();
    assert.deepEqual(
      rows.sort((a, b) => a - b),
      Array.from({ length: count }, (_, row) => row),
    );
  }
});

test("a mark counts its events by type", () => {
  const events = eventsAt([0.5, 0.5], [0.5, 0.5], [0.5001, 0.5]);
  events.type.set([1, 0, 1]);
  const [mark] = crowdOf(events, 2).marks(4, everywhere) as [Mark];
  assert.deepEqual([mark.count, [...mark.shares]], [3, [1, 2]]);
});

test("of many places, bins within one cell of the screen are one mark", () => {
  const events = many(FEW_PLACES + 1);
  const crowd = crowdOf(events);
  assert.ok(crowd.marks(3, everywhere).length < crowd.marks(8, everywhere).length);
});

test("of many places, only bins in view become marks, whatever is in view", () => {
  const crowd = crowdOf(many(FEW_PLACES + 1));
  const west = crowd.marks(6, (x) => x < 0.5);
  assert.ok(west.every(({ x }) => x < 0.5));
  const all = crowd.marks(6, everywhere);
  assert.deepEqual(
    west.map(({ bins, radius }) => [bins, radius]),
    all.filter(({ x }) => x < 0.5).map(({ bins, radius }) => [bins, radius]),
  );
});

test("bins are runs of places, and part when the map is magnified", () => {
  const events = eventsAt([0.1, 0.1], [0.1001, 0.1], [0.9, 0.9]);
  const coarse = binsOf(events, binShift(events.bits, 3));
  assert.deepEqual([...coarse.of], [0, 0, 1]);
  assert.deepEqual([...coarse.first.subarray(0, 3)], [0, 2, 3]);
  assert.equal(binsOf(events, binShift(events.bits, 11)).count, 3);
});

test("the events shown can change after marks were made", () => {
  const events = eventsAt([0.5, 0.5], [0.5, 0.5]);
  const shown = Uint8Array.from([1, 1]);
  const crowd = crowdOf(events, 1, shown);
  assert.equal(crowd.marks(4, everywhere)[0]!.count, 2);
  for (const left of [1, 0]) {
    shown[left] = 0;
    crowd.changed();
    const [mark] = crowd.marks(4, everywhere);
    assert.equal(mark?.count, left || undefined);
  }
});

test("the widest ring of a mark is that of the event shown", () => {
  const events = eventsAt([0.5, 0.5], [0.5, 0.5]);
  events.km.set([30, 10]);
  const shown = Uint8Array.from([0, 1]);
  assert.equal(crowdOf(events, 1, shown).marks(4, everywhere)[0]!.widest, 1);
});

test("a mark grows with its events, up to a limit", () => {
  assert.deepEqual([1, 2, 10, 1000].map(markRadius), [6, 9.6, 12.8, 20]);
});

test("a period of events of one day each is a run of rows, and other events are met one by one", () => {
  for (const aligned of [true, false]) {
    const events = eventsAt([0.1, 0.1], [0.2, 0.2], [0.3, 0.3], [0.4, 0.4]);
    events.type.set([0, 1, 0, 1]);
    const choice = new Choice(aligned ? events : { ...events, end: events.end.slice() });
    choice.choose(Uint8Array.from([1, 1]), [1, 2]);
    assert.deepEqual([[...choice.mask], choice.count], [[0, 1, 1, 0], 2]);
    choice.choose(Uint8Array.from([0, 1]), [1, 3]);
    assert.deepEqual([[...choice.mask], choice.count], [[0, 1, 0, 1], 2]);
    choice.choose(Uint8Array.from([1, 0]), null);
    assert.deepEqual([[...choice.mask], choice.count], [[1, 0, 1, 0], 2]);
  }
});

test("an undated event is shown while all time is, and in no period", () => {
  const events = eventsAt([0.1, 0.1], [0.2, 0.2]);
  const undated = {
    ...events,
    start: Int32Array.from([5, 2 ** 31 - 1]),
    end: Int32Array.from([5, -(2 ** 31)]),
  };
  const choice = new Choice(undated);
  choice.choose(Uint8Array.from([1]), [0, Infinity]);
  assert.deepEqual([...choice.mask], [1, 0]);
  choice.choose(Uint8Array.from([1]), null);
  assert.deepEqual([...choice.mask], [1, 1]);
});

test("marks are sized as when all events are shown, whatever the filter", () => {
  const spots = grid(FEW_PLACES + 1);
  const events = eventsAt(...spots, ...Array.from({ length: 1000 }, () => [0.7, 0.7] as const));
  const [all] = crowdOf(events).marks(3, everywhere) as [Mark];
  const half = Uint8Array.from({ length: events.count }, (_, row) => row % 2);
  const [fullest] = crowdOf(events, 1, half).marks(3, everywhere) as [Mark];
  assert.deepEqual([all.count, fullest.count], [1000, 500]);
  assert.ok(Math.abs(all.radius / fullest.radius - Math.SQRT2) < 1e-9);
});
