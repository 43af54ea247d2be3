import assert from "node:assert/strict";
import test from "node:test";
import { byDate, inList, type Dated } from "../src/page/neighbours.js";

const layer = (start: number[], shown = start.map(() => 1)): Dated => ({
  start: Int32Array.from(start),
  shown: Uint8Array.from(shown),
});

test("events follow each other by date, whatever the order of their rows", () => {
  const found = byDate([layer([30, 10, 20])], { layer: 0, row: 2 });
  assert.deepEqual(found, {
    place: 2,
    count: 3,
    previous: { layer: 0, row: 1 },
    next: { layer: 0, row: 0 },
  });
});

test("events of one day follow each other by row", () => {
  const found = byDate([layer([10, 10, 10])], { layer: 0, row: 1 });
  assert.deepEqual([found.previous?.row, found.next?.row], [0, 2]);
});

test("the next event may be of another layer", () => {
  const found = byDate([layer([10, 30]), layer([20])], { layer: 0, row: 0 });
  assert.deepEqual(found.next, { layer: 1, row: 0 });
});

test("events that are not shown are passed over and not counted", () => {
  const found = byDate([layer([10, 20, 30], [1, 0, 1])], { layer: 0, row: 0 });
  assert.deepEqual([found.next?.row, found.count], [2, 2]);
});

test("an event that is not shown has neighbours but no place among them", () => {
  const found = byDate([layer([10, 20, 30], [1, 0, 1])], { layer: 0, row: 1 });
  assert.deepEqual([found.place, found.previous?.row, found.next?.row], [0, 0, 2]);
});

test("there is nothing before the first nor after the last", () => {
  const layers = [layer([10, 20])];
  assert.equal(byDate(layers, { layer: 0, row: 0 }).previous, null);
  assert.equal(byDate(layers, { layer: 0, row: 1 }).next, null);
});

test("going on by date meets every shown event once", () => {
  const layers = [layer([5, 3, 9, 3, 7], [1, 1, 0, 1, 1]), layer([3, 8])];
  const met: string[] = [];
  let at: { layer: number; row: number } | null = { layer: 0, row: 1 };
  while (at) {
    met.push(`${String(at.layer)}:${String(at.row)}`);
    at = byDate(layers, at).next;
  }
  assert.deepEqual(met, ["0:1", "0:3", "1:0", "0:0", "0:4", "1:1"]);
});

test("a list keeps its own order", () => {
  const found = inList([7, 2, 5], new Uint8Array(8).fill(1), { layer: 1, row: 2 });
  assert.deepEqual(found, {
    place: 2,
    count: 3,
    previous: { layer: 1, row: 7 },
    next: { layer: 1, row: 5 },
  });
});

test("a list passes over what is no longer shown", () => {
  const shown = Uint8Array.of(1, 0, 1);
  const found = inList([0, 1, 2], shown, { layer: 0, row: 0 });
  assert.deepEqual([found.count, found.next?.row], [2, 2]);
});

test("an event of a list that is hidden while open has neighbours but no place", () => {
  const found = inList([0, 1, 2], Uint8Array.of(1, 0, 1), { layer: 0, row: 1 });
  assert.deepEqual([found.place, found.count, found.previous?.row, found.next?.row], [0, 2, 0, 2]);
});
