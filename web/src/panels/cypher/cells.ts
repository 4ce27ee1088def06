/** A value of a Cypher result in a table cell. */

import type { Cell, Edge, Node } from "../../api/types";
import { h, type Child } from "../../dom/dom";
import { edgeText } from "../detail/edge";
import { nodeLink } from "../detail/parts";
import type { Viewer } from "../viewer";

export function cellView(cell: Cell, viewer: Viewer): Child {
  if (cell === null) return h("span", { class: "soft" }, "null");
  if (typeof cell !== "object") return String(cell);
  if (isList(cell)) return h("span", {}, "[", ...cell.flatMap((item, i) => (i > 0 ? [", ", cellView(item, viewer)] : [cellView(item, viewer)])), "]");
  if (isNode(cell)) return nodeLink(cell.node, viewer);
  if (isEdge(cell)) return edgeText(cell.edge, viewer.store.state.content?.nodes ?? new Map());
  if (isPath(cell)) return h("span", { class: "chips" }, ...cell.path.nodes.map((node) => nodeLink(node, viewer)));
  return JSON.stringify(cell);
}

function isList(cell: Cell): cell is readonly Cell[] {
  return Array.isArray(cell);
}

function isNode(cell: object): cell is { node: Node } {
  return isTagged(cell, "node", "degree");
}

function isEdge(cell: object): cell is { edge: Edge } {
  return isTagged(cell, "edge", "from");
}

function isPath(cell: object): cell is { path: { nodes: Node[]; edges: Edge[] } } {
  return isTagged(cell, "path", "nodes");
}

/** A map of the user's own may have the same key, so its value is checked too. */
function isTagged(cell: object, tag: string, within: string): boolean {
  const value: unknown = (cell as Record<string, unknown>)[tag];
  return Object.keys(cell).length === 1 && typeof value === "object" && value !== null && within in value;
}
