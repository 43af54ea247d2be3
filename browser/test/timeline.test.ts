import assert from "node:assert/strict";
import test from "node:test";
import { extent, highest, stacked, tally } from "../src/controls/histogram.js";
import { barAt, dragged, nudged } from "../src/controls/timeline-moves.js";
import { barUnit, Scale } from "../src/controls/timeline-scale.js";
import { edges, floor, later, UNITS, type Unit } from "../src/controls/timeline-units.js";
import type { Events } from "../src/layers/unpack.js";
import { period } from "../src/page/dates.js";

const OPEN_START = -(2 ** 31);
const OPEN_END = 2 ** 31 - 1;
const UNDATED = [OPEN_END, OPEN_START] as const;
const day = (text: string): number => period(text)![0];
const unit = (id: string): Unit => UNITS.find((one) => one.id === id)!;

function events(days: readonly (readonly [number, number])[], types: number[] = []): Events {
  return {
    count: days.length,
    start: Int32Array.from(days, ([start]) => start),
    end: Int32Array.from(days, ([, end]) => end),
    type: Uint8Array.from(days, (_, i) => types[i] ?? 0),
  } as unknown as Events;
}

const months = edges(day("2020-01-05"), day("2020-04-20"), unit("month"));

test("a week begins on Monday, before 1970 too", () => {
  assert.equal(floor(day("2021-08-26"), unit("week")), day("2021-08-23"));
  assert.equal(floor(day("1969-12-31"), unit("week")), day("1969-12-29"));
});

test("a quarter begins in January, April, July or October", () => {
  assert.equal(floor(day("2021-08-26"), unit("quarter")), day("2021-07-01"));
});

test("a century begins with its round year", () => {
  assert.equal(floor(day("1998-03-01"), unit("century")), day("1900"));
});

test("a month after the 31st of January is the end of February", () => {
  assert.equal(later(day("2020-01-31"), unit("month")), day("2020-02-29"));
});

test("the edges cover the period and end after it", () => {
  const expected = ["2020-01", "2020-02", "2020-03", "2020-04", "2020-05"].map(day);
  assert.deepEqual([...months], expected);
});

test("open ends say nothing of how far time goes", () => {
  const known = [[10, 20], [OPEN_START, 15], [12, OPEN_END], UNDATED] as const;
  assert.deepEqual(extent(events(known)), [10, 20]);
  assert.equal(extent(events([UNDATED])), null);
});

test("an event of a day is counted in its bar", () => {
  const found = tally(events([[day("2020-02-29"), day("2020-02-29")]]), 1, months);
  assert.deepEqual([...found.counts], [0, 1, 0, 0]);
});

test("an event of a longer time is shared among its bars by their days", () => {
  const found = tally(events([[day("2020-01-31"), day("2020-02-03")]]), 1, months);
  assert.deepEqual([...found.counts], [0.25, 0.75, 0, 0]);
});

test("an event with an open end reaches to the end of the bars", () => {
  const found = tally(events([[day("2020-04-01"), OPEN_END]]), 1, months);
  assert.deepEqual([...found.counts], [0, 0, 0, 1]);
});

test("types are counted apart, and undated events by type", () => {
  const days = [[day("2020-01-05"), day("2020-01-05")], UNDATED, UNDATED] as const;
  const found = tally(events(days, [1, 0, 1]), 2, months);
  assert.deepEqual([...found.counts], [0, 0, 0, 0, 1, 0, 0, 0]);
  assert.deepEqual([...found.undated], [1, 1]);
});

test("bars are stacked, and what is little is still seen", () => {
  const series = [Float32Array.of(1, 0.01), Float32Array.of(3, 0)];
  assert.equal(highest(series), 4);
  const at = [
    [0, 9],
    [10, 19],
  ] as const;
  assert.deepEqual(stacked(series, at, 40), ["M0 40V30H9V40zM10 40V39H19V40z", "M0 30V0H9V30z"]);
});

const scale = new Scale(months, 121, false);

test("days and pixels are each other's inverse", () => {
  assert.equal(scale.x(day("2020-02-01")), 31);
  assert.equal(scale.day(31), day("2020-02-01"));
});

test("from right to left the first day lies on the right", () => {
  assert.equal(new Scale(months, 121, true).x(day("2020-01-01")), 121);
});

test("a handle is drawn to the nearest edge and no farther than the other", () => {
  const press = { held: "from", x: 0, days: [day("2020-01-01"), day("2020-03-31")] } as const;
  assert.deepEqual(dragged(press, scale, 35), [day("2020-02-01"), day("2020-03-31")]);
  assert.deepEqual(dragged(press, scale, 500), [day("2020-03-01"), day("2020-03-31")]);
});

test("a window is drawn as a whole and stays within the bars", () => {
  const days = [day("2020-01-01"), day("2020-02-29")] as const;
  const found = dragged({ held: "window", x: 5, days }, scale, 300);
  assert.deepEqual(found, [day("2020-03-01"), day("2020-04-30")]);
});

test("a new window may be drawn either way", () => {
  const press = { held: "new", x: 95, days: [0, 0] } as const;
  assert.deepEqual(dragged(press, scale, 40), [day("2020-02-01"), day("2020-04-30")]);
});

test("a key moves a handle by a bar, from within a bar to its edge", () => {
  const days = [day("2020-02-10"), day("2020-04-30")] as const;
  assert.deepEqual(nudged("from", 1, scale, days), [day("2020-03-01"), day("2020-04-30")]);
  assert.deepEqual(nudged("from", -1, scale, days), [day("2020-02-01"), day("2020-04-30")]);
  assert.deepEqual(nudged("to", -1, scale, days), [day("2020-02-10"), day("2020-03-31")]);
  assert.deepEqual(nudged("to", Infinity, scale, days), days);
});

test("the last handle stays a bar behind the first", () => {
  const days = [day("2020-03-01"), day("2020-04-30")] as const;
  assert.deepEqual(nudged("to", -Infinity, scale, days), [day("2020-03-01"), day("2020-03-31")]);
});

test("a bar is found by where it is pressed", () => {
  assert.deepEqual(barAt(scale, 33), [day("2020-02-01"), day("2020-02-29")]);
});

test("bars are as fine as can be told apart", () => {
  assert.equal(barUnit(40, 700).id, "day");
  assert.equal(barUnit(365 * 9, 860).id, "month");
  assert.equal(barUnit(365 * 9, 260).id, "quarter");
  assert.equal(barUnit(365 * 15, 860).id, "quarter");
  assert.equal(barUnit(365 * 800, 860).id, "decade");
});
