// How a column of numbers is stored: planes of bytes, differences, a base, null as nought.
import { expand, isShort } from "./short.js";
import { NULL, refuse, type Descriptor, type Stored } from "./stored.js";

const HALF = 2 ** 24;
const CODINGS = ["plain", "delta", "zigzag"];

/**
 * Whole numbers modulo 2^32, in one bare loop for the widths that there are a million times. Throws
 * where one is not below `end`; null is.
 */
export function narrow(stored: Stored, end = Infinity): Uint32Array<ArrayBuffer> {
  const { head, planes } = stored;
  const { count, width = 0 } = head;
  const shift = shiftOf(head);
  if (isShort(head)) return within(expand(stored, shift), head, end);
  const numbers = new Uint32Array(count);
  const keep = codingOf(head)[0] ? -1 : 0;
  const greatest =
    width < 3
      ? twoPlanes(numbers, planes, keep, 2 ** (8 * width) - 1, shift)
      : fourPlanes(numbers, planes, keep, width > 3 ? -1 : 2 ** 24 - 1, shift);
  if (greatest + shift >= end) refuse(`there is no ${head.name} ${greatest + shift}`);
  // With a base of nought, null is -1 already, which is NULL.
  if (head.null && head.base) forget(numbers, shift >>> 0, NULL);
  return numbers;
}

/** The numbers with null as such; throws where another is not below `end`. */
function within(
  numbers: Uint32Array<ArrayBuffer>,
  head: Descriptor,
  end: number,
): Uint32Array<ArrayBuffer> {
  if (head.null) forget(numbers, shiftOf(head) >>> 0, NULL);
  const beyond = end < NULL && numbers.find((number) => number >= end && number !== NULL);
  if (typeof beyond === "number") refuse(`there is no ${head.name} ${beyond}`);
  return numbers;
}

type Planes = Stored["planes"];

/** Fills in the numbers of two planes; returns the greatest before the shift. */
function twoPlanes(
  to: Uint32Array,
  [a, b]: Planes,
  keep: number,
  mask: number,
  shift: number,
): number {
  let greatest = 0;
  for (let i = 0, last = 0; i < to.length; i++) {
    last = ((last & keep) + (a[i]! | (b[i]! << 8))) & mask;
    if (last > greatest) greatest = last;
    to[i] = last + shift;
  }
  return greatest;
}

function fourPlanes(
  to: Uint32Array,
  [a, b, c, d]: Planes,
  keep: number,
  mask: number,
  shift: number,
): number {
  let greatest = 0;
  for (let i = 0, last = 0; i < to.length; i++) {
    const step = a[i]! | (b[i]! << 8) | (c[i]! << 16) | (d[i]! << 24);
    last = ((last & keep) + step) & mask;
    if (last >>> 0 > greatest) greatest = last >>> 0;
    to[i] = last + shift;
  }
  return greatest;
}

export function wide(stored: Stored, none: number): Float64Array {
  const { head, planes } = stored;
  if (isShort(head)) return wideShort(stored, none);
  const [isDelta, isZigzag] = codingOf(head);
  const { count, width = 0 } = head;
  const shift = shiftOf(head);
  const turn = isZigzag ? Infinity : 2 ** (8 * width);
  const numbers = new Float64Array(count);
  const [a, b, c, d, e, f] = planes;
  for (let i = 0, last = 0; i < count; i++) {
    const low = a[i]! | (b[i]! << 8) | (c[i]! << 16);
    const high = d[i]! | (e[i]! << 8) | (f[i]! << 16);
    let step = low + high * HALF;
    if (isZigzag) step = step % 2 ? -(step + 1) / 2 : step / 2;
    last = isDelta ? last + step : step;
    if (last >= turn) last -= turn;
    numbers[i] = last + shift;
  }
  if (head.null) forget(numbers, shift, none);
  return numbers;
}

function wideShort(stored: Stored, none: number): Float64Array {
  const shift = shiftOf(stored.head);
  const numbers = Float64Array.from(expand(stored, 0), (number) => number + shift);
  if (stored.head.null) forget(numbers, shift, none);
  return numbers;
}

/** What is added to a stored number; a stored nought that means null comes to lie below the base. */
function shiftOf(head: Descriptor): number {
  return (head.base ?? 0) - (head.null ? 1 : 0);
}

function forget(numbers: Uint32Array | Float64Array, below: number, none: number): void {
  for (let i = 0; i < numbers.length; i++) if (numbers[i] === below) numbers[i] = none;
}

/** Whether numbers are stored as differences, and whether these have a sign. */
function codingOf({ name, coding = "" }: Descriptor): readonly [boolean, boolean] {
  const kind = CODINGS.indexOf(coding);
  if (kind < 0) refuse(`${name} is coded as ${coding}`);
  return [kind > 0, kind > 1];
}
