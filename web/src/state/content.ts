/** Base and expansions → content: asks the server for each part and merges the graphs. */

import type { Client } from "../api/client";
import type { Answer, CypherResult, Edge, Graph, Node } from "../api/types";
import { withLiterals } from "../cypher/literals";
import { cypherOf, labelOf } from "../cypher/ofView";
import { edgeKey, type Base, type Content, type View } from "./state";

/** How many nodes a lineage shows before anything is expanded: as many as a person can read at once. */
const lineageLimit = 60;
const aroundLimit = 24;

interface BaseContent {
  readonly graphs: readonly Graph[];
  readonly focus: string | null;
  readonly answer?: Answer;
  readonly table?: CypherResult;
}

export async function loadContent(client: Client, view: Pick<View, "base" | "expansions">): Promise<Content> {
  const [base, ...expansions] = await Promise.all([
    loadBase(client, view.base),
    ...view.expansions.map(({ of, limit }) => client.neighbours(of, limit)),
  ]);
  const { nodes, edges } = merge([...base.graphs, ...expansions]);
  return {
    nodes,
    edges,
    focus: base.focus,
    title: titleOf(view.base, base.focus, nodes),
    total: Math.max(nodes.size, ...base.graphs.map((graph) => graph.total)),
    cypher: base.answer ? withLiterals(base.answer.cypher, base.answer.parameters) : cypherOf(view.base, base.focus, (id) => labelOf(nodes.get(id))),
    answer: base.answer ?? null,
    table: base.table ?? null,
  };
}

async function loadBase(client: Client, base: Base): Promise<BaseContent> {
  switch (base.kind) {
    case "start": {
      const start = await client.start();
      return { graphs: [start.graph], focus: start.focus };
    }
    case "lineage": return loadLineage(client, base);
    case "around": return { graphs: [await client.neighbours(base.of, aroundLimit)], focus: base.of };
    case "path": return { graphs: [(await client.path(base.from, base.to)).graph], focus: base.to };
    case "ask": {
      const answer = await client.ask(base.question);
      return { graphs: [answer.graph], focus: askedAbout(answer), answer };
    }
    case "cypher": {
      const table = await client.cypher(base.statement);
      return { graphs: table.graph ? [table.graph] : [], focus: null, table };
    }
  }
}

/** One request where both directions go equally deep, else one for each. The server names the focus: it may know the node by another id. */
async function loadLineage(client: Client, base: Extract<Base, { kind: "lineage" }>): Promise<BaseContent> {
  const { of, ancestors, descendants, kinds } = base;
  const sides = [["ancestors", ancestors], ["descendants", descendants]] as const;
  const asked = ancestors === descendants && ancestors > 0 ? [["both", ancestors] as const] : sides.filter(([, depth]) => depth > 0);
  if (asked.length === 0) return { graphs: [await client.neighbours(of, 1)], focus: of };
  const answers = await Promise.all(asked.map(([side, depth]) => client.lineage(of, side, depth, lineageLimit, kinds)));
  return { graphs: answers.map(({ graph }) => graph), focus: answers[0]?.focus ?? of };
}

/** `builds_on(direct-preference-optimization)` is about its first argument. */
function askedAbout(answer: Answer): string | null {
  const id = /\(([^,)]+)/.exec(answer.understood)?.[1]?.trim();
  return id !== undefined && answer.graph.nodes.some((node) => node.id === id) ? id : null;
}

/** First come, first kept for nodes; of two edges with the same ends and type the surer one. */
export function merge(graphs: readonly Graph[]): { nodes: Map<string, Node>; edges: Map<string, Edge> } {
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Edge>();
  for (const graph of graphs) {
    for (const node of graph.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
    for (const edge of graph.edges) {
      const known = edges.get(edgeKey(edge));
      if (!known || (known.confidence ?? 1) < (edge.confidence ?? 1)) edges.set(edgeKey(edge), edge);
    }
  }
  for (const [key, edge] of edges) if (!nodes.has(edge.from) || !nodes.has(edge.to)) edges.delete(key);
  return { nodes, edges };
}

function titleOf(base: Base, focus: string | null, nodes: ReadonlyMap<string, Node>): string {
  const label = (id: string): string => {
    const node = nodes.get(id);
    return node?.type === "Paper" ? `“${node.name}”` : node?.label ?? id;
  };
  switch (base.kind) {
    case "start":
    case "lineage": return focus ? `Lineage of ${label(focus)}` : "Lineage";
    case "around": return `Around ${label(base.of)}`;
    case "path": return `From ${label(base.from)} to ${label(base.to)}`;
    case "ask": return base.question;
    case "cypher": return "Query result";
  }
}
