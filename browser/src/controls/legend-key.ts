// The key of forms: rows for those that are drawn at the moment, each with its picture.
import { PLAIN } from "../layers/forms.js";
import { glyph, picture } from "../layers/symbols.js";
import { drawn, element } from "../page/element.js";
import { inDigits } from "../page/language.js";
import type { Shape, Words } from "../page/spec.js";

/** A number such as stands in a disc. */
const several = (): string => inDigits("3", document.documentElement.lang);

type Picture = (shape: Shape) => Element;

const R = 6;

function line(d: string, width = 1.2): SVGElement {
  return drawn("path", { d, class: "mg-line", "stroke-width": width });
}

/** A ring of two shares, the width of its line told. */
function shares(radius: number, width: number): SVGElement[] {
  const half = (sweep: number): string =>
    `M0 ${-radius}A${radius} ${radius} 0 0 ${sweep} 0 ${radius}`;
  const soft = line(half(0), width);
  soft.setAttribute("stroke-opacity", "0.45");
  return [line(half(1), width), soft];
}

function edge(word: string): Picture {
  return () => element("span", { class: `mg-swatch mg-swatch-region mg-${word}` });
}

const PICTURES: Readonly<Record<string, Picture>> = {
  sharp: (shape) => picture(...glyph(shape, R, PLAIN)),
  soft: (shape) => picture(...glyph(shape, R, { ...PLAIN, soft: true })),
  area: () => picture(line("M-7 2L2 -7M-7 7L7 -7M-2 7L7 -2"), line("M-7 -7H7V7H-7Z", 0.5)),
  solid: (shape) => picture(...glyph(shape, R, PLAIN)),
  dashed: (shape) => picture(...glyph(shape, R, { soft: false, line: "dashed" })),
  hollow: (shape) => picture(...glyph(shape, R, { soft: false, line: "hollow" })),
  disc: () => picture(...shares(7, 2), drawn("text", { class: "mg-number", y: 3 }, several())),
  pie: () => picture(...shares(3, 6)),
  dot: () => picture(drawn("circle", { r: 3, class: "mg-form mg-solid" })),
  certain: edge("certain"),
  approximate: edge("approximate"),
  schematic: edge("schematic"),
  claim: edge("claim"),
};

export class Key {
  readonly root = element("ul", { class: "mg-forms" });
  #shown = "";

  constructor(
    private readonly words: Words,
    private readonly shape: Shape,
  ) {
    this.root.hidden = true;
  }

  /** Lists the forms of these words that it knows, in its own order. */
  show(forms: ReadonlySet<string>): void {
    const known = Object.keys(PICTURES).filter((word) => forms.has(word));
    if (known.join() === this.#shown) return;
    this.#shown = known.join();
    this.root.hidden = known.length === 0;
    this.root.replaceChildren(
      ...known.map((word) =>
        element(
          "li",
          { class: "mg-row", "data-form": word },
          PICTURES[word]!(this.shape),
          this.words[`key.${word}`]!,
        ),
      ),
    );
  }
}
