/** Base and expansions → content: requests each part from the server and merges the graphs. */

import type { Client } from "../api/client";
import type { Answer, CypherResult, Edge, Graph, Node } from "../api/types";
import { withLiterals } from "../cypher/literals";
import { cypherOf, labelOf } from "../cypher/ofView";
import { shortened } from "../dom/shortened";
import { isDescent } from "../graph/marks";
import { edgeKey, type Base, type Content, type View } from "./state";

const aroundLimit = 24;

interface BaseContent {
  readonly graphs: readonly Graph[];
  readonly focus: string | null;
  readonly base: Base;
  readonly answer?: Answer;
  readonly table?: CypherResult;
}

/** `signal` cancels the requests that may take long. */
export async function loadContent(client: Client, view: Pick<View, "base" | "expansions">, signal?: AbortSignal): Promise<Content> {
  const begun = performance.now();
  const [loaded, ...expansions] = await Promise.all([
    loadBase(client, view.base, signal),
    ...view.expansions.map(({ of, limit }) => client.neighbours(of, limit)),
  ]);
  const { base, focus, answer, table } = loaded;
  const own = new Set(loaded.graphs.flatMap((graph) => graph.nodes.map(({ id }) => id)));
  const merged = merge([...loaded.graphs, ...expansions]);
  const { nodes } = merged;
  const edges = answer && answer.years.length > 0 ? withoutAnachronisms(merged) : merged.edges;
  return {
    nodes,
    edges,
    focus,
    title: titleOf(base, focus, nodes),
    own,
    total: Math.max(own.size, ...loaded.graphs.map((graph) => graph.total)),
    cypher: answer ? withLiterals(answer.cypher, answer.parameters) : cypherOf(base, focus, (id) => labelOf(nodes.get(id))),
    answer: answer ?? null,
    table: table ?? null,
    base,
    milliseconds: performance.now() - begun,
  };
}

/** The base is returned with the server's ids, because a link may name nodes by an alias. */
async function loadBase(client: Client, base: Base, signal?: AbortSignal): Promise<BaseContent> {
  switch (base.kind) {
    case "start": {
      const start = await client.start();
      return { graphs: [start.graph], focus: start.focus, base };
    }
    case "lineage": {
      const { focus, graph } = await client.lineage(base.of, base.ancestors, base.descendants, base.kinds, base.limit);
      return { graphs: [graph], focus, base: focus === base.of ? base : { ...base, of: focus } };
    }
    case "around": {
      const graph = await client.neighbours(base.of, aroundLimit);
      const of = graph.nodes[0]?.id ?? base.of;
      return { graphs: [graph], focus: of, base: of === base.of ? base : { ...base, of } };
    }
    case "path": {
      const { from, to, graph } = await client.path(base.from, base.to);
      return { graphs: [graph], focus: to, base: from === base.from && to === base.to ? base : { ...base, from, to } };
    }
    case "ask": {
      const answer = await client.ask(base.question, base.limit);
      return { graphs: [answer.graph], focus: askedAbout(answer), answer, base };
    }
    case "cypher": {
      const table = await client.cypher(base.statement, signal);
      return { graphs: table.graph ? [table.graph] : [], focus: null, table, base };
    }
  }
}

/** `builds_on(direct-preference-optimization)` is about its first argument. */
function askedAbout(answer: Answer): string | null {
  const id = /\(([^,)]+)/.exec(answer.understood)?.[1]?.trim();
  return id !== undefined && answer.graph.nodes.some((node) => node.id === id) ? id : null;
}

/** Of nodes with the same id the first is kept; of edges with the same ends and type, the one with the highest confidence. */
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
  return { nodes: distinguished(nodes), edges };
}

/** Without descent from something younger: among the papers of each year that name a concept, the first ones mean something else by the name. */
function withoutAnachronisms({ nodes, edges }: { nodes: ReadonlyMap<string, Node>; edges: ReadonlyMap<string, Edge> }): Map<string, Edge> {
  const yearOf = (id: string): number | null => nodes.get(id)?.year ?? null;
  return new Map([...edges].filter(([, { from, to, type }]) => {
    const [later, earlier] = [yearOf(from), yearOf(to)];
    return !isDescent(type) || later === null || earlier === null || later >= earlier;
  }));
}

/** The same length as the service's labels. */
const labelLength = 36;

/** Gives nodes with different names different labels, as the service does within one response: the best known keeps its label, the others use their names. */
function distinguished(nodes: Map<string, Node>): Map<string, Node> {
  const best = new Map<string, Node>();
  for (const node of nodes.values()) {
    const known = best.get(node.label.toLowerCase());
    if (!known || knownBy(node) > knownBy(known)) best.set(node.label.toLowerCase(), node);
  }
  for (const [id, node] of nodes) {
    if (best.get(node.label.toLowerCase())?.name === node.name) continue;
    const label = shortened(node.name, labelLength);
    nodes.set(id, { ...node, label: best.has(label.toLowerCase()) ? node.name : label });
  }
  return nodes;
}

function knownBy({ label, name, paperCount }: Node): number {
  return label === name ? Infinity : paperCount ?? -1;
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
    case "ask": return shortened(base.question);
    case "cypher": return "Query result";
  }
}
