/** The selection: an edge as a sentence with its evidence, a concept or a paper as its page. Without a selection, the focus, or the steps of a path. */

import "./view.css";
import { h, render, type Child } from "../../dom/dom";
import type { AppState, Selection } from "../../state/state";
import { visibleIn } from "../../state/visible";
import { isNotUnderstood } from "../answer/understanding";
import type { Viewer } from "../viewer";
import { conceptPage } from "./concept";
import { edgePage } from "./edge";
import { overview } from "./overview";
import { paperPage } from "./paper";
import { actions, askLink } from "./parts";
import { waysPage } from "./ways";
import { select } from "../../state/actions/view";

export function mountDetail(host: HTMLElement, viewer: Viewer): void {
  const { store } = viewer;
  let turn = 0;
  store.watch((state) => [subjectOf(state)?.key, subjectOf(state)?.kind, state.content, visibleIn(state), state.stats, state.problem, state.verdicts], () => {
    const mine = ++turn;
    const { content, problem, stats } = store.state;
    const subject = subjectOf(store.state);
    host.hidden = isNotUnderstood(problem) || (subject === null && problem === null && (content === null || content.answer !== null));
    if (isNotUnderstood(problem)) return render(host);
    const ends = subject === null && problem === null && content?.base.kind === "path" ? content.base : null;
    if (!subject && !ends) return render(host, ...(host.hidden ? [] : overview(stats)));
    const top = subject ? head(subject, viewer) : null;
    host.classList.add("waiting");
    (ends ? viewer.client.path(ends.from, ends.to).then((paths) => waysPage(paths, viewer)) : pageOf(subject, viewer)).then(
      (page) => { if (mine === turn) render(host, top, ...page); },
      (error: unknown) => { if (mine === turn) render(host, top, h("p", { class: "fault" }, error instanceof Error ? error.message : String(error))); },
    ).finally(() => { if (mine === turn) host.classList.remove("waiting"); });
  });
}

/** Without a selection the subject is the focus, except for an answer, which is shown by itself, and a path, which has two ends. */
export function subjectOf({ view, content }: AppState): Selection | null {
  if (!content) return null;
  const { selection } = view;
  if (selection && (content.nodes.has(selection.key) || content.edges.has(selection.key))) return selection;
  return content.focus !== null && !content.answer && content.base.kind !== "path" ? focusOf(content.focus) : null;
}

/** The same object for the same focus, so that watchers see no change. */
const focusOf = (() => {
  let last: Selection = { kind: "node", key: "" };
  return (key: string): Selection => (last.key === key ? last : (last = { kind: "node", key }));
})();

function head(subject: Selection, { store }: Viewer): HTMLElement {
  const node = store.state.content?.nodes.get(subject.key);
  const kind = subject.kind === "edge" ? "Edge" : node?.types.join(" · ") ?? "";
  const close = h("button", { type: "button", class: "esc", "aria-label": "Esc: let go of it", "data-key": "close", onclick: () => store.dispatch(select(null)) }, h("kbd", {}, "Esc"));
  return h("div", { class: "detail-head" }, h("span", { class: "soft" }, kind), store.state.view.selection ? close : null);
}

async function pageOf(subject: Selection | null, viewer: Viewer): Promise<Child[]> {
  const { content } = viewer.store.state;
  if (!subject) return [];
  const edge = content?.edges.get(subject.key);
  if (edge) return edgePage(edge, viewer);
  const node = content?.nodes.get(subject.key);
  if (!node) return [];
  switch (node.type) {
    case "Paper": return paperPage(node, await viewer.client.paper(node.id), viewer);
    case "Author": return [h("h2", { class: "title" }, node.name), actions(node, viewer), h("p", { class: "soft" }, askLink(`papers by ${node.name}`, `All papers by ${node.name}`, viewer))];
    case "Venue": return [h("h2", { class: "title" }, node.name), actions(node, viewer)];
    default: return conceptPage(node, await viewer.client.concept(node.id), viewer);
  }
}
