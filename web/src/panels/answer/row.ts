/** A row of an answer: what was found, why, and the paper that is quoted. */

import type { AnswerRow, Edge } from "../../api/types";
import { h } from "../../dom/dom";
import { figureOf } from "../../dom/figure";
import { paperLink } from "../../dom/quote";
import { select, show } from "../../state/actions/view";
import { listItem } from "../detail/parts";
import type { Viewer } from "../viewer";

/** Passive verbs for what papers do with a concept. For descent between concepts, the concept itself is the subject. */
const ofConcepts: Readonly<Record<string, string>> = {
  INTRODUCES: "introduced", COMPARES_WITH: "compared with", EVALUATES_ON: "evaluated on", USES: "used", ADDRESSES: "addressed", MEASURES: "measured", MENTIONS: "named",
};

/** The words about a row's paper or concept. Author and venue are omitted, because the question and the answer above name them. */
export function wordsOf(row: AnswerRow, understood = "", label: (id: string) => string = (id) => id): string {
  const { relation, via, result } = row;
  if (result) return [figureOf(result.value, result.unit, result.delta), result.metric].filter(Boolean).join(" ");
  const verb = relation === "WROTE" || relation === "PUBLISHED_IN" || relation === "" ? null : verbOf(row, understood);
  return [verb, via ? `through ${label(via)}` : null].filter(Boolean).join(" ");
}

function verbOf(row: AnswerRow, understood: string): string {
  if (row.relation === "BUILDS_ON" && understood.startsWith("ancestors(")) return "built on";
  const passive = isConcept(row) ? ofConcepts[row.relation] : undefined;
  return passive ?? row.relation.replaceAll("_", " ").toLowerCase();
}

/** The ids of papers, authors and venues have a scheme. */
const isConcept = ({ id }: AnswerRow): boolean => !id.includes(":");

/** The paper that a row about a concept or an author quotes; null if the row is that paper, or quotes nothing. */
function sourceOf({ id, evidence }: AnswerRow): string | null {
  return evidence === null || evidence.paper === id ? null : evidence.paper;
}

/** In an answer about a connection: the start of the edge behind a step between two concepts, if the row is its end: "RLHF, which Fine-Grained RLHF builds on". */
export function builderOf(row: AnswerRow, understood: string, edges: Iterable<Edge>): string | null {
  if (!understood.startsWith("connection(") || !isConcept(row)) return null;
  const same = (edge: Edge): boolean => edge.type === row.relation && edge.evidence?.sentence === row.evidence?.sentence;
  return [...edges].find((edge) => edge.to === row.id && same(edge))?.from ?? null;
}

export function rowItem(row: AnswerRow, understood: string, viewer: Viewer): HTMLElement {
  const { store } = viewer;
  const nodes = store.state.content?.nodes;
  const go = (id: string): void => store.dispatch(nodes?.has(id) ? select({ kind: "node", key: id }) : show({ kind: "around", of: id }, { kind: "node", key: id }));
  const title = h("button", { type: "button", class: "link", "data-key": `row-${row.id}`, onclick: () => go(row.id) }, row.title);
  const label = (id: string): string => nodes?.get(id)?.label ?? id;
  const builder = builderOf(row, understood, store.state.content?.edges.values() ?? []);
  const words = builder === null ? wordsOf(row, understood, label) : `which ${label(builder)} ${row.relation === "VARIANT_OF" ? "is a variant of" : wordsOf(row, understood, label)}`;
  const item = listItem(h("span", {}, title, " ", h("span", { class: "soft" }, words)), row.year, row.evidence);
  const source = sourceOf(row);
  if (source !== null) item.append(quoted(source, nodes?.get(source)?.name, () => go(source), row.id));
  return item;
}

function quoted(id: string, title: string | undefined, act: () => void, row: string): HTMLElement {
  return h("p", { class: "soft quoted" }, h("button", { type: "button", class: "link", "data-key": `source-${row}`, onclick: act }, `in ${title ?? paperLink(id)?.text ?? id}`));
}
