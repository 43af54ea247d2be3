import assert from "node:assert/strict";
import { test } from "node:test";
import { latest, NONE, ranked, sorted } from "../src/controls/twin-order.js";
import { MOST_PX, moved, reel, thumb } from "../src/controls/twin-reel.js";
import { folded, termsOf } from "../src/controls/twin-words.js";

const FIRST = Uint32Array.of(0, 1, 2, 3, 4);

test("keys keep the order of numbers below nought, and what is not known has none", () => {
  assert.deepEqual([...latest(Float64Array.of(-5, NaN, 3))], [0, NONE, 8]);
});

test("what is not known comes last whichever way is sorted", () => {
  const keys = Uint32Array.of(7, NONE, 70_000, 0, NONE);
  assert.deepEqual([...sorted(FIRST, keys, false)], [3, 0, 2, 1, 4]);
  assert.deepEqual([...sorted(FIRST, keys, true)], [2, 0, 3, 1, 4]);
});

test("equal events keep the order that they had", () => {
  const keys = Uint32Array.of(1, 0, 1, 0, 1);
  assert.deepEqual([...sorted(Uint32Array.of(4, 3, 2, 1, 0), keys, false)], [3, 1, 4, 2, 0]);
  assert.deepEqual([...sorted(FIRST, keys, true)], [0, 2, 4, 1, 3]);
});

test("words are ranked as a language orders them, and no word has no rank", () => {
  assert.deepEqual(
    [...ranked(["Zabul", "", "Ångström", "Balkh", "Zabul"], "en")],
    [2, NONE, 0, 1, 2],
  );
});

test("a search knows neither case nor accents nor the keyboards of one script", () => {
  assert.equal(folded("Élysée"), folded("elysee"));
  assert.equal(folded("كابل علي"), folded("کابل علی"));
  assert.equal(folded("مُحَمَّد"), folded("محمد"));
  assert.deepEqual(termsOf("  Kabul   BANK "), ["kabul", "bank"]);
});

test("a short list is scrolled as far as its box", () => {
  const short = reel(1000, 48, 480);
  assert.equal(short.box, 48_000);
  assert.equal(moved(short, 0, 30_000, 0), 30_000);
});

test("a list of a million has a box that browsers lay out, and both its ends", () => {
  const long = reel(1_000_000, 48, 480);
  assert.equal(long.box, MOST_PX);
  assert.equal(moved(long, 100, 0, 5000), 0);
  assert.equal(moved(long, 100, MOST_PX - 480, 5000), 48_000_000 - 480);
});

test("a wheel moves a long list as far as it turns, the thumb by its share", () => {
  const long = reel(1_000_000, 48, 480);
  assert.equal(moved(long, 1000, 1100, 12_000), 12_100);
  const middle = (MOST_PX - 480) / 2;
  assert.equal(moved(long, 0, middle, 0), (48_000_000 - 480) / 2);
  assert.equal(thumb(long, (48_000_000 - 480) / 2), middle);
});
