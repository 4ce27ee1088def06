/** The course of an edge on the year axis: it leaves and arrives horizontally, like a branch, and passes its way points horizontally too. */

import type { Point } from "./layouts/layout";

export interface Curve {
  /** Control points in Cytoscape's format: fraction along the line between the nodes, and distance across it. */
  readonly weights: readonly number[];
  readonly distances: readonly number[];
  /** Where the line leaves one node and meets the other, in Cytoscape's angles: clockwise from twelve o'clock. */
  readonly leaving: string;
  readonly arriving: string;
}

/** Minimum distance of the first and last control point from the middle of their nodes, so that a node never covers them. */
export interface Clearance { readonly source: number; readonly target: number }

/** Nodes closer than this in x are in one column; their edge bows out to the left, where no label is. */
const sameColumn = 24;
const bow = 34;
/**
 * How far control points reach towards the other end of a stretch, for gentle and for steep stretches. Cytoscape joins quadratic arcs
 * half way between its control points, vector drawings use cubic ones: with these values both leave horizontally and look alike.
 */
export const reach = { quadratic: [0.22, 0.42], cubic: [0.42, 0.7] } as const;
/** Slopes between which a stretch changes from gentle to steep. */
const [gentle, steep] = [0.6, 2];

/** Two control points for each stretch of the way from `a` via `stops` to `b`. */
export function controlPoints(a: Point, b: Point, stops: readonly Point[] = [], reaches: readonly [number, number] = reach.quadratic): Point[] {
  if (Math.abs(b.x - a.x) < sameColumn) return [{ x: a.x - bow, y: a.y }, { x: b.x - bow, y: b.y }];
  const way = [a, ...stops, b];
  return way.slice(1).flatMap((end, i) => {
    const begin = way[i] ?? a;
    const dx = end.x - begin.x;
    const slope = Math.abs(end.y - begin.y) / Math.max(1, Math.abs(dx));
    const share = reaches[0] + (reaches[1] - reaches[0]) * Math.min(1, Math.max(0, (slope - gentle) / (steep - gentle)));
    return [{ x: begin.x + dx * share, y: begin.y }, { x: end.x - dx * share, y: end.y }];
  });
}

/** Height of the branch from `a` to `b` at `x`, to within a few pixels. */
export function courseAt(a: Point, b: Point, x: number): number {
  const t = Math.min(1, Math.max(0, (x - a.x) / (b.x - a.x || 1)));
  const eased = t * t * (3 - 2 * t);
  return a.y + (b.y - a.y) * eased;
}

const [rightSide, leftSide] = ["90deg", "270deg"];

/**
 * `shift` moves the whole course aside, for parallel lines. Null if the nodes are too close for a curve: a control point inside a
 * node leaves Cytoscape without an end point, so such a line is straight.
 */
export function curveBetween(a: Point, b: Point, { source, target }: Clearance, stops: readonly Point[] = [], shift = 0): Curve | null {
  const points = controlPoints(a, b, stops);
  const dx = b.x - a.x;
  if (Math.abs(dx) < sameColumn) {
    if (Math.abs(b.y - a.y) < source + target) return null;
    const x = Math.min(a.x - Math.max(bow, source), b.x - Math.max(bow, target)) - shift;
    return { ...relativeTo(a, b, points.map(({ y }) => ({ x, y }))), leaving: leftSide, arriving: leftSide };
  }
  if (Math.abs(dx) < source + target) return null;
  const isForward = dx > 0;
  const [low, high] = isForward ? [a.x + source, b.x - target] : [b.x + target, a.x - source];
  const length = Math.hypot(dx, b.y - a.y);
  const [acrossX, acrossY] = [(-shift * (b.y - a.y)) / length, (shift * dx) / length];
  const clear = points.map(({ x, y }) => ({ x: Math.min(high, Math.max(low, x + acrossX)), y: y + acrossY }));
  return {
    ...relativeTo(a, b, clear), leaving: isForward ? rightSide : leftSide, arriving: isForward ? leftSide : rightSide,
  };
}

function relativeTo(a: Point, b: Point, points: readonly Point[]): { weights: number[]; distances: number[] } {
  const relative = points.map((point) => along(a, b, point));
  return { weights: relative.map(({ weight }) => weight), distances: relative.map(({ distance }) => distance) };
}

function along(a: Point, b: Point, point: Point): { weight: number; distance: number } {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const [px, py] = [point.x - a.x, point.y - a.y];
  return { weight: (px * dx + py * dy) / (length * length), distance: (py * dx - px * dy) / length };
}
