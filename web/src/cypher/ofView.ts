/** The Cypher that corresponds to a view, so that it can be refined in the console. */

import type { Node } from "../api/types";
import type { Base } from "../state/state";
import { defaultDepth } from "../state/url";
import { quote } from "./literals";

/** `label` returns the label under which an id is stored. */
export function cypherOf(base: Base, focus: string | null, label: (id: string) => string): string {
  const node = (id: string, name = ""): string => `(${name}:${label(id)} {id: ${quote(id)}})`;
  switch (base.kind) {
    case "start": return focus ? conceptLineage(node(focus), defaultDepth.ancestors, defaultDepth.descendants) : "MATCH (n) RETURN n LIMIT 50";
    case "lineage": return lineage(base, node(base.of), label(base.of));
    case "around": return `MATCH ${node(base.of, "n")}-[r]-(m) RETURN n, r, m LIMIT 24`;
    case "path": return `MATCH p = shortestPath(${node(base.from)}-[:BUILDS_ON|VARIANT_OF*..6]-${node(base.to)}) RETURN p`;
    case "ask": return "";
    case "cypher": return base.statement;
  }
}

export function labelOf(node: Node | undefined): string {
  if (!node) return "Concept";
  return node.type === "Paper" || node.type === "Author" || node.type === "Venue" ? node.type : "Concept";
}

function lineage({ ancestors, descendants, kinds }: Extract<Base, { kind: "lineage" }>, node: string, label: string): string {
  if (label === "Paper") {
    return union(node,
      ancestors > 0 && `MATCH p = ${node}-[:BUILDS_ON*1..${ancestors}]->(:Paper) RETURN p`,
      descendants > 0 && `MATCH p = ${node}<-[:BUILDS_ON*1..${descendants}]-(:Paper) RETURN p`,
      ancestors > 0 && `MATCH p = ${node}-[:INTRODUCES|BUILDS_ON]->(:Concept)-[:BUILDS_ON|VARIANT_OF*0..1]->(:Concept) RETURN p`,
      descendants > 0 && `MATCH p = ${node}-[:INTRODUCES]->(:Concept)<-[:BUILDS_ON|VARIANT_OF*0..1]-(:Concept) RETURN p`);
  }
  if (kinds === "concepts") return conceptLineage(node, ancestors, descendants);
  return union(node,
    ancestors > 0 && `MATCH p = ${node}<-[:INTRODUCES]-(:Paper)-[:BUILDS_ON*0..${ancestors - 1}]->(:Paper) RETURN p`,
    descendants > 0 && `MATCH p = ${node}<-[:BUILDS_ON]-(:Paper)<-[:BUILDS_ON*0..${descendants - 1}]-(:Paper) RETURN p`);
}

function conceptLineage(node: string, ancestors: number, descendants: number): string {
  return union(node,
    ancestors > 0 && `MATCH p = ${node}-[:BUILDS_ON|VARIANT_OF*1..${ancestors}]->(:Concept) RETURN p`,
    descendants > 0 && `MATCH p = ${node}<-[:BUILDS_ON|VARIANT_OF*1..${descendants}]-(:Concept) RETURN p`);
}

function union(node: string, ...parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false).join(" UNION ") || `MATCH p = ${node} RETURN p`;
}
