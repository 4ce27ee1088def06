/** Parts shared by the pages of nodes. */

import type { Evidence, Node, NodeType, PaperBrief, YearCount } from "../../api/types";
import { h, number, svg, type Child } from "../../dom/dom";
import { nodeIcon } from "../../dom/icons";
import { marked } from "../../dom/quote";
import { expand, select, show, showLineage } from "../../state/actions/view";
import { visibleIn } from "../../state/visible";
import type { Viewer } from "../viewer";
import { commandOf } from "../toolbar/view";

export function section(title: string, ...children: Child[]): HTMLElement | null {
  const present = children.filter((child) => child !== null && child !== false && child !== undefined);
  return present.length > 0 ? h("section", { class: "part" }, h("h3", {}, title), ...present) : null;
}

/** "12 of 57 relations shown", "Show more", and the other actions on a node. */
export function actions(node: Node, { store, commands }: Viewer): HTMLElement {
  const shown = shownDegree(node.id, store.state);
  const button = (key: string, label: string, act: () => void): HTMLElement => h("button", { type: "button", class: "quiet", "data-key": key, onclick: act }, label);
  return h("div", { class: "actions" },
    h("span", { class: "soft" }, `${number(shown)} of ${number(Math.max(shown, node.degree))} relations shown`),
    shown < node.degree ? button("more", "Show more", () => store.dispatch(expand(node.id))) : null,
    button("collapse", "Collapse", commandOf(commands, "collapse").run),
    node.type === "Author" || node.type === "Venue" ? null : button("lineage", "Lineage", () => store.dispatch(showLineage(node.id, node.type === "Paper" ? "papers" : "concepts"))),
    isConcept(node.type) ? null : button("around", "Around", () => store.dispatch(show({ kind: "around", of: node.id }, { kind: "node", key: node.id }))));
}

export function shownDegree(id: string, state: Viewer["store"]["state"]): number {
  return visibleIn(state).edges.filter(({ edge }) => edge.from === id || edge.to === id).length;
}

export function isConcept(type: NodeType): boolean {
  return type !== "Paper" && type !== "Author" && type !== "Venue";
}

/** A link to another node: it is selected if it is in view, and shown if not. */
export function nodeLink(node: Node, { store }: Viewer): HTMLElement {
  const go = (): void => {
    if (visibleIn(store.state).nodes.some(({ id }) => id === node.id)) store.dispatch(select({ kind: "node", key: node.id }));
    else if (isConcept(node.type)) store.dispatch(showLineage(node.id));
    else store.dispatch(show({ kind: "around", of: node.id }, { kind: "node", key: node.id }));
  };
  return h("button", { type: "button", class: "chip", "data-key": `node-${node.id}`, title: node.name, onclick: go }, nodeIcon(node.type, 9), node.label);
}

export function paperTitle(paper: PaperBrief, { store }: Viewer): HTMLElement {
  return h("button", {
    type: "button", class: "link", "data-key": `paper-${paper.id}`,
    onclick: () => store.dispatch(show({ kind: "around", of: paper.id }, { kind: "node", key: paper.id })),
  }, paper.title);
}

/** A link that asks a question. */
export function askLink(question: string, words: string, { store }: Pick<Viewer, "store">): HTMLElement {
  return h("button", { type: "button", class: "link", "data-key": `ask-${question}`, title: `Ask: ${question}`, onclick: () => store.dispatch(show({ kind: "ask", question })) }, words);
}

/** A list item: what, when, and the sentence that shows it. */
export function listItem(title: Child, year: number | null, evidence: Evidence | null): HTMLElement {
  return h("li", {}, h("div", { class: "line" }, title, h("span", { class: "soft" }, year === null ? "" : String(year))),
    evidence ? h("p", { class: "words" }, ...marked(evidence)) : null);
}

/** A bar for each year that has papers, in the middle of its year's share of the width, with the first and the last year as labels. Bars before the year `since` are faint. */
export function sparkline(years: readonly YearCount[], since: number | null = null): Child {
  const counted = years.filter(({ papers }) => papers > 0);
  const [first, last] = [counted[0]?.year, counted.at(-1)?.year];
  if (first === undefined || last === undefined || first === last) return null;
  const [width, height] = [332, 36];
  const share = 1 / (last - first + 1);
  const step = width * share;
  const bar = Math.max(1, Math.min(step - 2, 26));
  const most = Math.max(...counted.map(({ papers }) => papers));
  return h("div", { class: "sparkline" },
    svg("svg", { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", role: "img", "aria-label": counted.map(({ year, papers }) => `${year}: ${papers}`).join(", ") },
      ...counted.map(({ year, papers }) => {
        const tall = Math.max(2, (papers / most) * height);
        return svg("rect", { x: (year - first + 0.5) * step - bar / 2, y: height - tall, width: bar, height: tall, rx: 1, class: since !== null && year < since ? "before" : null }, svg("title", {}, `${year}: ${papers}`));
      })),
    h("div", { class: "ends" }, ...[first, last].map((year) => h("span", { style: `width: ${share * 100}%` }, String(year)))));
}
