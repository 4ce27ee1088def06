/** Which labels fit: the important ones first; a label that would touch another or cover a node waits for a hover. */

export interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

export interface LabelBox extends Box {
  readonly id: string;
  /** Larger comes first. */
  readonly priority: number;
  /** Stands even where it covers a node; there is one at most, of the highest priority. */
  readonly required?: boolean;
}

export interface MarkBox extends Box { readonly id: string }

/** A cell holds a label or two, so that a box meets few others. */
const cell = 80;

export function fittingLabels(labels: readonly LabelBox[], marks: readonly MarkBox[]): Set<string> {
  const taken = new Grid();
  for (const mark of marks) taken.add(mark);
  const fitting = new Set<string>();
  for (const label of [...labels].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))) {
    if (!label.required && taken.touches(label)) continue;
    taken.add(label);
    fitting.add(label.id);
  }
  return fitting;
}

class Grid {
  readonly #cells = new Map<string, MarkBox[]>();

  add(box: MarkBox): void {
    for (const key of cellsOf(box)) (this.#cells.get(key) ?? this.#open(key)).push(box);
  }

  /** A node's own mark does not stand in its label's way. */
  touches(box: MarkBox): boolean {
    return cellsOf(box).some((key) => this.#cells.get(key)?.some((other) => other.id !== box.id && overlap(box, other)));
  }

  #open(key: string): MarkBox[] {
    const boxes: MarkBox[] = [];
    this.#cells.set(key, boxes);
    return boxes;
  }
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function cellsOf({ left, top, right, bottom }: Box): string[] {
  const keys: string[] = [];
  for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x++) {
    for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y++) keys.push(`${x} ${y}`);
  }
  return keys;
}
