/** Which edges must go round a node, and where: a line through a node looks as if it ended there. */

import { courseAt } from "../curves";
import type { Column } from "./columns";
import type { LayoutEdge, Point } from "./layout";

/** Distance of a passing line from the middle of a node. */
const berth = 17;
/** A line that would come closer than this goes round the node. */
const tooClose = 12;

export function routesOf(
  columns: readonly Column[], positions: ReadonlyMap<string, Point>, edges: readonly LayoutEdge[],
): Map<string, Point[]> {
  const columnOf = new Map(columns.flatMap((column, i) => column.nodes.map(({ id }) => [id, i] as const)));
  const heights = columns.map(({ nodes }) => nodes.map(({ id }) => positions.get(id)?.y ?? 0).sort((a, b) => a - b));
  const routes = new Map<string, Point[]>();
  for (const { key, source, target } of edges) {
    const [a, b] = [positions.get(source), positions.get(target)];
    const [from, to] = [columnOf.get(source), columnOf.get(target)];
    if (!a || !b || from === undefined || to === undefined) continue;
    const points: Point[] = [];
    const step = from < to ? 1 : -1;
    for (let i = from + step; i !== to && from !== to; i += step) {
      const x = columns[i]?.x ?? 0;
      const y = courseAt(points.at(-1) ?? a, b, x);
      const clear = nearestClear(y, heights[i] ?? []);
      if (clear !== y) points.push({ x, y: clear });
    }
    if (points.length > 0) routes.set(key, points);
  }
  return routes;
}

/** The height nearest to `y` that keeps clear of all nodes of a column. */
function nearestClear(y: number, heights: readonly number[]): number {
  const isClear = (candidate: number): boolean => heights.every((height) => Math.abs(height - candidate) >= tooClose);
  if (isClear(y)) return y;
  const candidates = heights.flatMap((height) => [height - berth, height + berth]).filter(isClear);
  return candidates.reduce((best, candidate) => (Math.abs(candidate - y) < Math.abs(best - y) ? candidate : best), candidates[0] ?? y);
}
