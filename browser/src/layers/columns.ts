// The container of the event format: a header in JSON, then columns of bytes, as layers/columns.py writes them.
import { narrow, wide } from "./coding.js";
import { bitsOf, isShort } from "./short.js";
import { NULL, refuse, type Descriptor, type Six, type Stored } from "./stored.js";

const VERSION = 2;
const HEADER_AT = 8;
const MAGIC = [77, 71, 69]; // MGE
const WIDEST = 6;
const BITS: ReadonlySet<unknown> = new Set([1, 2, 4]);

/** What the header of every block holds. */
export interface Header {
  readonly count: number;
  readonly columns: readonly Descriptor[];
}

/** Reads the columns of a block by their names; throws a sentence where the block does not add up. */
export class Columns<H extends Header> {
  readonly header: H;
  readonly #found = new Map<string, readonly [Descriptor, number]>();

  constructor(private readonly bytes: Uint8Array<ArrayBuffer>) {
    if (MAGIC.some((byte, i) => bytes[i] !== byte)) refuse("a block is none of events");
    if (bytes[3] !== VERSION) refuse(`version ${bytes[3]!} of a block, where ${VERSION} is read`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = HEADER_AT + (bytes.length < HEADER_AT ? Infinity : view.getUint32(4, true));
    if (at > bytes.length) refuse("a header is cut short");
    this.header = JSON.parse(decoded(bytes.subarray(HEADER_AT, at))) as H;
    for (const column of this.header.columns) {
      this.#found.set(column.name, [column, at]);
      at += planesLength(column) + (column.bytes ?? 0);
    }
    if (at !== bytes.length) refuse(`a block has ${bytes.length} bytes, its header says ${at}`);
  }

  has(name: string): boolean {
    return this.#found.has(name);
  }

  /**
   * A column of whole numbers modulo 2^32 with NULL for null; null where it is absent. Throws where
   * one is not below `end`.
   */
  numbers(name: string, count: number, end = Infinity): Uint32Array<ArrayBuffer> | null {
    const found = this.stored(name, count);
    if (!found) return null;
    if (found.head.coding !== "zigzag") return narrow(found, end);
    // Steps with a sign may lead beyond 32 bits on their way.
    const numbers = new Uint32Array(wide(found, NULL));
    const beyond = numbers.find((number) => number >= end && number !== NULL);
    if (beyond !== undefined) refuse(`there is no ${name} ${beyond}`);
    return numbers;
  }

  /** A column of numbers below 256; null where it is absent. */
  bytesOf(name: string, count: number): Uint8Array | null {
    const found = this.stored(name, count);
    if (!found) return null;
    const { width, coding, base = 0 } = found.head;
    if (coding === "bits" && !found.head.null) return bitsOf(found, base);
    if (width === 1 && coding === "plain" && !base && !found.head.null) return found.planes[0];
    return new Uint8Array(narrow(found));
  }

  /** A column of numbers of any size that a double holds exactly, NaN for null. */
  wideNumbers(name: string, count: number): Float64Array | null {
    const found = this.stored(name, count);
    return found && wide(found, NaN);
  }

  /** The words of a column, "" for none; null where there is no such column of text. */
  texts(name: string): readonly string[] | null {
    const found = this.#found.get(name);
    if (!found?.[0].text) return null;
    const [column, at] = found;
    const { text, bytes = 0, count } = column;
    if (text === "each") return split(name, this.bytes.subarray(at, at + bytes), count);
    if (text !== "coded") refuse(`${name} is coded as ${text!}`);
    const start = at + planesLength(column);
    const words = split(name, this.bytes.subarray(start, start + bytes), column.words!);
    words.unshift("");
    const head = { ...column, coding: "plain" };
    const codes = narrow({ head, bytes: NONE, planes: planesOf(this.bytes, at, head) });
    return Array.from(codes, (code) => words[code] ?? refuse(`${name} lacks word ${code}`));
  }

  /** A column of numbers as it is stored. */
  stored(name: string, count: number): Stored | null {
    const found = this.#found.get(name);
    if (!found) return null;
    const [head, at] = found;
    if (head.count !== count) refuse(`${name} has ${head.count} rows in place of ${count}`);
    const bytes = this.bytes.subarray(at, at + planesLength(head));
    const planes = isShort(head) ? NO_PLANES : planesOf(this.bytes, at, head);
    return { head, bytes, planes };
  }
}

const NONE = new Uint8Array();
const NO_PLANES: Six<Uint8Array> = [NONE, NONE, NONE, NONE, NONE, NONE];

function planesOf(
  bytes: Uint8Array,
  at: number,
  { count, width = 0 }: Descriptor,
): Six<Uint8Array> {
  const noughts = new Uint8Array(count);
  const plane = (number: number): Uint8Array =>
    number < width ? bytes.subarray(at + number * count, at + (number + 1) * count) : noughts;
  return [plane(0), plane(1), plane(2), plane(3), plane(4), plane(5)];
}

/** The bytes that the numbers of a column take; not a number where they could be of no column. */
function planesLength({ count, width = 0, coding, runs, bits, long }: Descriptor): number {
  if (coding === "bits") return BITS.has(bits) ? Math.ceil((count * bits!) / 8) : NaN;
  if (!isWidth(width)) return NaN;
  if (coding !== "runs") return count * width;
  return isWidth(long) && runs! >= 0 && runs! <= count ? runs! * (width + long!) : NaN;
}

function isWidth(width: number | undefined): boolean {
  return width !== undefined && width >= 0 && width <= WIDEST;
}

function split(name: string, bytes: Uint8Array<ArrayBuffer>, count: number): string[] {
  const words = decoded(bytes).split("\0");
  if (words.length !== count) refuse(`${name} has ${words.length} words in place of ${count}`);
  return words;
}

function decoded(bytes: Uint8Array<ArrayBuffer>): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}
