/** The page's areas, in reading order, and the parts in each. */

import { h } from "../dom/dom";
import { logo } from "../dom/icons";
import { openPanel, setDrawer } from "../state/actions/shell";
import type { AppState, Base } from "../state/state";
import type { Store } from "../state/store";
import { isNotUnderstood } from "./answer/understanding";
import { mountAnswer } from "./answer/view";
import { mountCanvasOverlays } from "./canvas/view";
import { mountCypherBar } from "./cypher/bar";
import { mountConsoleDrawer } from "./cypher/drawer";
import { keepScroll } from "./detail/scroll";
import { mountDetail } from "./detail/view";
import { mountLegend } from "./legend/view";
import { mountNotice } from "./notice/view";
import { mountSearch } from "./search/view";
import { mountTable } from "./table/view";
import { commandOf, mountToolbar } from "./toolbar/view";
import type { Viewer } from "./viewer";
import { mountDepth } from "./years/depth";
import { mountYears } from "./years/view";

export function createAreas() {
  const graph = h("div", {
    class: "graph", id: "graph", tabindex: 0, role: "application", "aria-roledescription": "graph",
    "aria-label": "Graph. Arrow keys walk along edges, Enter expands, E goes round the edges, T opens the same as a table.",
  });
  const axis = h("div", { class: "axis" });
  return {
    graph, axis,
    top: h("header", { class: "top" }),
    left: h("aside", { class: "side left", "aria-label": "Legend and filters", tabindex: -1 }),
    canvas: h("main", { class: "canvas" }, axis, graph),
    right: h("aside", { class: "side right", "aria-label": "Details", tabindex: -1 }),
    drawer: h("section", { class: "drawer", "aria-label": "Console and table" }),
    bar: h("footer", { class: "bar" }),
  };
}

export type Areas = ReturnType<typeof createAreas>;

export function fillAreas(areas: Areas, viewer: Viewer): void {
  const part = (host: HTMLElement, className: string, mount: (host: HTMLElement, viewer: Viewer) => void, id?: string): void => {
    const element = h("div", { class: className, ...(id ? { id } : {}) });
    host.append(element);
    mount(element, viewer);
  };
  const home = commandOf(viewer.commands, "start");
  areas.top.append(h("button", { type: "button", class: "brand", "aria-label": "Stemma: back to the start page", onclick: home.run }, logo(), "stemma"));
  part(areas.top, "search-area", mountSearch);
  part(areas.top, "toolbar-area", mountToolbar);
  part(areas.left, "legend", mountLegend);
  part(areas.left, "years-area", mountYears);
  part(areas.left, "depth", mountDepth);
  part(areas.right, "detail", mountDetail);
  part(areas.right, "answer", mountAnswer);
  part(areas.drawer, "console", mountConsoleDrawer, "console");
  part(areas.drawer, "table-panel", mountTable, "table");
  mountCypherBar(areas.bar, viewer);
  mountCanvasOverlays(areas.canvas, viewer);
  part(areas.canvas, "notices", mountNotice);
  keepOpenAndShut(areas, viewer.store);
  keepScroll(areas.right, viewer.store);
}

/** Opens and closes panels by state; on a narrow page a selection or a new answer opens its sheet. */
export function keepOpenAndShut(areas: Pick<Areas, "left" | "right" | "canvas">, store: Store<AppState>): void {
  store.watch((state) => [state.panels.left, state.panels.right, state.loading], (left, right, loading) => {
    areas.left.classList.toggle("shut", !left);
    areas.right.classList.toggle("shut", !right);
    areas.canvas.classList.toggle("busy", loading);
  });
  store.watch((state) => [state.view.selection], (selection) => {
    if (selection) store.dispatch(openPanel("right"));
  });
  let answered: Base | null = null;
  store.watch((state) => [state.content], (content) => {
    const { base } = store.state.view;
    if (content?.answer && base !== answered) {
      answered = base;
      store.dispatch(openPanel("right"));
    }
  });
  store.watch((state) => [state.content], (content) => {
    if (content?.table && content.nodes.size === 0 && store.state.panels.drawer === "closed") store.dispatch(setDrawer("console"));
  });
  store.watch((state) => [state.problem], (problem) => {
    if (isNotUnderstood(problem)) store.dispatch(openPanel("right"));
  });
  store.watch((state) => [state.content], (content) => {
    document.title = content ? `${content.title} · Stemma` : "Stemma";
  });
}
