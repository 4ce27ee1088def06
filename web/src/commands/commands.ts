/** The registry: every command with its keys. */

import type { Edge } from "../api/types";
import type { App, Canvas } from "../graph/canvas";
import type { Camera } from "../graph/controllers/camera";
import type { Walker } from "../graph/controllers/walker";
import type { Exporter } from "../graph/export/exporter";
import { redo, undo } from "../state/actions/history";
import { judge } from "../state/actions/judge";
import { notify, pickPathFrom, setDrawer, setTheme, toggleDrawer, togglePanel } from "../state/actions/shell";
import { collapse, expand, remove, select, setLayout, show, showLineage, showPathTo } from "../state/actions/view";
import { isDark } from "../styles/theme";
import type { AppState } from "../state/state";
import { claimKey, type Judgement } from "../state/verdicts";
import type { Command } from "./command";

export interface Parts extends App {
  readonly canvas: Canvas;
  readonly camera: Camera;
  readonly walker: Walker;
  readonly exporter: Exporter;
  readonly focusSearch: () => void;
  readonly openHelp: () => void;
  readonly openReader: () => void;
}

const selectedNode = (state: AppState): string | null =>
  state.view.selection?.kind === "node" ? state.view.selection.key : state.view.selection ? null : state.content?.focus ?? null;

export function createCommands(parts: Parts): readonly Command[] {
  return [...find(parts), ...onGraph(parts), ...judging(parts), ...onView(parts), ...share(parts), ...panels(parts)];
}

function find({ store, focusSearch, openReader }: Parts): Command[] {
  return [
    { id: "search", group: "Find", label: "Search, ask, or paste an id", keys: ["/"], run: focusSearch },
    { id: "read", group: "Find", label: "Read a pasted abstract", keys: ["a"], run: openReader },
    { id: "start", group: "Find", label: "Back to the start page", keys: ["h"], run: () => store.dispatch(show({ kind: "start" })) },
    {
      id: "escape", group: "Find", label: "Let go of what is selected", keys: ["Escape"],
      run: () => store.dispatch((state) =>
        state.pathFrom !== null ? pickPathFrom(null)(state)
          : state.view.selection ? select(null)(state)
            : setDrawer("closed")(state)),
    },
  ];
}

/** A paper descends from papers, a concept from concepts. */
const lineageOf = (id: string) => (state: AppState): AppState =>
  showLineage(id, state.content?.nodes.get(id)?.type === "Paper" ? "papers" : "concepts")(state);

/** Enter expands; while the other end of a path is being picked, it picks that. */
const expandOrPick = (id: string) => (state: AppState): AppState =>
  state.pathFrom === null ? expand(id)(state) : showPathTo(id)(state);

function onGraph({ store, walker }: Parts): Command[] {
  const onNode = (act: (id: string) => (state: AppState) => AppState) => (): void => {
    const id = selectedNode(store.state);
    if (id !== null) store.dispatch(act(id));
  };
  const enabled = (state: AppState): boolean => selectedNode(state) !== null;
  return [
    { id: "left", group: "Graph", label: "Walk along an edge", keys: ["ArrowLeft"], run: () => walker.go("left") },
    { id: "right", group: "Graph", label: "Walk along an edge", keys: ["ArrowRight"], run: () => walker.go("right") },
    { id: "up", group: "Graph", label: "Walk along an edge", keys: ["ArrowUp"], run: () => walker.go("up") },
    { id: "down", group: "Graph", label: "Walk along an edge", keys: ["ArrowDown"], run: () => walker.go("down") },
    { id: "edge", group: "Graph", label: "Next edge of this node", keys: ["e"], run: () => walker.nextEdge() },
    { id: "expand", group: "Graph", label: "Expand: show more neighbours", keys: ["Enter", "x"], enabled, run: onNode(expandOrPick) },
    { id: "collapse", group: "Graph", label: "Collapse", keys: ["c", "Backspace"], enabled, run: onNode(collapse) },
    { id: "hide", group: "Graph", label: "Hide this node", keys: ["Delete"], enabled, run: onNode(remove) },
    { id: "lineage", group: "Graph", label: "Show the lineage of this node", keys: ["l"], enabled, run: onNode(lineageOf) },
    {
      id: "path", group: "Graph", label: "Find the path from here to …", keys: ["p"], enabled,
      run: onNode(pickPathFrom),
    },
  ];
}

