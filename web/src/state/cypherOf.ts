/** The Cypher that a view stands for, so that what is seen can be taken further in the console. */

import type { Base } from "./state";
import { defaultDepth } from "./url";

export function cypherOf(base: Base, focus: string | null): string {
  switch (base.kind) {
    case "start": return focus ? lineage(focus, defaultDepth.ancestors, defaultDepth.descendants, false) : "MATCH (n) RETURN n LIMIT 50";
    case "lineage": return lineage(base.of, base.ancestors, base.descendants, base.kinds === "papers");
    case "around": return `MATCH (n {id: ${quote(base.of)}})-[r]-(m) RETURN n, r, m LIMIT 24`;
    case "path":
      return `MATCH p = shortestPath((a {id: ${quote(base.from)}})-[*..6]-(b {id: ${quote(base.to)}})) RETURN p`;
    case "ask": return "";
    case "cypher": return base.statement;
  }
}

function lineage(of: string, ancestors: number, descendants: number, papers: boolean): string {
  const label = papers ? "Paper" : "Concept";
  const types = papers ? "BUILDS_ON" : "BUILDS_ON|VARIANT_OF";
  const node = `(:${label} {id: ${quote(of)}})`;
  const parts = [
    ...(ancestors > 0 ? [`MATCH p = ${node}-[:${types}*1..${ancestors}]->(:${label}) RETURN p`] : []),
    ...(descendants > 0 ? [`MATCH p = (:${label})-[:${types}*1..${descendants}]->${node} RETURN p`] : []),
  ];
  return parts.length > 0 ? parts.join(" UNION ") : `MATCH p = ${node} RETURN p`;
}

/** A Cypher string literal. */
export function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
