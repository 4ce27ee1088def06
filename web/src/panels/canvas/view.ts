/** Overlays of the drawing: the hint, the zoom control, the selected node's chip (chip.ts), the hovered edge's sentence, the empty and busy states. */

import "./view.css";
import type { Problem } from "../../api/problem";
import type { Node } from "../../api/types";
import { h, number, plural, render } from "../../dom/dom";
import { isOrdering } from "../../graph/marks";
import { setDrawer, stopLoading, tryAgain } from "../../state/actions/shell";
import { show } from "../../state/actions/view";
import type { AppState, Base } from "../../state/state";
import { visibleIn } from "../../state/visible";
import { isNotUnderstood } from "../answer/understanding";
import { edgeText, quoteOf } from "../detail/edge";
import { nodeLink } from "../detail/parts";
import { runningClock, type RunningClock } from "../running";
import { commandOf } from "../toolbar/view";
import type { Viewer } from "../viewer";
import { nodeChip } from "./chip";

export function mountCanvasOverlays(host: HTMLElement, viewer: Viewer): void {
  host.append(hint(viewer), zoomControl(viewer), nodeChip(viewer), edgeCard(viewer), emptiness(viewer), waiting(viewer));
}

function hint({ store, canvas }: Viewer): HTMLElement {
  const element = h("p", { class: "hint soft", role: "status" });
  const say = (): void => {
    const { pathFrom } = store.state;
    element.hidden = pathFrom === null && visibleIn(store.state).nodes.length === 0;
    element.textContent = hintText(store.state, canvas.unlabelled);
    element.classList.toggle("asking", pathFrom !== null);
    element.classList.toggle("crowded", pathFrom === null && canvas.unlabelled > 0);
  };
  store.watch((state) => [state.pathFrom, visibleIn(state), state.roomy], say);
  canvas.on("labelled", say);
  return element;
}

/** What to do next, or why `unlabelled` nodes have no name. */
export function hintText(state: AppState, unlabelled: number): string {
  const { pathFrom: from, content, roomy } = state;
  if (from !== null) return `Path from ${content?.nodes.get(from)?.label ?? from} to …: walk there with the arrows and press Enter, click it, or type its name. Esc ends.`;
  if (unlabelled === 0) return "Hover an edge for its sentence · Enter expands · arrows walk along edges";
  const leftOut = `${number(unlabelled)} of ${plural(visibleIn(state).nodes.length, "name")} ${unlabelled === 1 ? "does" : "do"} not fit`;
  return `${leftOut}: zoom in, ${roomy ? "hover a node, or press T for the table" : "or open the table"}`;
}

function zoomControl({ store, canvas: { cy }, camera, commands }: Viewer): HTMLElement {
  const percent = h("output", { "aria-label": "Zoom" }, "100 %");
  cy.on("zoom", () => { percent.textContent = `${Math.round(cy.zoom() * 100)} %`; });
  const button = (id: string, label: string): HTMLElement =>
    h("button", { type: "button", "aria-label": commandOf(commands, id).label, onclick: commandOf(commands, id).run }, label);
  const control = h("div", { class: "zoom", role: "group", "aria-label": "Zoom" },
    button("out", "−"), percent, button("in", "+"), h("button", { type: "button", onclick: camera.fit }, "Fit"));
  store.watch((state) => [visibleIn(state)], ({ nodes }) => { control.hidden = nodes.length === 0; });
  return control;
}

const cardMs = 90;

function edgeCard({ store, canvas }: Viewer): HTMLElement {
  const card = h("div", { class: "edge-card", hidden: true, "aria-hidden": "true" });
  let timer = 0;
  canvas.cy.on("mouseover", "edge", (event) => {
    clearTimeout(timer);
    const { x, y } = event.renderedPosition;
    const key = event.target.id() as string;
    timer = window.setTimeout(() => {
      const { content } = store.state;
      const edge = content?.edges.get(key);
      if (!content || !edge) return;
      render(card, h("strong", {}, edgeText(edge, content.nodes)), edge.evidence ? h("p", {}, ...quoteOf(edge, content.nodes)) : null);
      card.hidden = false;
      const { width, height } = canvas.room;
      const left = Math.min(x + 14, width - card.offsetWidth - 12);
      const top = y + 18 + card.offsetHeight > height - 12 ? y - card.offsetHeight - 14 : y + 18;
      card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    }, cardMs);
  });
  const hide = (): void => {
    clearTimeout(timer);
    card.hidden = true;
  };
  canvas.cy.on("mouseout", "edge", hide);
  canvas.cy.on("pan zoom tap", hide);
  return card;
}

function emptiness(viewer: Viewer): HTMLElement {
  const { store } = viewer;
  const element = h("div", { class: "emptiness", hidden: true });
  store.watch((state) => [state.loading, state.problem, visibleIn(state)], (loading, problem, shown) => {
    const empty = shown.nodes.length === 0;
    const isElsewhere = isNotUnderstood(problem);
    const orphan = loading || problem ? null : withoutLineage(store.state);
    element.hidden = !empty && orphan === null && (!problem || isElsewhere);
    element.classList.toggle("aside", !empty);
    if (problem && isElsewhere) render(element, h("p", { class: "soft" }, "Nothing to draw: the question was not understood."), waysOut(problem, viewer));
    else if (problem) render(element, h("p", { role: "alert" }, problem.detail), ...choices(problem, viewer), waysOut(problem, viewer));
    else if (loading) render(element, h("p", { class: "soft" }, "Reading the graph …"));
    else if (orphan) render(element, ...noLineage(orphan, viewer));
    else render(element, ...nothingShown(viewer));
  });
  return element;
}

