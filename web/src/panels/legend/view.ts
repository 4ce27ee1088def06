/** Legend and filter in one: the types that are shown, row by row. A click toggles a row, a double click shows it alone. */

import "./view.css";
import { h, number, plural, render, type Child } from "../../dom/dom";
import { lineIcon, nodeIcon } from "../../dom/icons";
import { shortened } from "../../dom/shortened";
import { lineMarks, nodeMarks } from "../../graph/marks";
import { asLineage, isolateLine, isolateType, showMore, toggleLine, toggleType } from "../../state/actions/view";
import type { AppState, Content } from "../../state/state";
import { maxLimit, usualLimit } from "../../state/url";
import { visibleIn } from "../../state/visible";
import type { Viewer } from "../viewer";

export function mountLegend(host: HTMLElement, { store }: Viewer): void {
  const heading = h("div", { class: "legend-heading" });
  const things = h("ul", { class: "legend-rows", "aria-labelledby": "legend-things" });
  const relations = h("ul", { class: "legend-rows", "aria-labelledby": "legend-relations" });
  const groups = [h("section", {}, h("h2", { id: "legend-things" }, "Things"), things), h("section", {}, h("h2", { id: "legend-relations" }, "Relations"), relations)];
  host.append(heading, ...groups);
  store.watch((state) => [visibleIn(state), state.content, state.view.base, state.problem], () => render(heading, ...headingOf(store.state, () => store.dispatch(showMore()))));
  store.watch((state) => [visibleIn(state), state.view.hiddenTypes, state.view.hiddenLines, state.content], (shown, types, lines) => {
    render(things, ...nodeMarks.filter(({ type }) => shown.typeCounts.has(type)).map(({ type, plural }) =>
      row(`type-${type}`, nodeIcon(type), plural, shown.typeCounts.get(type) ?? 0, !types.includes(type),
        () => store.dispatch(toggleType(type)), () => store.dispatch(isolateType(type)))));
    render(relations, ...lineMarks.filter(({ id }) => shown.lineCounts.has(id) || lines.includes(id)).map(({ id, label }) =>
      row(`line-${id}`, lineIcon(id), label, shown.lineCounts.get(id) ?? 0, !lines.includes(id),
        () => store.dispatch(toggleLine(id)), () => store.dispatch(isolateLine(id)))));
    for (const group of groups) group.hidden = group.querySelector("li") === null;
  });
}

/** Number of rows of an answer that the service draws. */
const drawnRows = 40;

/** Title and count of what is shown; for a lineage that is cut, the rule and a button for more. If a question has no answer, the previous graph stays, and the heading says so. */
export function headingOf(state: AppState, more: () => void): Child[] {
  const { content, view, problem } = state;
  const unanswered = view.base.kind === "ask" && problem ? shortened(view.base.question) : null;
  if (!content) return [unanswered === null ? h("h1", { class: "for-readers" }, "Stemma") : h("h1", {}, unanswered)];
  const isCut = asLineage(state) !== null && content.total > content.own.size;
  return [
    h("h1", {}, unanswered ?? content.title),
    unanswered === null ? null : h("p", { class: "soft" }, `Still drawn: ${content.title}`),
    h("p", { class: "soft counted" }, countOf(state, content)),
    isCut ? h("p", { class: "soft rule" }, h("span", {}, "The nearest, and of them the best supported. "), moreButton(state, more)) : null,
  ];
}

/** Nodes added by expanding were not part of the request, and are counted separately. */
function countOf(state: AppState, { own, total, table, answer }: Content): string {
  const { nodes, outside } = visibleIn(state);
  if (table && total === 0) return `${table.truncated ? "More than " : ""}${plural(table.rowCount, "row")}, nothing to draw`;
  const shown = nodes.filter(({ id }) => own.has(id)).length;
  const added = nodes.length - shown;
  const { years } = state.view;
  const others = nodes.filter(({ id }) => outside.has(id)).map(({ label, year }) => ` and ${label} (${year})`).join("");
  // The nodes of the rows that were cut are not counted, so that "929 of 929" would seem to be all.
  const cut = table?.truncated ? `, from the first ${plural(table.rowCount, "row")} only`
    : answer && answer.total > drawnRows ? `, from the first ${drawnRows} of ${plural(answer.total, "row")}` : "";
  const counted = cut !== "" && shown === total ? number(shown) : `${number(shown)} of ${number(total)}`;
  return `${counted} shown${cut}${added > 0 ? `, ${number(added)} more from expanding` : ""}${years ? ` · ${years[0]}–${years[1]}${others}` : ""}`;
}

function moreButton(state: AppState, more: () => void): HTMLElement | null {
  return (asLineage(state)?.limit ?? usualLimit) < maxLimit ? h("button", { type: "button", class: "link more-nodes", "data-key": "more-nodes", onclick: more }, "Show more") : null;
}

/** A single click waits until it can no longer become a double click, so that a double click does not toggle first. */
const doubleClickMs = 220;

function row(key: string, mark: SVGElement, label: string, count: number, on: boolean, toggle: () => void, isolate: () => void): HTMLLIElement {
  return h("li", {}, h("button", {
    type: "button", class: "legend-row", "data-key": key, "aria-pressed": String(on),
    title: "Click to show or hide, double click to show alone",
    onclick: clickOrDouble(key, toggle, isolate),
  }, mark, h("span", {}, label), h("span", { class: "count" }, number(count))));
}

const waiting = new Map<string, number>();

/** Keyboard activation (`detail` 0) acts at once; Alt or Shift isolates. */
function clickOrDouble(key: string, once: () => void, twice: () => void) {
  return (event: MouseEvent): void => {
    const pending = waiting.get(key);
    clearTimeout(pending);
    waiting.delete(key);
    if (pending !== undefined || event.altKey || event.shiftKey) return twice();
    if (event.detail === 0) return once();
    waiting.set(key, window.setTimeout(() => {
      waiting.delete(key);
      once();
    }, doubleClickMs));
  };
}
