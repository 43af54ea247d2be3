import assert from "node:assert/strict";
import test from "node:test";
import { copies, shows, thinned, traceRounded, type View } from "../src/layers/basemap-path.js";
import { worldPx } from "../src/layers/projection.js";

function view(zoom: number, left: number): View {
  return { zoom, left, top: 0, width: 500, height: 400 };
}

const xy = Float64Array.of(0.5, 0.5, 0.50001, 0.5, 0.6, 0.5, 0.6, 0.6);

test("thinning keeps both ends of a line", () => {
  const line = thinned(xy, false, view(0, 0), 0, 1000);
  assert.deepEqual(line, [128, 128, 0.6 * 256, 0.6 * 256]);
});

test("thinning takes out a vertex that a screen would not show", () => {
  assert.equal(thinned(xy, false, view(3, 0), 0, 0.6).length, 6);
});

test("thinning leaves all vertices where they stand apart", () => {
  assert.equal(thinned(xy, false, view(11, 0), 0, 0.6).length, 8);
});

test("a line run backwards has the same vertices in the other order", () => {
  const there = thinned(xy, false, view(11, 0), 0, 0.6);
  const back = thinned(xy, true, view(11, 0), 0, 0.6);
  assert.deepEqual([back[0], back[1]], [there[6], there[7]]);
});

test("a view across the antimeridian shows two copies of the world", () => {
  assert.deepEqual(copies(view(4, worldPx(4) - 250)), [250 - worldPx(4), 250]);
});

test("a view in the middle of the world shows one copy", () => {
  assert.deepEqual(copies(view(4, 1000)), [-1000]);
});

test("a view wider than the world shows it again and again", () => {
  assert.equal(copies({ ...view(0, 10), width: 600 }).length, 4);
});

test("what lies beside the view does not show", () => {
  const east = { left: 0.9, top: 0, right: 1, bottom: 1 };
  assert.equal(shows(east, view(4, 0), 0), false);
  assert.equal(shows(east, view(4, 0), -worldPx(4)), true);
});

test("a rounded line begins and ends where the straight one does", () => {
  const steps: number[][] = [];
  const pen = {
    moveTo: (x: number, y: number) => void steps.push([x, y]),
    lineTo: (x: number, y: number) => void steps.push([x, y]),
    quadraticCurveTo: (_x: number, _y: number, x: number, y: number) => void steps.push([x, y]),
  };
  traceRounded(pen, [0, 0, 100, 0, 100, 100], 2);
  assert.deepEqual(steps.at(-1), [100, 100]);
});

test("a right angle is cut no farther than the tolerance", () => {
  const curves: number[][] = [];
  const pen = {
    moveTo: () => undefined,
    lineTo: (x: number, y: number) => void curves.push([x, y]),
    quadraticCurveTo: (...curve: number[]) => void curves.push(curve),
  };
  traceRounded(pen, [0, 0, 100, 0, 100, 100], 2);
  const [[fromX], [cornerX, , , toY]] = curves as [number[], number[]];
  const middle = [(fromX! + 3 * cornerX!) / 4, toY! / 4];
  assert.ok(Math.abs(Math.hypot(middle[0]! - 100, middle[1]!) - 2) < 1e-9);
});

test("a slight turn is rounded over half of both sides", () => {
  const curves: number[][] = [];
  const pen = {
    moveTo: () => undefined,
    lineTo: () => undefined,
    quadraticCurveTo: (...curve: number[]) => void curves.push(curve),
  };
  traceRounded(pen, [0, 0, 100, 0, 200, 1], 2);
  assert.ok(Math.abs(curves[0]![2]! - 150) < 0.1);
});