/** What a name may have meant, each with its full name, because one acronym can stand for many things. */
function choices({ status, choices: nodes }: Problem, viewer: Viewer): HTMLElement[] {
  if (nodes.length === 0) return [];
  return [
    h("h3", { class: "try" }, status === 300 ? "Which one?" : "Near it"),
    h("ul", { class: "choices" }, ...nodes.map((node) => h("li", {}, nodeLink({ ...node, label: node.name }, viewer), " ", h("span", { class: "soft" }, [node.year === null ? null : String(node.year), node.paperCount === null ? null : plural(node.paperCount, "paper")].filter((part) => part !== null).join(" · "))))),
  ];
}

/** After this time a user begins to wonder (Miller, Response time in man-computer conversational transactions, 1968: a second keeps the thread). */
const patienceMs = 600;

/** A long request shows how long it has been running, and can be stopped. */
function waiting({ store }: Viewer): HTMLElement {
  const element = h("div", { class: "waiting-card", hidden: true });
  let timer = 0;
  let clock: RunningClock | null = null;
  store.watch((state) => [state.loading], (loading) => {
    clearTimeout(timer);
    clock?.end();
    element.hidden = true;
    if (!loading) return;
    const begun = performance.now();
    timer = window.setTimeout(() => {
      clock = runningClock(begun, () => store.dispatch(stopLoading()));
      render(element, clock.element);
      element.hidden = false;
    }, patienceMs);
  });
  return element;
}

/** A request that failed on the way may succeed the next time; one that the server refused will be refused again. */
export function waysOut(problem: Problem, { store, commands }: Pick<Viewer, "store" | "commands">): HTMLElement {
  const { past, view } = store.state;
  const isRefused = problem.status >= 300 && problem.status < 500;
  const button = (label: string, act: () => void): HTMLElement => h("button", { type: "button", class: "quiet", "data-key": label, onclick: act }, label);
  const command = (label: string, id: string): HTMLElement => button(label, commandOf(commands, id).run);
  return h("div", { class: "ways-out" },
    isRefused ? null : button("Try again", () => store.dispatch(tryAgain())),
    isRefused && view.base.kind === "cypher" ? command("Open the console", "console") : null,
    past.length > 0 ? command("Go back", "undo") : null,
    isRefused && view.base.kind !== "cypher" && (past.length === 0 || problem.status === 404) ? command("Start page", "start") : null);
}

/** The focus of a lineage if it has neither ancestors nor descendants in it; null otherwise. */
export function withoutLineage({ content, view }: AppState): Node | null {
  const focus = content?.focus ? content.nodes.get(content.focus) : undefined;
  if (!content || !focus || view.base.kind !== "lineage" || view.base.ancestors + view.base.descendants === 0) return null;
  const isAlone = ![...content.edges.values()].some(({ from, to, type }) => isOrdering(type) && (from === focus.id || to === focus.id));
  return isAlone ? focus : null;
}

/** Says only of a direction that was followed that nothing was found in it. */
export function noLineageText(name: string, it: string, base: Base): string {
  const [ancestors, descendants] = base.kind === "lineage" ? [base.ancestors, base.descendants] : [1, 1];
  if (descendants === 0) return `No abstract here says what ${name} builds on.`;
  if (ancestors === 0) return `No abstract here says of anything that it builds on ${it}.`;
  return `No abstract here says what ${name} builds on, nor of anything that it builds on ${it}.`;
}

function noLineage(node: Node, { store }: Viewer): HTMLElement[] {
  const name = node.type === "Paper" ? "this paper" : node.label;
  const around = (): void => store.dispatch(show({ kind: "around", of: node.id }, { kind: "node", key: node.id }));
  return [
    h("p", {}, noLineageText(name, node.type === "Paper" ? "this one" : name, store.state.view.base)),
    h("div", { class: "ways-out" }, h("button", { type: "button", class: "quiet", "data-key": "around", onclick: around }, `Show what is around ${node.type === "Paper" ? "it" : name}`)),
  ];
}

/** Two nodes without a connection may still share what they are evaluated on or used for. */
function noPath({ from, to }: Extract<Base, { kind: "path" }>, store: Viewer["store"]): HTMLElement[] {
  const [first, second] = [from, to].map((id) => id.replaceAll("-", " "));
  const ask = (): void => store.dispatch(show({ kind: "ask", question: `what do ${first} and ${second} have in common?` }));
  return [
    h("p", {}, `In this graph neither descent nor a paper that names both joins ${first} and ${second}.`),
    h("div", { class: "ways-out" }, h("button", { type: "button", class: "quiet", "data-key": "ask-common", onclick: ask }, "What do they have in common?")),
  ];
}

export function nothingShown({ store }: Pick<Viewer, "store">): HTMLElement[] {
  const { content } = store.state;
  if (content?.table) {
    const { rowCount, truncated } = content.table;
    return [
      h("p", {}, rowCount === 0 ? "The statement ran, and found nothing." : `This result of ${truncated ? "more than " : ""}${plural(rowCount, "row")} holds no nodes or relations; the console has it as a table.`),
      h("div", { class: "ways-out" }, h("button", { type: "button", class: "quiet", "data-key": "console", onclick: () => store.dispatch(setDrawer("console")) }, rowCount === 0 ? "Open the console" : "Open the table")),
    ];
  }
  if (content?.nodes.size === 0 && content.base.kind === "path") return noPath(content.base, store);
  if (content?.nodes.size === 0) return [h("p", {}, content.answer ? content.answer.answer : "There is nothing here yet.")];
  return [h("p", {}, "Nothing is left to show."), h("p", { class: "soft" }, "Turn a row of the legend on again, or undo.")];
}
