import assert from "node:assert/strict";
import test from "node:test";
import { period } from "../src/page/dates.js";
import { linkTo, readLink, writeLink, type State } from "../src/page/link.js";

const [from] = period("2015")!;
const [, to] = period("2018-06")!;
const FULL: State = {
  view: [6.5, 34.2, 70.1],
  layers: ["-kabul", "khorasan"],
  types: ["attack"],
  from,
  to,
  event: "kabul-2021",
};
const TEXT =
  "#6.5/34.20/70.10&layers=-kabul,khorasan&types=attack&from=2015&to=2018-06&event=kabul-2021";

test("a state is written in one order", () => {
  assert.equal(writeLink(FULL), TEXT);
});

test("what is written is read again", () => {
  assert.deepEqual(readLink(TEXT), FULL);
});

test("the page as it opens has no fragment", () => {
  assert.equal(writeLink({ layers: [] }), "");
  assert.deepEqual(readLink(""), {});
});

test("a row of the list is none of ours", () => {
  assert.equal(readLink("#events:12"), null);
});

test("a date that is none is left out", () => {
  assert.deepEqual(readLink("#from=soon&to=2020"), { to: period("2020")![1] });
});

test("a view beyond the poles is left out", () => {
  assert.equal(readLink("#6/99/10"), null);
});

test("ids of any script and with commas come back", () => {
  const state = { layers: ["-رویداد", "a,b"], event: "x&y=z" };
  assert.deepEqual(readLink(writeLink(state)), state);
});

test("a percent sign that encodes nothing is taken as it is", () => {
  assert.deepEqual(readLink("#event=100%"), { event: "100%" });
});

test("a view from space needs no decimals", () => {
  assert.equal(writeLink({ view: [0, 34.2, 70.1] }), "#0/34/70");
});

test("a view many times round the world is left out", () => {
  assert.equal(readLink("#6/34/99999"), null);
});

test("the link to an event is the page with nothing but the event", () => {
  const page = "https://example.org/map.html?edition=2#6.5/34.20/70.10&layers=-kabul";
  assert.equal(linkTo(page, "a b"), "https://example.org/map.html?edition=2#event=a%20b");
});

test("a page on a disk has links", () => {
  assert.equal(linkTo("file:///home/map.html", "7"), "file:///home/map.html#event=7");
});

test("a page without an address of its own has no links", () => {
  assert.equal(linkTo("about:srcdoc", "7"), null);
  assert.equal(linkTo("blob:https://example.org/1", "7"), null);
});
