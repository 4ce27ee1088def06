/** Announces changes: always to screen readers, and visibly if they are worth a line. */

import "./view.css";
import type { Answer } from "../../api/types";
import { h, number, plural } from "../../dom/dom";
import { notify } from "../../state/actions/shell";
import { visibleIn } from "../../state/visible";
import { edgeText } from "../detail/edge";
import { shownDegree } from "../detail/parts";
import type { Viewer } from "../viewer";

const readingMs = 4200;

export function mountNotice(host: HTMLElement, { store }: Viewer): void {
  const live = h("div", { class: "for-readers", "aria-live": "polite", role: "status" });
  const toast = h("div", { class: "toast", hidden: true });
  host.append(live, toast);
  let told: Answer | null = null;
  store.watch((state) => [visibleIn(state), state.loading], (shown, loading) => {
    if (loading) return;
    const answer = store.state.content?.answer ?? null;
    const news = answer === told || answer === null ? "" : `${answer.answer} `;
    told = answer;
    live.textContent = `${news}${plural(shown.nodes.length, "node")} and ${plural(shown.edges.length, "relation")} shown.`;
  });
  store.watch((state) => [state.view.selection], (selection) => {
    const { content } = store.state;
    const edge = selection ? content?.edges.get(selection.key) : undefined;
    const node = selection ? content?.nodes.get(selection.key) : undefined;
    if (content && edge) live.textContent = edgeText(edge, content.nodes);
    if (node) {
      const facts = [node.label, node.type.toLowerCase(), node.year].filter((fact) => fact !== null).join(", ");
      live.textContent = `${facts}. ${number(shownDegree(node.id, store.state))} of ${number(node.degree)} relations shown.`;
    }
  });
  let timer = 0;
  store.watch((state) => [state.notice], (notice) => {
    clearTimeout(timer);
    toast.hidden = notice === null;
    if (notice === null) return;
    toast.textContent = live.textContent = notice;
    timer = window.setTimeout(() => store.dispatch(notify(null)), readingMs);
  });
}
