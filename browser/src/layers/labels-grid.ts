// Boxes on the surface of the world, and whether a new one would touch them.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const CELL_PX = 64;

/** Boxes in world pixels; what reaches over the antimeridian is met on the other side as well. */
export class Grid {
  readonly #cells = new Map<number, Box[]>();

  constructor(private readonly world: number) {}

  add(box: Box): void {
    for (const copy of this.#copies(box))
      for (const key of cells(copy)) {
        const cell = this.#cells.get(key);
        if (cell) cell.push(copy);
        else this.#cells.set(key, [copy]);
      }
  }

  touches(box: Box): boolean {
    return this.#some(box, (other) => overlap(box, other));
  }

  /** The boxes that a box would touch, each as often as they share a cell. */
  touching(box: Box): Box[] {
    const found: Box[] = [];
    this.#some(box, (other) => {
      if (overlap(box, other)) found.push(other);
      return false;
    });
    return found;
  }

  /** Whether something holds for one of the boxes that share a cell with a box. */
  #some(box: Box, holds: (other: Box) => boolean): boolean {
    return cells(box).some((key) => this.#cells.get(key)?.some(holds) ?? false);
  }

  #copies({ left, top, right, bottom }: Box): Box[] {
    const { world } = this;
    const turns = [
      0,
      ...(left < CELL_PX ? [world] : []),
      ...(right > world - CELL_PX ? [-world] : []),
    ];
    return turns.map((by) => ({ left: left + by, top, right: right + by, bottom }));
  }
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

function cells({ left, top, right, bottom }: Box): number[] {
  const keys: number[] = [];
  for (let column = Math.floor(left / CELL_PX); column <= Math.floor(right / CELL_PX); column++)
    for (let row = Math.floor(top / CELL_PX); row <= Math.floor(bottom / CELL_PX); row++)
      keys.push(column * 0x100000 + row);
  return keys;
}
