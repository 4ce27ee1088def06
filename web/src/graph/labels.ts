/** Which labels are shown, and on which side of their nodes: the important ones choose first; a label without a free side is shown on hover only. */

export interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Around a node: beside it, or at one of its corners. */
export type Side = "above" | "below" | "right" | "left" | "above-right" | "below-right" | "above-left" | "below-left";

export interface Place extends Box { readonly side: Side }

export interface Label {
  readonly id: string;
  /** Larger comes first. */
  readonly priority: number;
  /** Allowed places, the best side first; at least one. */
  readonly places: readonly Place[];
  /** Always shown: if no side is free, on the one where it covers least. */
  readonly required?: boolean;
}

/** What a label must not cover. A node's own mark does not block its label. */
export interface Obstacle extends Box { readonly id: string }

/** Size of a grid cell: it holds a label or two, so that a box is compared with few others. */
const cell = 80;

/** Greedy placement by priority with several candidate sides, as in Christensen, Marks and Shieber (An empirical study of algorithms for point-feature label placement, 1995). */
export function placeLabels(labels: readonly Label[], obstacles: readonly Obstacle[]): Map<string, Side> {
  const taken = new Grid();
  for (const obstacle of obstacles) taken.add(obstacle);
  const placed = new Map<string, Side>();
  for (const label of [...labels].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))) {
    const place = label.places.find((box) => taken.covered(label.id, box) === 0) ?? (label.required ? leastCovering(label, taken) : undefined);
    if (!place) continue;
    taken.add({ ...place, id: label.id });
    placed.set(label.id, place.side);
  }
  return placed;
}

function leastCovering({ id, places }: Label, taken: Grid): Place | undefined {
  const areas = new Map(places.map((place) => [place, taken.covered(id, place)]));
  return places.reduce<Place | undefined>((best, place) => (best && (areas.get(best) ?? 0) <= (areas.get(place) ?? 0) ? best : place), undefined);
}

class Grid {
  readonly #cells = new Map<string, Obstacle[]>();

  add(box: Obstacle): void {
    for (const key of cellsOf(box)) (this.#cells.get(key) ?? this.#open(key)).push(box);
  }

  /** The area of placed boxes, except those of `id`, that a box would cover. */
  covered(id: string, box: Box): number {
    const met = new Set<Obstacle>();
    for (const key of cellsOf(box)) for (const other of this.#cells.get(key) ?? []) if (other.id !== id && overlap(box, other)) met.add(other);
    return [...met].reduce((sum, other) => sum + shared(box, other), 0);
  }

  #open(key: string): Obstacle[] {
    const boxes: Obstacle[] = [];
    this.#cells.set(key, boxes);
    return boxes;
  }
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function shared(a: Box, b: Box): number {
  return (Math.min(a.right, b.right) - Math.max(a.left, b.left)) * (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
}

function cellsOf({ left, top, right, bottom }: Box): string[] {
  const keys: string[] = [];
  for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x++) {
    for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y++) keys.push(`${x} ${y}`);
  }
  return keys;
}
