import assert from "node:assert/strict";
import test from "node:test";
import fixture from "../../tests/fixtures/basemap/island.json" with { type: "json" };
import { unpack, type Basemap, type Ring } from "../src/layers/basemap-unpack.js";
import { mercatorX, mercatorY } from "../src/layers/projection.js";

type Point = readonly [number, number];

function block(): Uint8Array<ArrayBuffer> {
  const pairs = fixture.block.match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => parseInt(pair, 16));
}

function projected([lon, lat]: readonly number[]): Point {
  const units = fixture.units_per_degree;
  return [mercatorX(lon! / units), mercatorY(lat! / units)];
}

function vertices(xy: Float64Array): Point[] {
  return Array.from({ length: xy.length / 2 }, (_, i) => [xy[2 * i]!, xy[2 * i + 1]!]);
}

function outline({ arcs }: Basemap, ring: Ring): Point[] {
  return Array.from(ring.arcs).flatMap((signed) => {
    const points = vertices(arcs[signed < 0 ? ~signed : signed]!.xy);
    return (signed < 0 ? points.reverse() : points).slice(0, -1);
  });
}

function described(ring: readonly number[]): Point[] {
  return ring.flatMap((signed) => {
    const points = fixture.arcs[signed < 0 ? ~signed : signed]!.points.map(projected);
    return (signed < 0 ? points.reverse() : points).slice(0, -1);
  });
}

test("land has the outlines that Python packed", () => {
  const island = unpack(block());
  const found = island.land.map((ring) => outline(island, ring));
  assert.deepEqual(found, fixture.land.map(described));
});

test("lakes have the outlines that Python packed", () => {
  const island = unpack(block());
  const found = island.lakes.map((ring) => outline(island, ring));
  assert.deepEqual(found, fixture.lakes.map(described));
});

test("lakes begin at the zooms that Python packed", () => {
  assert.deepEqual(
    unpack(block()).lakes.map(({ zoom }) => zoom),
    fixture.lake_zooms,
  );
});

test("every arc comes with its kind and least zoom", () => {
  const words = (arc: { kind: string; zoom: number }): string => `${arc.kind} ${arc.zoom}`;
  assert.deepEqual(unpack(block()).arcs.map(words).sort(), fixture.arcs.map(words).sort());
});

test("labels come in order, with place, kind, zoom and name", () => {
  const expected = fixture.labels.map(({ lon, lat, kind, zoom, name }) => ({
    x: mercatorX(lon),
    y: mercatorY(lat),
    kind,
    zoom,
    name,
  }));
  assert.deepEqual(unpack(block()).labels, expected);
});

test("an arc's extent holds its vertices exactly", () => {
  for (const { xy, extent } of unpack(block()).arcs) {
    const xs = vertices(xy).map(([x]) => x);
    assert.deepEqual([extent.left, extent.right], [Math.min(...xs), Math.max(...xs)]);
  }
});

test("a block of another version is refused by its number", () => {
  const other = block();
  other[0] = 9;
  assert.throws(() => unpack(other), /version 9; this page reads version 1/);
});
