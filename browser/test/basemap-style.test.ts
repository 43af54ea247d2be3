import assert from "node:assert/strict";
import test from "node:test";
import { at, LETTERING, LINES, palette } from "../src/layers/basemap-style.js";
import { KINDS, LABEL_KINDS } from "../src/layers/basemap-unpack.js";

const STOPS = [
  [3, 1],
  [7, 3],
  [9, 0],
];

test("a value runs evenly between two stops", () => {
  assert.equal(at(STOPS, 5), 2);
  assert.equal(at(STOPS, 8), 1.5);
});

test("a value stays as it is before the first stop and after the last", () => {
  assert.equal(at(STOPS, 1), 1);
  assert.equal(at(STOPS, 11), 0);
});

test("every kind of line but the world's end has a style", () => {
  assert.deepEqual(Object.keys(LINES).sort(), KINDS.filter((kind) => kind !== "cut").sort());
});

test("every kind of label has a style", () => {
  assert.deepEqual(Object.keys(LETTERING).sort(), [...LABEL_KINDS].sort());
});

test("light and dark have the same inks", () => {
  assert.deepEqual(Object.keys(palette(true)), Object.keys(palette(false)));
});
