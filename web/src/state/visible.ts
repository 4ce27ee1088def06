/** Content → what is shown: filters hide, they never delete. */

import type { Edge, Node, NodeType } from "../api/types";
import { lineIdOf, type LineId } from "../graph/marks";
import { edgeKey, type AppState, type Content, type View } from "./state";

export interface ShownEdge { readonly key: string; readonly edge: Edge; readonly line: LineId }

export interface Visible {
  readonly nodes: readonly Node[];
  readonly edges: readonly ShownEdge[];
  /** Nodes by type and edges by line before the legend's own toggles, so that a row that is off keeps its count. */
  readonly typeCounts: ReadonlyMap<NodeType, number>;
  readonly lineCounts: ReadonlyMap<LineId, number>;
  /** Nodes by year, before the brush. */
  readonly yearCounts: ReadonlyMap<number, number>;
}

const nothing: Visible = { nodes: [], edges: [], typeCounts: new Map(), lineCounts: new Map(), yearCounts: new Map() };

/** The visible part of the state, computed once per content and view. */
export const visible = lastResult((content: Content | null, view: View): Visible => (content ? filter(content, view) : nothing));

export function visibleIn(state: AppState): Visible {
  return visible(state.content, state.view);
}

function filter(content: Content, view: View): Visible {
  const removed = new Set(view.removed);
  const kept = [...content.nodes.values()].filter((node) => !removed.has(node.id));
  const inYears = kept.filter((node) => isWithin(node, view));
  const nodes = inYears.filter((node) => !view.hiddenTypes.includes(node.type));

  const shown = new Set(nodes.map((node) => node.id));
  const edges = [...content.edges.values()]
    .filter((edge) => shown.has(edge.from) && shown.has(edge.to))
    .map((edge) => ({ key: edgeKey(edge), edge, line: lineIdOf(edge) }));

  return {
    nodes,
    edges: edges.filter(({ line }) => !view.hiddenLines.includes(line)),
    typeCounts: count(inYears, (node) => node.type),
    lineCounts: count(edges, ({ line }) => line),
    yearCounts: count(kept.filter((node) => node.year !== null), (node) => node.year ?? 0),
  };
}

/** A node without a year has no place in time, so that no brush can exclude it. */
function isWithin(node: Node, view: View): boolean {
  return view.years === null || node.year === null || (node.year >= view.years[0] && node.year <= view.years[1]);
}

function count<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** Remembers the last call; selection changes the view object but none of what filtering reads. */
function lastResult(compute: (content: Content | null, view: View) => Visible) {
  let lastContent: Content | null = null;
  let lastView: View | null = null;
  let result = nothing;
  return (content: Content | null, view: View): Visible => {
    const same = lastView !== null && content === lastContent && view.removed === lastView.removed
      && view.years === lastView.years && view.hiddenTypes === lastView.hiddenTypes && view.hiddenLines === lastView.hiddenLines;
    if (!same) result = compute(content, view);
    lastContent = content;
    lastView = view;
    return result;
  };
}
