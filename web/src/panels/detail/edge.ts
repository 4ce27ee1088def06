/** An edge as a sentence, with the sentence that is its evidence. */

import type { Edge, Evidence, Node } from "../../api/types";
import { h, plural, type Child } from "../../dom/dom";
import { sureness } from "../../dom/sureness";
import { marked, outLink, paperLink, withMention } from "../../dom/quote";
import { lineIdOf, verbFor } from "../../graph/marks";
import { select, show } from "../../state/actions/view";
import { reasonOf } from "./reasons";
import { claimKey, countOf, type Judgement } from "../../state/verdicts";
import { commandOf } from "../toolbar/view";
import type { Viewer } from "../viewer";

export async function edgePage(edge: Edge, viewer: Viewer): Promise<Child[]> {
  const paper = paperOf(edge);
  return [
    h("h2", { class: "sentence" }, end(edge.from, viewer), " ", ...verb(edge), " ", end(edge.to, viewer)),
    ...proof(edge, viewer),
    verdictRow(edge, paper, viewer),
    paper === null ? null : await source(paper, viewer),
    judged(viewer),
  ];
}

function end(id: string, { store }: Viewer): HTMLElement {
  const label = store.state.content?.nodes.get(id)?.label ?? id;
  return h("button", { type: "button", class: "name", "data-key": `end-${id}`, onclick: () => store.dispatch(select({ kind: "node", key: id })) }, label);
}

/** "is a *variant of*": the words with the meaning are set in italics. */
function verb(edge: Edge): Child[] {
  const words = verbFor(edge.type);
  const plain = /^(is a|is|was) /.exec(words)?.[0] ?? "";
  const tone = edge.type === "COMPARES_WITH" ? "verb contrast" : "verb";
  return [plain, h("em", { class: tone }, words.slice(plain.length))];
}

/** The paper with the evidence; a derived relation names it in `via`. */
function paperOf({ evidence, via }: Edge): string | null {
  return [evidence?.paper, via].find((id) => id?.includes(":")) ?? null;
}

/** The evidence, with the name of the older end marked. */
export function quoteOf(edge: Edge, nodes: ReadonlyMap<string, Node>): Child[] {
  const { evidence, to } = edge;
  const node = nodes.get(to);
  return evidence ? marked(withMention(evidence, node ? [node.label, node.name] : [])) : [];
}

function proof(edge: Edge, { store }: Viewer): Child[] {
  const { evidence, confidence } = edge;
  const facts = [
    confidence === null ? null : sureness(confidence),
    evidence ? (evidence.by ? h("span", { title: `Rule ${evidence.by}` }, reasonOf(evidence.by)) : null) : edge.derived ? "without a sentence of its own" : "from the paper's record",
    evidence ? placeOf(evidence) : null,
    edge.derived ? `derived${edge.via && edge.via !== paperOf(edge) ? ` through ${edge.via}` : ""}` : null,
    edge.papers !== null && edge.papers > 1 ? plural(edge.papers, "paper says so", "papers say so") : null,
  ];
  return [
    evidence ? h("blockquote", { class: edge.type === "COMPARES_WITH" ? "quote contrast" : "quote" }, ...quoteOf(edge, store.state.content?.nodes ?? new Map())) : null,
    confidence === null ? null : h("div", {
      class: "confidence", role: "meter", "aria-label": "Confidence", "aria-valuemin": 0, "aria-valuemax": 1, "aria-valuenow": sureness(confidence),
    }, h("span", { style: `width: ${Math.round(Number(sureness(confidence)) * 100)}%` })),
    h("p", { class: "soft facts" }, ...facts.filter((fact) => fact !== null).flatMap((fact, i) => (i === 0 ? [fact] : [" · ", fact]))),
  ];
}

/** Position of the mention in the paper: "abstract, chars 512–515". */
function placeOf({ field, offset, start, end }: Evidence): string {
  return offset === null || start === null || end === null ? field : `${field}, chars ${offset}–${offset + end - start}`;
}

/** Verdict buttons, and a link to the paper. Pressing the same button again withdraws the verdict. */
function verdictRow(edge: Edge, paper: string | null, { store, commands }: Viewer): HTMLElement {
  const given = store.state.verdicts.get(claimKey(edge))?.verdict;
  const button = (judgement: Judgement, sign: string, label: string): HTMLElement => h("button", {
    type: "button", class: `quiet verdict says-${judgement}`, "data-key": judgement, "aria-pressed": String(given === judgement),
    title: given === judgement ? "Take the verdict back" : commandOf(commands, `judge-${judgement}`).label, onclick: commandOf(commands, `judge-${judgement}`).run,
  }, h("span", { "aria-hidden": "true" }, `${sign} `), label);
  const link = paper === null ? null : paperLink(paper);
  return h("div", { class: "verdicts" }, button("right", "✓", "Right"), button("wrong", "✕", "Wrong"), link ? outLink(link.url, link.text) : null);
}

/** How many relations have a verdict so far, with a button to export them. */
function judged({ store, commands }: Viewer): HTMLElement | null {
  const { right, wrong } = countOf(store.state.verdicts);
  return right + wrong === 0 ? null : h("p", { class: "soft judged" }, `Your verdicts in this browser: ${right} right, ${wrong} wrong. `,
    h("button", { type: "button", class: "link", "data-key": "verdicts", onclick: commandOf(commands, "verdicts").run }, "Export"));
}

/** The source paper by title, or by id if its page is unavailable. */
async function source(id: string, { client, store }: Viewer): Promise<HTMLElement> {
  const page = await client.paper(id).catch(() => null);
  const title = page ? `${page.title}${page.year === null ? "" : ` (${page.year})`}` : id;
  return h("p", { class: "source" },
    h("button", {
      type: "button", class: "link serif", "data-key": "source", onclick: () => store.dispatch(show({ kind: "around", of: id }, { kind: "node", key: id })),
    }, title));
}

/** The edge between two nodes as one line, for lists and for the live region. */
export function edgeText(edge: Edge, nodes: ReadonlyMap<string, Node>): string {
  const label = (id: string): string => nodes.get(id)?.label ?? id;
  const weak = lineIdOf(edge) === "weak" ? " (less sure)" : "";
  return `${label(edge.from)} ${verbFor(edge.type)} ${label(edge.to)}${weak}`;
}
