/** The graph as a table: the same nodes and relations, sorted, selectable, and always in sync with the drawing. */

import "./view.css";
import type { Node } from "../../api/types";
import { h, number, render } from "../../dom/dom";
import { sureness } from "../../dom/sureness";
import { lineIcon, nodeIcon } from "../../dom/icons";
import { verbFor } from "../../graph/marks";
import { select } from "../../state/actions/view";
import type { AppState, Selection } from "../../state/state";
import { visibleIn, type ShownEdge } from "../../state/visible";
import { shownDegree } from "../detail/parts";
import type { Viewer } from "../viewer";

/** Maximum number of rows; the others are reached by narrowing the view. */
const maxRows = 500;

export function mountTable(host: HTMLElement, viewer: Viewer): void {
  const { store } = viewer;
  const isOpen = (state: AppState): boolean => state.panels.drawer === "table";
  store.watch((state) => [isOpen(state), isOpen(state) ? visibleIn(state) : null], (open, shown) => {
    host.hidden = !open;
    if (!open || !shown) return render(host);
    const nodes = [...shown.nodes].sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || a.label.localeCompare(b.label));
    render(host,
      table("Nodes", ["Name", "Type", "Year", "Papers", "Relations"], nodes.slice(0, maxRows).map((node) => nodeRow(node, viewer)), nodes.length),
      table("Relations", ["From", "Relation", "To", "Confidence", "Evidence"], shown.edges.slice(0, maxRows).map((edge) => edgeRow(edge, viewer)), shown.edges.length));
    showSelected(host, store.state.view.selection);
  });
  store.watch((state) => [state.view.selection], (selection) => showSelected(host, selection));
}

function table(caption: string, columns: readonly string[], rows: readonly HTMLElement[], total: number): HTMLElement {
  const cut = total > rows.length ? ` (first ${number(rows.length)} of ${number(total)})` : ` (${number(total)})`;
  return h("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": caption },
    h("table", {}, h("caption", {}, caption + cut),
      h("thead", {}, h("tr", {}, ...columns.map((column) => h("th", { scope: "col" }, column)))), h("tbody", {}, ...rows)));
}

function nodeRow(node: Node, viewer: Viewer): HTMLElement {
  return row({ kind: "node", key: node.id }, viewer, h("span", { class: "with-mark" }, nodeIcon(node.type), node.label), [
    node.types.join(", "), node.year, node.paperCount === null ? null : number(node.paperCount), `${number(shownDegree(node.id, viewer.store.state))} of ${number(node.degree)}`,
  ]);
}

function edgeRow({ key, edge, line }: ShownEdge, viewer: Viewer): HTMLElement {
  const label = (id: string): string => viewer.store.state.content?.nodes.get(id)?.label ?? id;
  return row({ kind: "edge", key }, viewer, h("span", { class: "with-mark" }, lineIcon(line), label(edge.from)), [
    verbFor(edge.type), label(edge.to), edge.confidence === null ? "" : sureness(edge.confidence), edge.evidence?.sentence ?? "",
  ]);
}

function row(selection: Selection, { store, camera }: Viewer, first: HTMLElement, cells: readonly (string | number | null)[]): HTMLElement {
  const choose = (): void => {
    store.dispatch(select(selection));
    if (selection.kind === "node") camera.reveal(selection.key);
  };
  return h("tr", { "data-selects": selection.key },
    h("th", { scope: "row" }, h("button", { type: "button", class: "link", "data-key": `table-${selection.key}`, onclick: choose }, first)),
    ...cells.map((cell) => h("td", isFigure(cell) ? { class: "figure" } : {}, cell === null ? "" : String(cell))));
}

/** A year, a count, or "31 of 1,884". */
function isFigure(cell: string | number | null): boolean {
  return typeof cell === "number" || (cell !== null && /^[\d,]+(?: of [\d,]+)?$/.test(cell));
}

function showSelected(host: HTMLElement, selection: Selection | null): void {
  for (const element of host.querySelectorAll<HTMLElement>("tr[data-selects]")) {
    const on = element.dataset["selects"] === selection?.key;
    element.toggleAttribute("data-selected", on);
    if (on) element.scrollIntoView({ block: "nearest" });
  }
}
