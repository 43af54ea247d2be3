// How a column of numbers is stored: planes of bytes, differences, a base, null as nought.

const HALF = 2 ** 24;
const CODINGS = ["plain", "delta", "zigzag"];

/** Null in a column of whole numbers: -1 in an array with signs, and not a number among floats. */
export const NULL = 0xffffffff;

export interface Descriptor {
  readonly name: string;
  readonly count: number;
  readonly width?: number;
  readonly coding?: string;
  readonly base?: number;
  readonly null?: boolean;
  readonly text?: string;
  readonly words?: number;
  readonly bytes?: number;
}

export type Six<T> = readonly [T, T, T, T, T, T];

/** A column of numbers: the planes of their bytes, the lowest first, noughts above its width. */
export interface Stored {
  readonly head: Descriptor;
  readonly planes: Six<Uint8Array>;
}

export function refuse(what: string): never {
  throw new Error(`The events of this page are damaged: ${what}.`);
}

/** Whole numbers modulo 2^32, in one bare loop for the widths that there are a million times. */
export function narrow({ head, planes }: Stored): Uint32Array<ArrayBuffer> {
  const { count, width = 0 } = head;
  const shift = shiftOf(head);
  const numbers = new Uint32Array(count);
  const keep = codingOf(head)[0] ? -1 : 0;
  if (width < 3) twoPlanes(numbers, planes, keep, 2 ** (8 * width) - 1, shift);
  else fourPlanes(numbers, planes, keep, width > 3 ? -1 : 2 ** 24 - 1, shift);
  // With a base of nought, null is -1 already, which is NULL.
  if (head.null && head.base) forget(numbers, shift >>> 0, NULL);
  return numbers;
}

type Planes = Stored["planes"];

function twoPlanes(
  to: Uint32Array,
  [a, b]: Planes,
  keep: number,
  mask: number,
  shift: number,
): void {
  for (let i = 0, last = 0; i < to.length; i++) {
    last = ((last & keep) + (a[i]! | (b[i]! << 8))) & mask;
    to[i] = last + shift;
  }
}

function fourPlanes(
  to: Uint32Array,
  [a, b, c, d]: Planes,
  keep: number,
  mask: number,
  shift: number,
): void {
  for (let i = 0, last = 0; i < to.length; i++) {
    const step = a[i]! | (b[i]! << 8) | (c[i]! << 16) | (d[i]! << 24);
    last = ((last & keep) + step) & mask;
    to[i] = last + shift;
  }
}

export function wide({ head, planes }: Stored, none: number): Float64Array {
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