function judging({ store }: Parts): Command[] {
  const edge = ({ view, content }: AppState): Edge | undefined => (view.selection?.kind === "edge" ? content?.edges.get(view.selection.key) : undefined);
  const command = (judgement: Judgement, label: string, key: string): Command => ({
    id: `judge-${judgement}`, group: "Graph", label, keys: [key], enabled: (state) => edge(state) !== undefined,
    run: () => {
      const one = edge(store.state);
      if (!one) return;
      store.dispatch(judge(one, judgement, new Date()));
      const isGiven = store.state.verdicts.has(claimKey(one));
      store.dispatch(notify(isGiven ? `Marked ${judgement}. The same again takes it back.` : "Verdict taken back."));
    },
  });
  return [command("right", "Right: the sentence shows the relation", "v"), command("wrong", "Wrong: it does not", "w")];
}

function onView({ store, camera }: Parts): Command[] {
  return [
    { id: "undo", group: "View", label: "Undo", keys: ["Ctrl+z", "u"], enabled: (state) => state.past.length > 0, run: () => store.dispatch(undo()) },
    { id: "redo", group: "View", label: "Redo", keys: ["Ctrl+Shift+z", "Ctrl+y", "r"], enabled: (state) => state.future.length > 0, run: () => store.dispatch(redo()) },
    { id: "year", group: "View", label: "Lay out by year", keys: ["y"], run: () => store.dispatch(setLayout("year")) },
    { id: "cluster", group: "View", label: "Lay out by cluster", keys: ["k"], run: () => store.dispatch(setLayout("cluster")) },
    { id: "fit", group: "View", label: "Fit the graph into view", keys: ["f", "0"], run: camera.fit },
    { id: "in", group: "View", label: "Zoom in", keys: ["+", "="], run: () => camera.zoomBy(1.25) },
    { id: "out", group: "View", label: "Zoom out", keys: ["-"], run: () => camera.zoomBy(0.8) },
    {
      id: "theme", group: "View", label: "Light or dark", keys: ["d"],
      run: () => store.dispatch((state) => setTheme(isDark(state.theme) ? "light" : "dark")(state)),
    },
  ];
}

function share({ store, exporter }: Parts): Command[] {
  const copyLink = (): void => {
    navigator.clipboard.writeText(location.href).then(
      () => store.dispatch(notify("Link copied. It opens this very view.")),
      () => store.dispatch(notify("The browser did not allow copying; the address bar holds the link.")),
    );
  };
  return [
    { id: "share", group: "Share", label: "Copy a link to this view", keys: ["s"], run: copyLink },
    { id: "png", group: "Share", label: "Export as PNG", keys: [], run: exporter.png },
    { id: "svg", group: "Share", label: "Export as SVG", keys: [], run: exporter.svg },
    { id: "json", group: "Share", label: "Export as Cytoscape JSON", keys: [], run: exporter.json },
    { id: "cypher", group: "Share", label: "Export the Cypher", keys: [], run: exporter.cypher },
    {
      id: "verdicts", group: "Share", label: "Export the verdicts", keys: [], enabled: (state) => state.verdicts.size > 0, run: exporter.verdicts,
    },
  ];
}

function panels({ store, openHelp }: Parts): Command[] {
  return [
    { id: "legend", group: "Panels", label: "Legend", keys: ["["], run: () => store.dispatch(togglePanel("left")) },
    { id: "detail", group: "Panels", label: "Details", keys: ["]"], run: () => store.dispatch(togglePanel("right")) },
    { id: "console", group: "Panels", label: "Cypher console", keys: ["q"], run: () => store.dispatch(toggleDrawer("console")) },
    { id: "plan", group: "Panels", label: "Explain how the statement runs", keys: ["i"], run: () => store.dispatch(toggleDrawer("plan")) },
    { id: "table", group: "Panels", label: "The graph as a table", keys: ["t"], run: () => store.dispatch(toggleDrawer("table")) },
    { id: "help", group: "Panels", label: "Help", keys: ["?"], run: openHelp },
  ];
}
