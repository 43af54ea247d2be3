import assert from "node:assert/strict";
import test from "node:test";
import { LETTERING } from "../src/layers/basemap-style.js";
import { Rooms } from "../src/layers/labels-room.js";
import { Widths } from "../src/layers/labels-width.js";

function widths(): { widths: Widths; asked: string[] } {
  const asked: string[] = [];
  const measure = (text: string): number => {
    asked.push(text);
    return 5 * text.length;
  };
  return { widths: new Widths(measure), asked };
}

test("a name is as wide as its letters together", () => {
  assert.equal(widths().widths.of("Kabul", "12px serif", false), 25);
});

test("a letter is measured once in a font, however many names it stands in", () => {
  const { widths: found, asked } = widths();
  found.of("Kabul", "12px serif", false);
  found.of("Kaluba", "12px serif", false);
  assert.deepEqual(asked, ["K", "a", "b", "u", "l"]);
});

test("a letter is measured anew in another font", () => {
  const { widths: found, asked } = widths();
  found.of("K", "12px serif", false);
  found.of("K", "14px serif", false);
  assert.deepEqual(asked, ["K", "K"]);
});

test("letters that join are measured together", () => {
  const { widths: found, asked } = widths();
  found.of("کابل", "12px serif", true);
  assert.deepEqual(asked, ["کابل"]);
});

test("a longer name has more room, and a town reaches farther than half its name", () => {
  const rooms = new Rooms(6);
  const [short, long] = ["Herat", "Mazar-e Sharif"].map((name) =>
    rooms.of({ x: 0, y: 0, kind: "town", zoom: 0, name }),
  );
  assert.ok(long!.across > short!.across);
  assert.ok(long!.across > "Mazar-e Sharif".length * LETTERING.town.size[0]![1]!);
});
