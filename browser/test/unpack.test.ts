import assert from "node:assert/strict";
import test from "node:test";
import { mercatorX, mercatorY } from "../src/layers/projection.js";
import { latOf, placeX, placeY, unpack, type Events } from "../src/layers/unpack.js";
import { block, fixture, NAMES } from "./packed-events.js";

const COLUMNS = {
  place: "place",
  start: "start",
  end: "end",
  precision: "precision",
  type: "type",
  placement: "placement",
  attribution: "attribution",
  area: "area",
  fatalities: "fatalities",
  fatalitiesLow: "fatalities_low",
  fatalitiesHigh: "fatalities_high",
} as const;

for (const name of NAMES) {
  for (const [column, packed] of Object.entries(COLUMNS))
    test(`${packed} of the events "${name}" is as Python packed it`, () => {
      const found = unpack(block(name))[column as keyof typeof COLUMNS];
      assert.deepEqual([...found], fixture(name)[packed]);
    });

  test(`the header of the events "${name}" is as Python packed it`, () => {
    const { count, order, bits, rows, words, ids, areas } = unpack(block(name));
    const whole = fixture(name);
    const keys = ["count", "order", "bits", "rows", "words", "ids", "areas"];
    const expected = Object.fromEntries(keys.map((key) => [key, whole[key]]));
    assert.deepEqual({ count, order, bits, rows, words, ids, areas }, expected);
  });

  test(`the places of the events "${name}" lie where Python packed them`, () => {
    const { count, x, y } = unpack(block(name)).places;
    assert.deepEqual({ count, x: [...x], y: [...y] }, fixture(name).places);
  });

  test(`the radius of the events "${name}" is as Python packed it`, () => {
    const km = Array.from(unpack(block(name)).km, (radius) => (radius >= 0 ? radius : null));
    assert.deepEqual(km, fixture(name)["km"]);
  });
}

test("events that are all of one day have one array for their first and last days", () => {
  const { start, end } = unpack(block("bare"));
  assert.equal(start, end);
});

test("an undated event meets no period", () => {
  const { start, end } = unpack(block("everything"));
  const meets = start.at(-1)! <= 2 ** 31 - 1 && end.at(-1)! >= 0;
  assert.equal(meets, false);
});

test("an event is in the middle of its cell", () => {
  const events = unpack(block("everything"));
  const [x, y] = [placeX(events, 2), placeY(events, 2)];
  const cell = 2 ** -22;
  assert.deepEqual([Math.floor(x / cell), (x / cell) % 1], [2917971, 0.5]);
  assert.deepEqual([Math.floor(y / cell), (y / cell) % 1], [1669483, 0.5]);
});

test("an event without a point is nowhere", () => {
  const events = unpack(block("everything"));
  assert.deepEqual([placeX(events, 5), latOf(events, 5)], [NaN, NaN]);
});

test("the latitude of an event is that from which its cell was made, to some metres", () => {
  const events = { ...unpack(block("everything")) } satisfies Events;
  assert.ok(Math.abs(mercatorY(latOf(events, 2)) - placeY(events, 2)) < 1e-12);
  assert.ok(Math.abs(mercatorX(70.45) - placeX(events, 2)) < 1e-3);
});

test("a place that is not there is refused", () => {
  const bytes = block("bare");
  const plane = bytes.lastIndexOf(125); // "}" ends the header: the columns follow it
  assert.throws(() => unpack(bytes.fill(255, plane + 1)), /The events of this page are damaged/);
});
