// Columns of whole numbers in a block, as layers/basemap_pack.py lays them out.

const VERSION = 1;

/** Reads the columns of a block one after the other; throws where it is of another version. */
export class Columns {
  #at = 1;

  constructor(private readonly bytes: Uint8Array<ArrayBuffer>) {
    if (bytes[0] !== VERSION)
      throw new Error(`The basemap is of version ${bytes[0]}; this page reads version ${VERSION}.`);
  }

  /** The next column: planes of bytes, the lowest first, of zigzag coded numbers. */
  next(): Int32Array {
    const { bytes } = this;
    const view = new DataView(bytes.buffer, bytes.byteOffset + this.#at);
    const [length, planes] = [view.getUint32(0, true), view.getUint8(4)];
    const numbers = new Int32Array(length);
    let at = this.#at + 5;
    for (let plane = 0; plane < planes; plane++)
      for (let i = 0; i < length; i++) numbers[i]! |= bytes[at++]! << (8 * plane);
    for (let i = 0; i < length; i++) numbers[i] = (numbers[i]! >>> 1) ^ -(numbers[i]! & 1);
    this.#at = at;
    return numbers;
  }

  /** What follows the columns. */
  rest(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(this.#at);
  }
}
