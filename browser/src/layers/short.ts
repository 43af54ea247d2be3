// The short codings of the event format: runs of equal numbers, and several small numbers in a byte.
// A million of either are taken apart in a millisecond or two.
import { refuse, type Descriptor, type Stored } from "./stored.js";

const SHORT: ReadonlySet<string> = new Set(["runs", "bits"]);

/** Whether a column is stored as this reads it, not in planes of all its numbers. */
export function isShort({ coding = "" }: Descriptor): boolean {
  return SHORT.has(coding);
}

/** Stored numbers plus a shift, modulo 2^32; throws where the coding does not add up. */
export function expand(stored: Stored, shift: number): Uint32Array<ArrayBuffer> {
  return stored.head.coding === "runs" ? ofRuns(stored, shift) : ofBits(stored, shift);
}

/** Small numbers as bytes, shifted likewise. */
export function bitsOf({ head, bytes }: Stored, shift: number): Uint8Array {
  const { count, bits = 0 } = head;
  const each = 8 / bits;
  const numbers = new Uint8Array(bytes.length * each);
  // What each byte stands for is worked out once, and copied whole where it fills four bytes.
  const table = new Uint8Array(256 * each);
  for (let i = 0; i < table.length; i++)
    table[i] = (((i / each) >> (bits * (i % each))) & (2 ** bits - 1)) + shift;
  if (each === 4) {
    const [from, to] = [new Uint32Array(table.buffer), new Uint32Array(numbers.buffer)];
    for (let i = 0; i < bytes.length; i++) to[i] = from[bytes[i]!]!;
  } else
    for (let i = 0; i < numbers.length; i++)
      numbers[i] = table[bytes[(i / each) | 0]! * each + (i % each)]!;
  return numbers.subarray(0, count);
}

function ofBits(stored: Stored, shift: number): Uint32Array<ArrayBuffer> {
  const numbers = new Uint32Array(bitsOf(stored, 0));
  if (shift) for (let i = 0; i < numbers.length; i++) numbers[i]! += shift;
  return numbers;
}

function ofRuns({ head, bytes }: Stored, shift: number): Uint32Array<ArrayBuffer> {
  const { count, runs = 0, width = 0, long = 0 } = head;
  const numbers = new Uint32Array(count);
  const mask = 2 ** (8 * width);
  const at = (run: number, plane: number): number => bytes[plane * runs + run]!;
  let [value, from] = [0, 0];
  for (let run = 0; run < runs; run++) {
    let [step, length] = [0, 0];
    for (let plane = 0; plane < width; plane++) step += at(run, plane) * 2 ** (8 * plane);
    for (let plane = 0; plane < long; plane++) length += at(run, width + plane) * 2 ** (8 * plane);
    value = (value + step) % mask;
    numbers.fill(value + shift, from, (from += length));
  }
  if (from !== count) refuse(`${head.name} has runs of ${from} rows in place of ${count}`);
  return numbers;
}
