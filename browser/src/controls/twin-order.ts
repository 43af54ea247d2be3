// Orders of the list: whole numbers to sort by, and a stable sort of a million of them in no time.

/** The key of what is not known: last, whichever way is sorted. */
export const NONE = 2 ** 32 - 1;

/** The numbers from 0. */
export function counting(count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = i;
  return numbers;
}

/** Numbers as keys that keep their order, NONE for NaN. */
export function latest(values: Float64Array): Uint32Array {
  let least = Infinity;
  for (const value of values) if (value < least) least = value;
  const keys = new Uint32Array(values.length).fill(NONE);
  for (let i = 0; i < keys.length; i++) if (!Number.isNaN(values[i]!)) keys[i] = values[i]! - least;
  return keys;
}

/** The ranks of texts in the order of a language; equal ones share theirs, "" has none. */
export function ranked(texts: readonly string[], lang: string): Uint32Array {
  const compare = new Intl.Collator(lang, { numeric: true }).compare;
  const order = [...new Set(texts)].filter(Boolean).sort(compare);
  const ranks = new Map(order.map((text, rank) => [text, rank]));
  return Uint32Array.from(texts, (text) => ranks.get(text) ?? NONE);
}

/** Numbers of events, stably sorted by their keys; NONE stays at the end when it goes down. */
export function sorted(first: Uint32Array, keys: Uint32Array, down: boolean): Uint32Array {
  let most = 0;
  for (const key of keys) if (key !== NONE && key > most) most = key;
  const ways = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    ways[i] = key === NONE ? most + 1 : down ? most - key : key;
  }
  const half = passed(first, ways, 0);
  return most < 0xffff ? half : passed(half, ways, 16);
}

/** One pass of a radix sort. */
function passed(numbers: Uint32Array, keys: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(0x10001);
  for (const number of numbers) starts[((keys[number]! >>> shift) & 0xffff) + 1]!++;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const out = new Uint32Array(numbers.length);
  for (const number of numbers) out[starts[(keys[number]! >>> shift) & 0xffff]!++] = number;
  return out;
}

/** Those numbers whose byte is 1, in both masks where there are two. */
export function chosen(
  numbers: Uint32Array,
  mask: Uint8Array,
  other: Uint8Array | null,
): Uint32Array {
  const out = new Uint32Array(numbers.length);
  let count = 0;
  for (const number of numbers) {
    out[count] = number;
    count += mask[number]! & (other ? other[number]! : 1);
  }
  return out.subarray(0, count);
}
