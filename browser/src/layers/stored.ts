// A column of numbers as a block of events holds it, and what is said of one that is damaged.

/** Null in a column of whole numbers: -1 in an array with signs, and not a number among floats. */
export const NULL = 0xffffffff;

export interface Descriptor {
  readonly name: string;
  readonly count: number;
  readonly width?: number;
  readonly coding?: string;
  readonly base?: number;
  readonly null?: boolean;
  /** Of a number stored as bits. */
  readonly bits?: number;
  /** How many runs there are, and the bytes of the length of each. */
  readonly runs?: number;
  readonly long?: number;
  readonly text?: string;
  readonly words?: number;
  readonly bytes?: number;
}

export type Six<T> = readonly [T, T, T, T, T, T];

/** A column of numbers: the planes of their bytes, the lowest first, noughts above its width. */
export interface Stored {
  readonly head: Descriptor;
  readonly planes: Six<Uint8Array>;
  readonly bytes: Uint8Array;
}

export function refuse(what: string): never {
  throw new Error(`The events of this page are damaged: ${what}.`);
}
