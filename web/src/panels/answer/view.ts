/** The answer to a question as a list; beside a selected edge, the papers that build on the focus. */

import "./view.css";
import type { Problem } from "../../api/problem";
import type { Answer, Node } from "../../api/types";
import { h, number, render, type Child } from "../../dom/dom";
import { showMoreRows } from "../../state/actions/view";
import type { AppState } from "../../state/state";
import { maxLimit } from "../../state/url";
import { list } from "../detail/concept";
import { isConcept, listItem, paperTitle } from "../detail/parts";
import type { Viewer } from "../viewer";
import { rowItem } from "./row";
import { suggestions } from "./suggestions";
import { echoed, isNotUnderstood } from "./understanding";
import { yearsPart } from "./years";

const maxBeside = 20;
/** As many as can be read at a glance. */
const maxSuggestions = 8;
/** Answers of more characters are set smaller, so that the list below stays in sight. */
const longAnswer = 120;

export function mountAnswer(host: HTMLElement, viewer: Viewer): void {
  const { store } = viewer;
  let turn = 0;
  store.watch((state) => [state.content, state.problem, state.view.selection?.kind], (content, problem) => {
    const mine = ++turn;
    if (problem && isNotUnderstood(problem)) return render(host, ...notUnderstood(problem, viewer));
    if (content?.answer && !problem) return renderAnswer(host, content.answer, viewer);
    render(host);
    const focus = focusBesideEdge(store.state);
    if (!focus) return;
    beside(focus, viewer).then((children) => { if (mine === turn) render(host, ...children); }, () => undefined);
  });
}

function focusBesideEdge({ content, view }: AppState): Node | null {
  const focus = content?.focus ? content.nodes.get(content.focus) : undefined;
  return focus && view.selection?.kind === "edge" && isConcept(focus.type) ? focus : null;
}

/** The papers behind a lineage: those that build on its focus. */
async function beside(focus: Node, viewer: Viewer): Promise<Child[]> {
  const page = await viewer.client.concept(focus.id);
  const builders = page.papers.filter(({ role }) => role.toLowerCase() === "builds_on");
  if (builders.length === 0) return [];
  const total = Math.max(builders.length, page.roles["builds_on"] ?? 0);
  return [
    h("h3", {}, total === 1 ? `One paper builds on ${focus.label}` : `${number(total)} papers build on ${focus.label}`),
    list(builders.slice(0, maxBeside).map(({ paper, evidence }) => listItem(paperTitle(paper, viewer), paper.year, evidence))),
  ];
}

/** The same card as an answer's: how it was read, one sentence, and what can be clicked. */
function notUnderstood(problem: Problem, viewer: Viewer): Child[] {
  const { base } = viewer.store.state.view;
  const detail = base.kind === "ask" ? echoed(problem.detail, base.question) : problem.detail;
  return [
    h("p", { class: "soft understood" }, "not understood"),
    h("p", { class: detail.length > longAnswer ? "sentence-answer long" : "sentence-answer", role: "alert" }, detail),
    ...suggestions(problem.suggestions.slice(0, maxSuggestions), viewer),
  ];
}

/** After "Show more" the keyboard focus moves to the first new row. */
function renderAnswer(host: HTMLElement, answer: Answer, viewer: Viewer): void {
  const rows = (): NodeListOf<HTMLElement> => host.querySelectorAll<HTMLElement>("[data-key^=row-]");
  const asksMore = document.activeElement instanceof HTMLElement && document.activeElement.dataset["key"] === "more-rows";
  const listed = rows().length;
  render(host, ...answered(answer, viewer));
  if (asksMore && rows().length > listed) rows()[listed]?.focus({ preventScroll: true });
}

function answered(answer: Answer, viewer: Viewer): Child[] {
  const shown = answer.rows.length;
  return [
    h("p", { class: "soft understood" }, answer.understood),
    h("p", { class: answer.answer.length > longAnswer ? "sentence-answer long" : "sentence-answer" }, answer.answer),
    yearsPart(answer.years),
    shown === 0 ? null : h("h3", {}, answer.years.length > 0 ? "One paper of each year" : answer.total > shown ? `The first ${number(shown)} of ${number(answer.total)}` : `${number(shown)} found`),
    list(answer.rows.map((row) => rowItem(row, answer.understood, viewer))),
    answer.total > shown ? rest(answer.total - shown, shown, viewer) : null,
    ...suggestions(answer.suggestions, viewer),
  ];
}

/** The link to the rows that are not listed. */
function rest(left: number, shown: number, { store }: Viewer): HTMLElement {
  return shown >= maxLimit
    ? h("p", { class: "soft" }, `and ${number(left)} more: a year or a venue in the question narrows it`)
    : h("p", { class: "soft" }, `and ${number(left)} more: `, h("button", { type: "button", class: "link", "data-key": "more-rows", onclick: () => store.dispatch(showMoreRows()) }, "Show more"));
}
