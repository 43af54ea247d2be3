import assert from "node:assert/strict";
import test from "node:test";
import { binsOf } from "../src/layers/bins.js";
import { Forms, formOf, type Form } from "../src/layers/forms.js";
import type { Mark } from "../src/layers/marks.js";
import { hueOf } from "../src/layers/marks-style.js";
import type { Events } from "../src/layers/unpack.js";
import { eventsAt } from "./placed-events.js";

const CLAIMED = 1;
const ATTRIBUTED = 2;
const DISPUTED = 3;
const RING = 1;

function formsOf(events: Events, mask = new Uint8Array(events.count).fill(1)): Form {
  const count = mask.reduce((sum, byte) => sum + byte, 0);
  const forms = new Forms(events, { mask, from: 0, to: events.count, count });
  const mark = { count, some: mask.indexOf(1), bins: [0] } as unknown as Mark;
  return forms.of(mark, binsOf(events, 0));
}

function three(attributions: number[], placements: number[] = [0, 0, 0]): Events {
  const events = eventsAt([0.5, 0.5], [0.5, 0.5], [0.5, 0.5]);
  events.attribution.set(attributions);
  events.placement.set(placements);
  return events;
}

test("the outline is solid when claimed and when nothing is stated, dashed and hollow otherwise", () => {
  const events = eventsAt([0.1, 0.1], [0.2, 0.2], [0.3, 0.3], [0.4, 0.4], [0.5, 0.5], [0.6, 0.6]);
  events.attribution.set([0, 1, 2, 3, 4, 5]);
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5].map((row) => formOf(events, row).line),
    ["solid", "solid", "dashed", "hollow", "solid", "solid"],
  );
});

test("a radius above two kilometres is no sharp place, whatever the placement says", () => {
  const events = eventsAt([0.1, 0.1], [0.2, 0.2], [0.3, 0.3]);
  events.km.set([2, 2.5, NaN]);
  events.placement[2] = RING;
  assert.deepEqual(
    [0, 1, 2].map((row) => formOf(events, row).soft),
    [false, true, true],
  );
});

test("a mark is soft when none of its events is at a known place", () => {
  assert.equal(formsOf(three([0, 0, 0], [RING, RING, RING])).soft, true);
  assert.equal(formsOf(three([0, 0, 0], [RING, RING, 0])).soft, false);
});

test("a mark has the outline that all its events share, else a solid one", () => {
  assert.equal(formsOf(three([ATTRIBUTED, ATTRIBUTED, ATTRIBUTED])).line, "dashed");
  assert.equal(formsOf(three([DISPUTED, DISPUTED, DISPUTED])).line, "hollow");
  assert.equal(formsOf(three([DISPUTED, ATTRIBUTED, DISPUTED])).line, "solid");
  assert.equal(formsOf(three([CLAIMED, ATTRIBUTED, ATTRIBUTED])).line, "solid");
});

test("only events that are shown count", () => {
  const events = three([CLAIMED, ATTRIBUTED, ATTRIBUTED]);
  assert.equal(formsOf(events, Uint8Array.from([0, 1, 1])).line, "dashed");
});

test("colours of the data are mixed with white in the dark", () => {
  assert.equal(hueOf("#000000", false), "#000000");
  assert.equal(hueOf("#0000ff", true), "rgb(82 82 255)");
});
