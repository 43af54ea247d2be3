import assert from "node:assert/strict";
import test from "node:test";
import type { Descriptor } from "../src/layers/stored.js";
import { Columns, type Header } from "../src/layers/columns.js";

/** A container with one column. */
function packed(column: Partial<Descriptor>, ...bytes: number[]): Uint8Array<ArrayBuffer> {
  const count = column.count ?? 3;
  const columns = [{ name: "n", count, ...column }];
  const header = new TextEncoder().encode(JSON.stringify({ count, columns }));
  return Uint8Array.from([77, 71, 69, 2, header.length, 0, 0, 0, ...header, ...bytes]);
}

function numbers(column: Partial<Descriptor>, ...bytes: number[]): number[] {
  const columns = new Columns<Header>(packed({ coding: "plain", ...column }, ...bytes));
  return [...columns.wideNumbers("n", 3)!];
}

/** The same as `numbers`, as whole numbers of 32 bits. */
function whole(column: Partial<Descriptor>, ...bytes: number[]): number[] {
  const columns = new Columns<Header>(packed({ coding: "plain", ...column }, ...bytes));
  return [...columns.numbers("n", 3)!];
}

function texts(column: Partial<Descriptor>, text: string, ...planes: number[]): readonly string[] {
  const bytes = new TextEncoder().encode(text);
  const whole = packed({ ...column, bytes: bytes.length }, ...planes, ...bytes);
  return new Columns<Header>(whole).texts("n")!;
}

test("planes are put together, the lowest first", () => {
  assert.deepEqual(numbers({ width: 2 }, 1, 2, 3, 0, 1, 2), [1, 258, 515]);
});

test("whole numbers of 32 bits are put together from the same planes", () => {
  assert.deepEqual(whole({ width: 2, base: 1 }, 1, 2, 3, 0, 1, 2), [2, 259, 516]);
});

test("whole differences add up modulo the width", () => {
  assert.deepEqual(whole({ width: 1, coding: "delta" }, 250, 10, 255), [250, 4, 3]);
});

test("whole differences with a sign add up", () => {
  assert.deepEqual(whole({ width: 1, coding: "zigzag" }, 10, 3, 4), [5, 3, 5]);
});

test("a whole number that is null is the largest there is", () => {
  assert.deepEqual(whole({ width: 1, null: true, base: 10 }, 0, 1, 3), [2 ** 32 - 1, 10, 12]);
});

test("a whole number below nought is itself in an array with signs", () => {
  const found = Uint32Array.from(whole({ width: 1, base: -5 }, 0, 1, 6));
  assert.deepEqual([...new Int32Array(found.buffer)], [-5, -4, 1]);
});

test("a column without planes holds its base", () => {
  assert.deepEqual(numbers({ width: 0, base: 7 }), [7, 7, 7]);
});

test("four planes hold numbers above 2^31", () => {
  const high = [0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 128, 0];
  assert.deepEqual(numbers({ width: 4 }, ...high), [255 * 2 ** 24, 2 ** 31, 0]);
});

test("six planes hold numbers that a shift would lose", () => {
  const planes = [...new Array<number>(15).fill(0), 1, 0, 255];
  assert.deepEqual(numbers({ width: 6 }, ...planes), [2 ** 40, 0, 255 * 2 ** 40]);
});

test("differences add up modulo the width", () => {
  assert.deepEqual(numbers({ width: 1, coding: "delta" }, 250, 10, 255), [250, 4, 3]);
});

test("differences of wide numbers add up modulo the width", () => {
  const planes = [...[5, 255, 0], ...[0, 255, 0], ...[0, 255, 0], ...[0, 255, 0], ...[0, 255, 0]];
  assert.deepEqual(numbers({ width: 5, coding: "delta" }, ...planes), [5, 4, 4]);
});

test("differences with a sign add up", () => {
  assert.deepEqual(numbers({ width: 1, coding: "zigzag" }, 10, 3, 4), [5, 3, 5]);
});

test("differences with a sign add up beyond 32 bits", () => {
  const [low, high] = [
    [254, 254, 254],
    [255, 255, 255],
  ] as const;
  const step = 2 ** 31 - 1;
  assert.deepEqual(numbers({ width: 4, coding: "zigzag" }, ...low, ...high, ...high, ...high), [
    step,
    2 * step,
    3 * step,
  ]);
});

