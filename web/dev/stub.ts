/** Answers the HTTP contract from the small graph, for the viewer's own tests. */

import type { Edge, Graph, PaperBrief } from "../src/api/types";
import { edges, graph, nodes } from "./graph";

const dpo = "direct-preference-optimization";
const stepPaper: PaperBrief = { id: "arxiv:2406.18629", title: "Step-DPO: stepwise preferences for long reasoning", year: 2024 };

export function answer(path: string, query: URLSearchParams, body: Record<string, unknown>): { status: number; body: unknown } {
  const ok = (value: unknown): { status: number; body: unknown } => ({ status: 200, body: value });
  const id = query.get("id") ?? query.get("of") ?? "";
  switch (path) {
    case "stats": return ok({
      papers: 163, nodes: nodes.length, relationships: edges.length, byLabel: { Method: 15, Dataset: 2, Benchmark: 2 },
      byType: { BUILDS_ON: 9 }, years: [], source: "a small graph about DPO",
    });
    case "start": return ok({ focus: dpo, graph });
    case "search": return ok(search(query.get("q") ?? ""));
    case "concept": return nodeById(id) ? ok(concept(id)) : missing(id);
    case "paper": return ok({
      node: nodeById(stepPaper.id), ...stepPaper, abstract: "Treats single reasoning steps as the units of preference, where DPO compares whole answers.", venue: null,
      authors: ["A. Writer", "B. Reader"], url: "https://arxiv.org/abs/2406.18629", cites: 3, citedBy: 2, buildsOn: [],
      concepts: edges.filter(({ from }) => from === "step-dpo").map(({ to, evidence }) => ({ node: nodeById(to), role: "builds_on", evidence, confidence: 0.9, surface: [] })),
    });
    case "neighbours": return nodeById(id) ? ok(around(id, Number(query.get("limit") ?? 30))) : missing(id);
    case "lineage": return nodeById(id) ? ok({ focus: id, graph: id === dpo ? graph : around(id, 60), removedArcs: 0 }) : missing(id);
    case "path": return ok({ from: query.get("from"), to: query.get("to"), paths: [], graph });
    case "ask": return ask(String(body["question"]));
    case "cypher": return cypher(String(body["statement"]));
    default: return missing(path);
  }
}

function missing(what: string): { status: number; body: unknown } {
  return { status: 404, body: { code: "not-found", title: `There is no ${what} in this graph.` } };
}

function nodeById(id: string) {
  return nodes.find((node) => node.id === id);
}

function search(q: string): unknown {
  const items = nodes.filter(({ label, name }) => `${label} ${name}`.toLowerCase().includes(q.toLowerCase()));
  return { query: q, items: items.slice(0, 12).map((node) => ({ node, match: node.name })), total: items.length };
}

function around(id: string, limit: number): Graph {
  const near = edges.filter(({ from, to }) => from === id || to === id);
  const chosen = near.slice(0, limit);
  const ids = new Set([id, ...chosen.flatMap(({ from, to }) => [from, to])]);
  return { nodes: nodes.filter((node) => ids.has(node.id)), edges: chosen, shown: chosen.length, total: near.length };
}

function concept(id: string): unknown {
  const builders = edges.filter(({ to, type }) => to === id && type === "BUILDS_ON");
  return {
    node: nodeById(id), aliases: ["DPO", "direct preference optimisation"], introducedBy: [stepPaper], origin: null,
    roles: { introduces: 1, builds_on: 42, compares_with: 30, uses: 4 },
    papersByYear: [{ year: 2022, papers: 1 }, { year: 2023, papers: 12 }, { year: 2024, papers: 60 }],
    variants: edges.filter(({ to, type }) => to === id && type === "VARIANT_OF").map(({ from }) => nodeById(from)), parents: [],
    papers: builders.map(({ from, evidence }) => ({ paper: { id: stepPaper.id, title: nodeById(from)?.name ?? from, year: 2024 }, role: "builds_on", evidence, confidence: 0.9 })),
    papersTotal: 42, results: [], asked: { builds_on: 44, compares_with: 30, evaluates_on: 0, uses: 4 },
  };
}

function ask(question: string): { status: number; body: unknown } {
  if (!/DPO/i.test(question)) return { status: 422, body: { code: "ask.not-understood", detail: "That question was not understood.", suggestions: ["what builds on DPO?"] } };
  const near = around(dpo, 60);
  const builders = near.edges.filter(({ type, to }: Edge) => type === "BUILDS_ON" && to === dpo);
  return { status: 200, body: {
    question, understood: `builds_on(${dpo})`, answer: `${builders.length} papers build on DPO, most of them from 2024.`,
    cypher: "MATCH (p:Paper)-[r:BUILDS_ON]->(:Concept {id: 'direct-preference-optimization'}) RETURN p, r ORDER BY r.confidence DESC", parameters: {},
    rows: builders.map(({ from, evidence }) => ({ id: from, sourceId: null, title: nodeById(from)?.name ?? from, year: 2024, relation: "BUILDS_ON", via: null, evidence, confidence: 0.93 })),
    total: builders.length, truncated: false, graph: near, milliseconds: 2.9, suggestions: [], years: [],
  } };
}

function cypher(statement: string): { status: number; body: unknown } {
  const typo = /MACTH|RETRUN/.exec(statement);
  if (typo) {
    const caret = `${statement}\n${" ".repeat(typo.index)}^`;
    const detail = `Unexpected ${typo[0]}, expected MATCH or RETURN.`;
    return { status: 400, body: { code: "SyntaxError.UnexpectedSyntax", detail, line: 1, column: typo.index + 1, caret } };
  }
  const rows = graph.nodes.slice(0, 6);
  const isShown = (id: string): boolean => rows.some((node) => node.id === id);
  const found = { ...graph, nodes: rows, edges: edges.filter(({ from, to }) => isShown(from) && isShown(to)) };
  return { status: 200, body: {
    columns: ["m", "m.year"], rows: rows.map((node) => [{ node }, node.year]), graph: found, rowCount: rows.length, truncated: false, milliseconds: 1.2, plan: null,
  } };
}
