// Where each name stands at a zoom: the important ones first, none upon another. That is settled in
// the world, not in the view, so that names keep still when the map is moved; and only for names in
// sight and those that they must give way to, so that the map is soon ready.
import { LETTERING } from "./basemap-style.js";
import type { Label, LabelKind } from "./basemap-unpack.js";
import { around, boxes, coveredOf, reachOf } from "./labels-box.js";
import { Cells } from "./labels-cells.js";
import { Grid, type Box } from "./labels-grid.js";
import { Rooms, type Room } from "./labels-room.js";
import type { Text } from "./labels-text.js";
import { worldPx } from "./projection.js";

/** A mark of the map's own, on the unit square, with its radius in pixels, and its name if any. */
export interface Obstacle {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly name?: string;
}

export interface Placed {
  readonly label: Label;
  readonly text: Text;
  /** The text's box in world pixels. */
  readonly box: Box;
}

/** Where a label's point lies in world pixels, and how far the label may reach from it. */
interface Spot extends Room {
  readonly x: number;
  readonly y: number;
}

const DOT_PX = 4;
/** Half the height of the map's own names, and the width of a letter in them, roughly. */
const NAME_PX = 9;
const LETTER_PX = 8;
/** Shown even where the map's own marks lie over them; others would only be illegible. */
const INDISPENSABLE: ReadonlySet<LabelKind> = new Set(["country", "capital", "sea"]);
/** A town of the basemap this near to a place of the map with the same name is that place. */
const SAME_PLACE = 0.0012;

export class Placement {
  readonly #labels: readonly Label[];
  readonly #world: number;
  readonly #taken: Grid;
  readonly #marks: Grid;
  readonly #names: Grid;
  readonly #cells: Cells;
  readonly #rooms: Rooms;
  /** By label, each made once: they are asked for again and again. */
  readonly #spots: Spot[] = [];
  /** What became of each label: null when there was no room for it. */
  readonly #settled = new Map<number, Placed | null>();

  /**
   * `labels` have the most important first; `letter` says how each is written at this zoom; `beside`
   * is the side of its dot at which a town's name stands where it can.
   */
  constructor(
    labels: readonly Label[],
    private readonly letter: (label: Label) => Text,
    zoom: number,
    obstacles: readonly Obstacle[],
    private readonly beside: "east" | "west",
  ) {
    this.#world = worldPx(zoom);
    this.#cells = new Cells(this.#world);
    this.#rooms = new Rooms(zoom);
    this.#taken = new Grid(this.#world);
    this.#marks = new Grid(this.#world);
    this.#names = new Grid(this.#world);
    for (const { x, y, r, name } of obstacles) {
      const at = [x * this.#world, y * this.#world] as const;
      this.#marks.add(around(...at, r));
      if (name) this.#names.add(around(...at, NAME_PX, r + LETTER_PX * name.length));
    }
    const named = obstacles.filter((one) => one.name !== undefined);
    this.#labels = labels.filter((label) => label.zoom <= zoom && !isNamed(label, named));
    this.#labels.forEach(({ x, y }, number) => {
      this.#cells.add(number, x * this.#world, y * this.#world);
    });
  }

  /** The names that may show in a box of the world, the most important first. */
  within({ left, top, right, bottom }: Box): Placed[] {
    const near = this.#cells.near(left, top, right, bottom);
    const seen = near.filter((number) => {
      const { x, y, across, down } = this.#at(number);
      return x + across > left && x - across < right && y + down > top && y - down < bottom;
    });
    const placed = seen.map((number) => this.#settle(number));
    return placed.filter((one) => one !== null);
  }

  #settle(number: number): Placed | null {
    const known = this.#settled.get(number);
    if (known !== undefined) return known;
    const spot = this.#at(number);
    for (const other of this.#cells.near(spot.x, spot.y))
      if (other < number && this.#mayTouch(spot, this.#at(other))) this.#settle(other);
    const placed = this.#place(this.#labels[number]!);
    this.#settled.set(number, placed);
    return placed;
  }

  #at(number: number): Spot {
    const label = this.#labels[number]!;
    return (this.#spots[number] ??= {
      x: label.x * this.#world,
      y: label.y * this.#world,
      ...this.#rooms.of(label),
    });
  }

  #mayTouch(one: Spot, other: Spot): boolean {
    const apart = Math.abs(one.x - other.x);
    return (
      Math.min(apart, this.#world - apart) < one.across + other.across &&
      Math.abs(one.y - other.y) < one.down + other.down
    );
  }

  #place(label: Label): Placed | null {
    const [x, y] = [label.x * this.#world, label.y * this.#world];
    const dot = LETTERING[label.kind].dot ? around(x, y, DOT_PX) : null;
    if (dot && this.#taken.touches(dot)) return null;
    const text = this.letter(label);
    const covers = dot ? this.#marks.touching(dot) : [];
    const reach = Math.max(0, ...covers.map((mark) => reachOf(mark, x, y)));
    const candidates = boxes(dot ? this.beside : "upon", text, [x, y], reach);
    const box = this.#choice(candidates, INDISPENSABLE.has(label.kind));
    if (!box) return null;
    this.#taken.add(box);
    if (dot) this.#taken.add(dot);
    return { label, text, box };
  }

  /**
   * The first box that is free and clear of marks, or else, for what must be shown, the free one of
   * which they cover least.
   */
  #choice(candidates: Iterable<Box>, must: boolean): Box | null {
    let [best, least]: [Box | null, number] = [null, Infinity];
    for (const box of candidates) {
      if (this.#taken.touches(box)) continue;
      const covered = coveredOf(box, [...this.#marks.touching(box), ...this.#names.touching(box)]);
      if (covered === 0) return box;
      if (covered < least) [best, least] = [box, covered];
    }
    return must ? best : null;
  }
}

function isNamed(label: Label, named: readonly Obstacle[]): boolean {
  if (LETTERING[label.kind].dot === undefined) return false;
  return named.some(
    ({ x, y, name }) =>
      Math.hypot(x - label.x, y - label.y) < SAME_PLACE && bare(name!) === bare(label.name),
  );
}

/** A name without accents and capitals. Not by localeCompare: its first call takes 30 ms. */
function bare(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}
