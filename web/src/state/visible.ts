/** Content → what is shown: filters hide, they never delete. */

import type { Edge, Node, NodeType } from "../api/types";
import { lineIdOf, type LineId } from "../graph/marks";
import { edgeKey, type AppState, type Content, type View } from "./state";

export interface ShownEdge { readonly key: string; readonly edge: Edge; readonly line: LineId }

/** Everything loaded except what was removed: the input of layouts, so that filters hide without moving anything. */
export interface Whole { readonly nodes: readonly Node[]; readonly edges: readonly ShownEdge[] }

export interface Visible {
  readonly whole: Whole;
  readonly nodes: readonly Node[];
  readonly edges: readonly ShownEdge[];
  /** Nodes that are shown although their year is not among the chosen ones. */
  readonly outside: ReadonlySet<string>;
  /** Nodes by type and edges by line before the legend's own filters, so that a row that is off keeps its count. */
  readonly typeCounts: ReadonlyMap<NodeType, number>;
  readonly lineCounts: ReadonlyMap<LineId, number>;
  /** Nodes by year, before the brush. */
  readonly yearCounts: ReadonlyMap<number, number>;
}

const nothing: Visible = { whole: { nodes: [], edges: [] }, nodes: [], edges: [], outside: new Set(), typeCounts: new Map(), lineCounts: new Map(), yearCounts: new Map() };

const shownOf = lastResult((content: Content, removed: View["removed"], years: View["years"], types: View["hiddenTypes"], lines: View["hiddenLines"]) =>
  filter(content, removed, years, types, lines));

/** The visible part of the state, recomputed only if an input of the filters has changed. */
export function visibleIn({ content, view }: AppState): Visible {
  return content ? shownOf(content, view.removed, view.years, view.hiddenTypes, view.hiddenLines) : nothing;
}

function filter(
  content: Content, removed: View["removed"], years: View["years"], hiddenTypes: View["hiddenTypes"], hiddenLines: View["hiddenLines"],
): Visible {
  const whole = wholeOf(content, removed);
  const anchors = anchorsOf(content);
  const inYears = whole.nodes.filter((node) => isWithin(node, years) || anchors.includes(node.id));
  const nodes = inYears.filter((node) => !hiddenTypes.includes(node.type));
  const shown = new Set(nodes.map((node) => node.id));
  const edges = whole.edges.filter(({ edge }) => shown.has(edge.from) && shown.has(edge.to));
  return {
    whole,
    nodes,
    edges: edges.filter(({ line }) => !hiddenLines.includes(line)),
    outside: new Set(nodes.filter((node) => !isWithin(node, years)).map(({ id }) => id)),
    typeCounts: count(inYears, (node) => node.type),
    lineCounts: count(edges, ({ line }) => line),
    yearCounts: count(whole.nodes.filter((node) => node.year !== null), (node) => node.year ?? 0),
  };
}

/**
 * Between two concepts only the line of the strongest relation is drawn: a variant of something also builds on it, and
 * what builds on something is also compared with it. In the order of roles of the data model.
 */
const strongestFirst = ["VARIANT_OF", "BUILDS_ON", "PART_OF", "COMPARES_WITH"];

function oneForEachPair(edges: readonly Edge[]): Edge[] {
  const strength = ({ type }: Edge): number => strongestFirst.indexOf(type);
  const pairOf = ({ from, to }: Edge): string => (from < to ? `${from}|${to}` : `${to}|${from}`);
  const best = new Map<string, number>();
  for (const edge of edges) {
    if (strength(edge) >= 0) best.set(pairOf(edge), Math.min(strength(edge), best.get(pairOf(edge)) ?? Infinity));
  }
  return edges.filter((edge) => strength(edge) < 0 || strength(edge) === best.get(pairOf(edge)));
}

const wholeOf = lastResult((content: Content, removed: readonly string[]): Whole => {
  const gone = new Set(removed);
  const edges = oneForEachPair([...content.edges.values()].filter(({ from, to }) => !gone.has(from) && !gone.has(to)));
  return {
    nodes: [...content.nodes.values()].filter(({ id }) => !gone.has(id)),
    edges: edges.map((edge) => ({ key: edgeKey(edge), edge, line: lineIdOf(edge) })),
  };
});

/** What the view is about stays in any years, because the lines of the others lead to it: the focus, and both ends of a path. */
function anchorsOf({ focus, base }: Content): readonly (string | null)[] {
  return base.kind === "path" ? [focus, base.from, base.to] : [focus];
}

/** A node without a year has no place in time, so that no brush can exclude it. */
function isWithin(node: Node, years: View["years"]): boolean {
  return years === null || node.year === null || (node.year >= years[0] && node.year <= years[1]);
}

function count<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** Memoises the last call, as long as the arguments are the same objects. */
function lastResult<A extends readonly unknown[], R>(compute: (...values: A) => R): (...values: A) => R {
  let last: { readonly values: A; readonly result: R } | null = null;
  return (...values) => {
    if (!last || values.some((value, i) => !Object.is(value, last?.values[i]))) last = { values, result: compute(...values) };
    return last.result;
  };
}
