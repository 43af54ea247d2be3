import assert from "node:assert/strict";
import test from "node:test";
import type { Label, LabelKind } from "../src/layers/basemap-unpack.js";
import { coveredOf } from "../src/layers/labels-box.js";
import { overlap, type Box } from "../src/layers/labels-grid.js";
import { Placement, type Obstacle, type Placed } from "../src/layers/labels-place.js";
import { broken, type Text } from "../src/layers/labels-text.js";
import { worldPx } from "../src/layers/projection.js";

const ZOOM = 5;
const WORLD = worldPx(ZOOM);
const EVERYWHERE: Box = { left: 0, top: 0, right: WORLD - 1, bottom: WORLD };

function label(x: number, y: number, name = "Somewhere", kind: LabelKind = "town"): Label {
  return { x: x / WORLD, y: y / WORLD, kind, zoom: 0, name };
}

function lettered({ name }: Label): Text {
  const width = 6 * name.length;
  return { lines: [name], font: "", spacing: 0, leading: 14, width, height: 14 };
}

function placement(labels: readonly Label[], obstacles: readonly Obstacle[] = []): Placement {
  return new Placement(labels, lettered, ZOOM, obstacles, "east");
}

/** Names in a square of the world, so near to one another that there is not room for all. */
function crowd(): Label[] {
  return Array.from({ length: 400 }, (_, i) =>
    label(4000 + ((i * 197) % 900), 4000 + ((i * 311) % 700), `Town number ${i}`),
  );
}

function names(placed: readonly Placed[]): string[] {
  return placed.map((one) => one.label.name);
}

test("no two names overlap", () => {
  const placed = placement(crowd()).within(EVERYWHERE);
  placed.forEach((one, n) => {
    for (const other of placed.slice(n + 1)) assert.equal(overlap(one.box, other.box), false);
  });
});

test("the important names stay where there is not room for all", () => {
  const placed = placement(crowd()).within(EVERYWHERE);
  assert.ok(placed.length < 400);
  assert.equal(placed[0]?.label.name, "Town number 0");
});

test("names stand at the same places whichever part of the map was seen first", () => {
  const part: Box = { left: 4600, top: 4500, right: 4800, bottom: 4700 };
  const moved = placement(crowd());
  const inPart = moved.within(part);
  const whole = placement(crowd()).within(EVERYWHERE);
  assert.deepEqual(moved.within(EVERYWHERE), whole);
  assert.deepEqual(
    inPart.map(({ box }) => box),
    whole
      .filter((one) => inPart.some((seen) => seen.label.name === one.label.name))
      .map(({ box }) => box),
  );
});

test("a name before its zoom is not shown", () => {
  const later = { ...label(4000, 4000), zoom: ZOOM + 0.5 };
  assert.deepEqual(placement([later]).within(EVERYWHERE), []);
});

test("a name goes to the other side of its dot to keep clear of a mark", () => {
  const mark = { x: 4040 / WORLD, y: 4000 / WORLD, r: 10 };
  const [placed] = placement([label(4000, 4000)], [mark]).within(EVERYWHERE);
  assert.ok(placed!.box.right < 4000);
});

test("a name stands outside a mark that lies upon its dot", () => {
  const mark = { x: 4000 / WORLD, y: 4000 / WORLD, r: 20 };
  const [placed] = placement([label(4000, 4000)], [mark]).within(EVERYWHERE);
  assert.ok(placed!.box.left >= 4020);
});

test("a name finds room beside a mark of any size, wherever between two pixels it lies", () => {
  for (const r of [6, 8.1, 11.5, 23])
    for (const part of [0, 0.3, 0.5, 0.8]) {
      const [x, y] = [4000 + part, 4000 - part];
      const mark = { x: x / WORLD, y: y / WORLD, r };
      const [placed] = placement([label(x, y)], [mark]).within(EVERYWHERE);
      const square = { left: x - r, top: y - r, right: x + r, bottom: y + r };
      assert.equal(overlap(placed!.box, square), false, `${r} ${part}`);
    }
});

