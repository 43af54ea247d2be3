// How wide names are. Where letters do not join, each is measured once and names are added up: to
// measure every name at every size takes a good part of the time in which a page opens.

/** The width of a text in a style of lettering ("italic 400"), as a part of its size. */
export type Measure = (text: string, style: string) => number;

export class Widths {
  readonly #styles = new Map<string, Map<string, number>>();

  constructor(private readonly measure: Measure) {}

  /** The width of a text as a part of its size; letters that join are measured together. */
  of(text: string, style: string, joined: boolean): number {
    let known = this.#styles.get(style);
    if (!known) this.#styles.set(style, (known = new Map<string, number>()));
    let sum = 0;
    for (const part of joined ? [text] : text) {
      let width = known.get(part);
      if (width === undefined) known.set(part, (width = this.measure(part, style)));
      sum += width;
    }
    return sum;
  }
}
