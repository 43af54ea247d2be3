import assert from "node:assert/strict";
import test from "node:test";
import { heightAt, isHeard, orderOf, tidings, wishOf } from "../src/page/messages.js";

const OWN = "https://maps.example.org/attacks.html#6/34/70";

test("a page of the same site is heard", () => {
  assert.equal(isHeard("https://maps.example.org", OWN, []), true);
});

test("a page of another site is not heard", () => {
  assert.equal(isHeard("https://www.example.org", OWN, []), false);
});

test("a page that was named when the map was built is heard, and no other", () => {
  const named = ["https://www.example.org"];
  assert.equal(isHeard("https://www.example.org", OWN, named), true);
  assert.equal(isHeard("https://example.org", OWN, named), false);
});

test("a page on the same disk is heard", () => {
  assert.equal(isHeard("null", "file:///maps/attacks.html", []), true);
  assert.equal(isHeard("file://", "file:///maps/attacks.html", []), true);
});

test("a page without an origin is not heard on the web", () => {
  assert.equal(isHeard("null", OWN, []), false);
});

test("the page in which a map is written out is heard", () => {
  assert.equal(isHeard("https://www.example.org", "about:srcdoc", []), true);
});

for (const other of [null, "show", 7, [], {}, { mapgen: null }, { mapgen: "show" }, { mapgen: [] }])
  test(`${JSON.stringify(other)} is no order`, () => {
    assert.equal(orderOf(other), null);
  });

test("an order is what stands under mapgen", () => {
  assert.deepEqual(orderOf({ mapgen: { show: "one" } }), { show: "one" });
});

test("a wish may name a period and types", () => {
  const wish = { from: "2018", to: "2018-06", types: ["attack"] };
  assert.deepEqual(wishOf(wish), wish);
});

for (const other of [null, 1, "2018", { from: 2018 }, { types: "attack" }, { types: [1] }])
  test(`${JSON.stringify(other)} is no wish`, () => {
    assert.equal(wishOf(other), null);
  });

test("a height is told in the words of AMP and Datawrapper", () => {
  assert.deepEqual(tidings(640, OWN), [
    { sentinel: "amp", type: "embed-size", height: 640 },
    { "datawrapper-height": { attacks: 640 } },
  ]);
});

test("a height is told in the words of pym to a page that speaks them", () => {
  const [, , pym] = tidings(640, "https://maps.example.org/attacks.html?childId=one");
  assert.equal(pym, "pymxPYMxonexPYMxheightxPYMx640");
});

test("a map is neither too low on a phone nor too high on a desk", () => {
  assert.deepEqual([heightAt(320, 100), heightAt(800, 100), heightAt(2000, 100)], [440, 596, 720]);
});
