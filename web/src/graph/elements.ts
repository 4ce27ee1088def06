/** Visible state → Cytoscape elements. Lines of descent are drawn in the direction of time: from the older end to the younger. */

import type { ElementDefinition } from "cytoscape";
import type { Node, RelationType } from "../api/types";
import type { ShownEdge, Visible, Whole } from "../state/visible";
import { isOrdering } from "./marks";

/** For these types the contract's `to` is the older or supporting end, so the line starts there. */
const drawnFromTo: ReadonlySet<RelationType> = new Set([
  "BUILDS_ON", "VARIANT_OF", "COMPARES_WITH", "PART_OF", "EVALUATES_ON", "USES", "REPORTS", "CITES", "ADDRESSES", "MEASURES", "MENTIONS",
]);

export function endsOf({ edge }: ShownEdge): { source: string; target: string } {
  return drawnFromTo.has(edge.type) ? { source: edge.to, target: edge.from } : { source: edge.from, target: edge.to };
}

/** Nodes from which a line leaves to the right, to a descendant or to what is evaluated on them: their labels are placed above, clear of the line. */
export function parentsIn(shown: Whole): Set<string> {
  const years = new Map(shown.nodes.map(({ id, year }) => [id, year ?? Infinity]));
  const leadsOn = (edge: ShownEdge, { source, target }: { source: string; target: string }): boolean =>
    isOrdering(edge.edge.type) || (years.get(source) ?? 0) < (years.get(target) ?? 0);
  return new Set(shown.edges.map((edge) => ({ edge, ends: endsOf(edge) })).filter(({ edge, ends }) => leadsOn(edge, ends)).map(({ ends }) => ends.source));
}

/** `textOf` returns the label of a node, with its lines separated by newlines. */
export function elementsOf(shown: Visible, textOf: (node: Node) => string): Map<string, ElementDefinition> {
  const parents = parentsIn(shown.whole);
  const elements = new Map<string, ElementDefinition>();
  for (const node of shown.nodes) {
    const { id, type } = node;
    elements.set(id, { group: "nodes", data: { id, type, label: textOf(node), side: parents.has(id) ? "above" : "right" } });
  }
  for (const edge of shown.edges) {
    elements.set(edge.key, { group: "edges", data: { id: edge.key, line: edge.line, weights: [0.4, 0.6], distances: [0, 0], ...endsOf(edge) } });
  }
  return elements;
}
