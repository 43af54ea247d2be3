// How wide names are. Where letters do not join, each is measured once and names are added up: to
// measure every name takes a good part of the time in which a page opens.

/** The width in pixels of a text in a font. */
export type Measure = (text: string, font: string) => number;

export class Widths {
  readonly #fonts = new Map<string, Map<string, number>>();

  constructor(private readonly measure: Measure) {}

  /** The width of a text in pixels; letters that join are measured together. */
  of(text: string, font: string, joined: boolean): number {
    let known = this.#fonts.get(font);
    if (!known) this.#fonts.set(font, (known = new Map<string, number>()));
    let sum = 0;
    for (const part of joined ? [text] : text) {
      let width = known.get(part);
      if (width === undefined) known.set(part, (width = this.measure(part, font)));
      sum += width;
    }
    return sum;
  }
}
