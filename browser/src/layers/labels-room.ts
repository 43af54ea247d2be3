// How far from its point a name may reach at most, told without measuring it: names farther apart
// than both reach have nothing to do with one another.
import { at, LETTERING } from "./basemap-style.js";
import type { Label, LabelKind } from "./basemap-unpack.js";

/** Half the width and height of what is round the point, in pixels. */
export interface Room {
  readonly across: number;
  readonly down: number;
}

/** No letter of ours is wider than its size; a mark upon the dot pushes a name so far at most. */
const PUSHED_PX = 60;
/** Lines by which the name of an area may stand beside its point, and lines that it may have. */
const BESIDE_LINES = 1.5;
const LEADING = 1.15;

export class Rooms {
  readonly #em = new Map<LabelKind, number>();

  constructor(private readonly zoom: number) {}

  of({ kind, name }: Label): Room {
    const { dot, spacing = 0, size } = LETTERING[kind];
    let em = this.#em.get(kind);
    if (em === undefined) this.#em.set(kind, (em = at(size, this.zoom)));
    const [wide, line] = [name.length * em * (1 + spacing), em * LEADING];
    if (dot) return { across: wide + PUSHED_PX, down: line + PUSHED_PX };
    const lines = name.split(" ").length;
    return {
      across: wide / 2 + BESIDE_LINES * line,
      down: (lines / 2 + BESIDE_LINES) * line,
    };
  }
}