test("null is the stored nought, and one less than stored the value", () => {
  assert.deepEqual(numbers({ width: 1, null: true, base: 10 }, 0, 1, 3), [NaN, 10, 12]);
});

test("small numbers stand side by side in a byte, the first in the lowest bits", () => {
  assert.deepEqual(numbers({ coding: "bits", bits: 2 }, 0b00_11_10_01), [1, 2, 3]);
  assert.deepEqual(whole({ coding: "bits", bits: 4, base: 5 }, 0x21, 0x0f), [6, 7, 20]);
  assert.deepEqual(whole({ coding: "bits", bits: 1 }, 0b101), [1, 0, 1]);
});

test("a small number that is null is stored as nought", () => {
  const nulls = { coding: "bits", bits: 2, null: true, base: 7 };
  assert.deepEqual(numbers(nulls, 0b10_00_01), [7, NaN, 8]);
  assert.deepEqual(whole(nulls, 0b10_00_01), [7, 2 ** 32 - 1, 8]);
});

test("small numbers are bytes for those who ask for bytes", () => {
  const column = packed({ coding: "bits", bits: 2, base: 1 }, 0b11_10_01);
  assert.deepEqual([...new Columns<Header>(column).bytesOf("n", 3)!], [2, 3, 4]);
});

test("a run stands for as many rows as it is long", () => {
  const runs = { coding: "runs", width: 1, runs: 2, long: 1, base: 100 };
  assert.deepEqual(numbers(runs, 4, 3, 2, 1), [104, 104, 107]);
  assert.deepEqual(whole({ ...runs, base: -100 }, 4, 3, 2, 1).at(-1), 2 ** 32 - 93);
});

test("a column that is absent is null", () => {
  const columns = new Columns<Header>(packed({ width: 0, coding: "plain" }));
  assert.equal(columns.numbers("other", 3), null);
});

test("every row has its own words", () => {
  assert.deepEqual(texts({ text: "each" }, "eins\0\0کابل"), ["eins", "", "کابل"]);
});

test("words that recur are stored once", () => {
  assert.deepEqual(texts({ text: "coded", words: 2, width: 1 }, "a\0b", 2, 0, 1), ["b", "", "a"]);
});

test("a mark of byte order is a letter like another", () => {
  assert.deepEqual(texts({ text: "each", count: 1 }, "\ufeffword"), ["\ufeffword"]);
});

const DAMAGED: Record<string, () => unknown> = {
  "an empty block": () => new Columns(new Uint8Array()),
  "a block of something else": () => new Columns(packed({ width: 0 }).fill(0, 0, 1)),
  "a block of another version": () => new Columns(packed({ width: 0 }).fill(1, 3, 4)),
  "a header that is cut short": () => new Columns(packed({ width: 0 }).subarray(0, 20)),
  "bytes that lack": () => new Columns(packed({ width: 2 }, 1, 2, 3, 4, 5)),
  "bytes that nobody asked for": () => new Columns(packed({ width: 1 }, 1, 2, 3, 4)),
  "a width that no number has": () => new Columns(packed({ width: 7 }, ...new Array(21).keys())),
  "an unknown coding": () => numbers({ coding: "sums", width: 0 }),
  "bits of a size that there is not": () => numbers({ coding: "bits", bits: 3 }, 1, 2),
  "runs that end too soon": () => numbers({ coding: "runs", width: 1, runs: 1, long: 1 }, 4, 2),
  "more runs than rows": () => numbers({ coding: "runs", width: 0, runs: 4, long: 0 }),
  "a column of another length": () => numbers({ count: 4, width: 0, base: 1 }),
  "an unknown coding of words": () => texts({ text: "some" }, "a\0b\0c"),
  "too few words": () => texts({ text: "each" }, "a\0b"),
  "a code without a word": () => texts({ text: "coded", words: 1, width: 1 }, "a", 0, 1, 2),
};
for (const [what, read] of Object.entries(DAMAGED))
  test(`${what} is refused with a sentence`, () => {
    assert.throws(read, /^Error: The events of this page are damaged: .+\.$/);
  });