test("where it must be shown, the name of a country lies where marks cover least of it", () => {
  const mark = { x: 4000 / WORLD, y: 4000 / WORLD, r: 30 };
  const [placed] = placement([label(4000, 4000, "Area", "country")], [mark]).within(EVERYWHERE);
  assert.ok(placed!.box.right > 4030 || placed!.box.left < 3970);
});

test("what others cover of a box is counted once for each of them", () => {
  const box = { left: 0, top: 0, right: 10, bottom: 10 };
  const one = { left: 8, top: -5, right: 20, bottom: 5 };
  const other = { left: -5, top: 9, right: 5, bottom: 12 };
  assert.equal(coveredOf(box, [one, one, other]), 2 * 5 + 5 * 1);
});

test("a town that cannot keep clear of the marks is left out", () => {
  const marks = Array.from({ length: 400 }, (_, i) => ({
    x: (3900 + 10 * (i % 20)) / WORLD,
    y: (3900 + 10 * Math.floor(i / 20)) / WORLD,
    r: 10,
  }));
  const crowded = placement([label(4000, 4000), label(4000, 4100, "Kabul", "capital")], marks);
  assert.deepEqual(names(crowded.within(EVERYWHERE)), ["Kabul"]);
});

test("a name keeps clear of the names of the map's own places", () => {
  const own = { x: 3960 / WORLD, y: 4000 / WORLD, r: 5, name: "A place of the map" };
  const [placed] = placement([label(4000, 4012)], [own]).within(EVERYWHERE);
  assert.ok(placed!.box.top >= 4009);
});

test("a town that the map names itself is not named twice", () => {
  const own = { x: 4001 / WORLD, y: 4001 / WORLD, r: 5, name: "KABUL" };
  const placed = placement([label(4000, 4000, "Kabul"), label(4000, 4300, "Herat")], [own]);
  assert.deepEqual(names(placed.within(EVERYWHERE)), ["Herat"]);
});

test("a town of the same name far away keeps its name", () => {
  const own = { x: 4001 / WORLD, y: 4001 / WORLD, r: 5, name: "Kabul" };
  const placed = placement([label(5000, 4000, "Kabul")], [own]);
  assert.deepEqual(names(placed.within(EVERYWHERE)), ["Kabul"]);
});

test("a province keeps its name where the map has a place of that name", () => {
  const own = { x: 4001 / WORLD, y: 4001 / WORLD, r: 5, name: "Kabul" };
  const placed = placement([label(4000, 4000, "Kabul", "province")], [own]);
  assert.deepEqual(names(placed.within(EVERYWHERE)), ["Kabul"]);
});

test("names on both sides of the antimeridian do not overlap", () => {
  const both = placement([label(WORLD - 4, 4000, "Far east"), label(30, 4012, "Far west")]);
  const [east, west] = both.within(EVERYWHERE).map(({ box }) => box);
  const turned = { ...west!, left: west!.left + WORLD, right: west!.right + WORLD };
  assert.equal(overlap(east!, turned), false);
});

test("the name of an area stays within two lines of its point", () => {
  const areas = Array.from({ length: 40 }, (_, i) => label(4000 + i, 4000, `Area ${i}`, "country"));
  for (const { box } of placement(areas).within(EVERYWHERE))
    assert.ok(Math.abs((box.top + box.bottom) / 2 - 4000) <= 2 * 14);
});

test("a long name is broken into lines of about the same width", () => {
  const lines = broken("United Arab Emirates", 12, (line) => line.length);
  assert.deepEqual(lines, ["United Arab", "Emirates"]);
});

test("a name that has room stays on one line", () => {
  assert.deepEqual(
    broken("New Delhi", 12, (line) => line.length),
    ["New Delhi"],
  );
});
