/** View ⇄ query string. Defaults are omitted, so that a link states only what is particular to a view. */

import type { NodeType } from "../api/types";
import { lineOf, markOf, type LineId } from "../graph/marks";
import { startView, type Base, type Expansion, type Selection, type View, type YearRange } from "./state";

/** Depth of the start page's lineage. */
export const defaultDepth = { ancestors: 2, descendants: 2 } as const;
export const maxDepth = 5;
/** The service's default number of nodes in a lineage. */
export const usualLimit = 32;
/** Default number of rows of an answer. */
export const usualRows = 50;
/** `/api/neighbours` and `/api/lineage` refuse larger limits, and nobody reads more rows of an answer; limits in hand-edited links are reduced to this. */
export const maxLimit = 500;

export function encodeView(view: View): string {
  const query = new URLSearchParams(encodeBase(view.base));
  for (const { of, limit } of view.expansions) query.append("expand", `${of}~${limit}`);
  for (const id of view.removed) query.append("hide", id);
  if (view.hiddenTypes.length > 0) query.set("off", view.hiddenTypes.join("."));
  if (view.hiddenLines.length > 0) query.set("lines-off", view.hiddenLines.join("."));
  if (view.years) query.set("years", view.years.join("-"));
  if (view.layout !== startView.layout) query.set("layout", view.layout);
  if (view.selection) query.set(view.selection.kind, view.selection.key);
  return query.toString();
}

/** Parses any query string; what it does not understand keeps its default. */
export function decodeView(text: string): View {
  const query = new URLSearchParams(text);
  return {
    base: decodeBase(query),
    expansions: query.getAll("expand").map(decodeExpansion).filter((expansion) => expansion !== null),
    removed: query.getAll("hide"),
    hiddenTypes: list(query.get("off")).filter((type): type is NodeType => markOf.has(type as NodeType)),
    hiddenLines: list(query.get("lines-off")).filter((line): line is LineId => lineOf.has(line as LineId)),
    years: decodeYears(query.get("years")),
    layout: query.get("layout") === "cluster" ? "cluster" : "year",
    selection: decodeSelection(query),
  };
}

function encodeBase(base: Base): [string, string][] {
  switch (base.kind) {
    case "start": return [];
    case "lineage": {
      const pairs: [string, string][] = [["of", base.of]];
      if (base.ancestors !== defaultDepth.ancestors) pairs.push(["up", String(base.ancestors)]);
      if (base.descendants !== defaultDepth.descendants) pairs.push(["down", String(base.descendants)]);
      if (base.kinds === "papers") pairs.push(["kinds", "papers"]);
      if (base.limit !== undefined) pairs.push(["show", String(base.limit)]);
      return pairs;
    }
    case "around": return [["around", base.of]];
    case "path": return [["from", base.from], ["to", base.to]];
    case "ask": return base.limit === undefined ? [["ask", base.question]] : [["ask", base.question], ["show", String(base.limit)]];
    case "cypher": return [["cypher", base.statement]];
  }
}

function decodeBase(query: URLSearchParams): Base {
  const at = (key: string): string | null => query.get(key) || null;
  const [of, around, from, to, question, statement] = ["of", "around", "from", "to", "ask", "cypher"].map(at);
  if (of) {
    return {
      kind: "lineage", of, kinds: query.get("kinds") === "papers" ? "papers" : "concepts",
      ancestors: depth(query.get("up"), defaultDepth.ancestors),
      descendants: depth(query.get("down"), defaultDepth.descendants),
      ...limitIn(query.get("show")),
    };
  }
  if (around) return { kind: "around", of: around };
  if (from && to) return { kind: "path", from, to };
  if (question) return { kind: "ask", question, ...limitIn(query.get("show")) };
  if (statement) return { kind: "cypher", statement };
  return { kind: "start" };
}

function depth(text: string | null, otherwise: number): number {
  return text !== null && /^\d$/.test(text) ? Math.min(Number(text), maxDepth) : otherwise;
}

function limitIn(text: string | null): { limit?: number } {
  return text !== null && /^\d{1,4}$/.test(text) && Number(text) > 0 ? { limit: Math.min(Number(text), maxLimit) } : {};
}

function decodeExpansion(text: string): Expansion | null {
  const cut = text.lastIndexOf("~");
  const limit = Number(text.slice(cut + 1));
  return cut > 0 && Number.isInteger(limit) && limit > 0 ? { of: text.slice(0, cut), limit: Math.min(limit, maxLimit) } : null;
}

function decodeYears(text: string | null): YearRange | null {
  const match = /^(\d{4})-(\d{4})$/.exec(text ?? "");
  return match && Number(match[1]) <= Number(match[2]) ? [Number(match[1]), Number(match[2])] : null;
}

function decodeSelection(query: URLSearchParams): Selection | null {
  for (const kind of ["node", "edge"] as const) {
    const key = query.get(kind);
    if (key) return { kind, key };
  }
  return null;
}

function list(text: string | null): string[] {
  return text ? text.split(".") : [];
}
