import assert from "node:assert/strict";
import test from "node:test";
import { gather } from "../src/layers/marks.js";
import type { Events } from "../src/layers/unpack.js";

function events(...spots: readonly (readonly [number, number])[]): Events {
  const x = Float64Array.from(spots, ([x]) => x);
  const none = new Float64Array(spots.length).fill(NaN);
  return {
    count: spots.length,
    x,
    y: Float64Array.from(spots, ([, y]) => y),
    lat: new Float64Array(spots.length),
    km: none,
    placement: new Uint8Array(spots.length),
    area: new Int16Array(spots.length).fill(-1),
    areas: [],
    start: none,
    end: none,
    type: new Uint8Array(spots.length),
  };
}

const all = (n: number): Uint8Array => new Uint8Array(n).fill(1);

test("events at one place share a mark, in the order of the data", () => {
  const marks = gather(events([0.5, 0.5], [0.5, 0.5], [0.5, 0.5]), all(3), 4096);
  assert.deepEqual(
    marks.map(({ rows }) => rows),
    [[0, 1, 2]],
  );
});

test("events that stand apart on the screen have marks of their own", () => {
  const found = gather(events([0.4, 0.5], [0.6, 0.5]), all(2), 4096);
  assert.equal(found.length, 2);
});

test("marks that would overlap are gathered at a small zoom and part at a large one", () => {
  const near = events([0.5, 0.5], [0.501, 0.5]);
  assert.equal(gather(near, all(2), 2048).length, 1);
  assert.equal(gather(near, all(2), 2 ** 16).length, 2);
});

test("an event that is not shown is in no mark", () => {
  const shown = Uint8Array.from([1, 0]);
  assert.deepEqual(gather(events([0.5, 0.5], [0.5, 0.5]), shown, 4096)[0]?.rows, [0]);
});

test("an event without a point is in no mark", () => {
  assert.equal(gather(events([NaN, NaN]), all(1), 4096).length, 0);
});

test("every placed event is in exactly one mark", () => {
  const spots = Array.from(
    { length: 500 },
    (_, i) => [((i * 37) % 101) / 101, ((i * 53) % 89) / 89] as const,
  );
  const rows = gather(events(...spots), all(500), 1024).flatMap((mark) => mark.rows);
  assert.deepEqual(
    [...rows].sort((a, b) => a - b),
    spots.map((_, i) => i),
  );
});
