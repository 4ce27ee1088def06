/** Visible state → canvas: adds, removes, lays out. Filters hide without moving anything; new content moves only what it must. */

import type { Node } from "../../api/types";
import type { LayoutId } from "../../state/state";
import { visibleIn, type Visible, type Whole } from "../../state/visible";
import { manyEdges, narrowRoom, reducedMotion, type App, type Canvas } from "../canvas";
import { curveBetween } from "../curves";
import { elementsOf, endsOf, parentsIn } from "../elements";
import { clusterLayout } from "../layouts/cluster";
import type { LayoutInput } from "../layouts/layout";
import { yearLayout } from "../layouts/year";
import { isOrdering } from "../marks";
import { blockWidth, focusFont, labelFont, labelWidth, useWebFonts, type Font } from "../measure";
import { focusSize, maxMarkScale, nodeSize, widestFocusLabel } from "../style";
import { labelText, linesOf, widestLine } from "../wrapping";

const layouts = { year: yearLayout, cluster: clusterLayout };
const moveMs = 180;
/** Distance between parallel lines that connect the same two nodes. */
const lane = 9;
/** Gap between a curve and the rim of the largest mark that a node may have, in pixels. */
const rimGap = 2;
/** A window being resized changes size many times; the layout waits for the last change. */
const settleMs = 120;

export function projectState({ store }: App, canvas: Canvas): void {
  let drawn: readonly [Whole, LayoutId] | null = null;
  const draw = (afresh: boolean): void => {
    const { state } = store;
    const shown = visibleIn(state);
    const { layout } = state.view;
    const focus = state.content?.focus ?? null;
    const isSame = !afresh && drawn !== null && drawn[0] === shown.whole && drawn[1] === layout;
    if (!isSame) canvas.layout = layouts[layout].run(inputOf(canvas, shown.whole, focus));
    drawn = [shown.whole, layout];
    project(canvas, shown, focus, layout === "year");
    canvas.tell(isSame ? "filtered" : "laidOut");
  };
  store.watch((state) => [visibleIn(state), state.view.layout], () => draw(false));
  whenRoomOrFontsChange(canvas, () => draw(true));
}

function whenRoomOrFontsChange(canvas: Canvas, redraw: () => void): void {
  let timer = 0;
  let room = canvas.room;
  canvas.cy.on("resize", () => {
    const now = canvas.room;
    // Cytoscape also emits "resize" for a change of the container's style, such as its cursor.
    if (now.width === room.width && now.height === room.height) return;
    room = now;
    clearTimeout(timer);
    timer = window.setTimeout(redraw, settleMs);
  });
  const fonts = [labelFont, focusFont].map(({ weight, size, family }) => document.fonts.load(`${weight} ${size}px ${family}`));
  void Promise.all(fonts).then(() => {
    useWebFonts();
    redraw();
  });
}

function inputOf(canvas: Canvas, whole: Whole, focus: string | null): LayoutInput {
  const { width, height } = canvas.room;
  const parents = parentsIn(whole);
  return {
    nodes: whole.nodes.map((node) => ({
      id: node.id, year: node.year, labelRight: node.id !== focus && !parents.has(node.id), labelWidth: blockWidth(labelOf(node, focus, widestLine), fontOf(node, focus)),
    })),
    edges: whole.edges.map((edge) => ({ key: edge.key, ...endsOf(edge), descent: isOrdering(edge.edge.type) })),
    focus,
    width: width - 120,
    height: height - 150,
    pans: width < narrowRoom,
  };
}

const fontOf = (node: Node, focus: string | null): Font => (node.id === focus ? focusFont : labelFont);

function labelOf(node: Node, focus: string | null, width: number): string {
  const font = fontOf(node, focus);
  return linesOf(labelText(node), node.id === focus ? widestFocusLabel : width, (text) => labelWidth(text, font)).join("\n");
}

function project(canvas: Canvas, shown: Visible, focus: string | null, byYear: boolean): void {
  const { cy } = canvas;
  cy.batch(() => {
    const known = new Set(cy.nodes().map((node) => node.id()));
    update(canvas, shown, focus);
    cy.nodes().removeClass("focus");
    if (focus !== null) cy.getElementById(focus).addClass("focus");
    cy.nodes().forEach((node) => void node.toggleClass("outside", shown.outside.has(node.id())));
    place(canvas, known);
    bend(canvas, shown, focus, byYear && shown.whole.edges.length <= manyEdges);
  });
}

function update({ cy, layout }: Canvas, shown: Visible, focus: string | null): void {
  const wanted = elementsOf(shown, (node) => labelOf(node, focus, Math.min(widestLine, layout.maxLabel)));
  cy.elements().filter((element) => !wanted.has(element.id())).remove();
  const added = [];
  for (const [id, definition] of wanted) {
    const present = cy.getElementById(id);
    if (present.empty()) added.push(definition);
    else present.data(definition.data);
  }
  cy.add(added);
}

/** New nodes appear in place; existing ones are animated to their new positions, so that the eye can follow. */
function place({ cy, layout: { positions } }: Canvas, known: ReadonlySet<string>): void {
  const animated = known.size > 0 && known.size <= 200 && !reducedMotion();
  cy.nodes().stop(true);
  cy.nodes().forEach((node) => {
    const position = positions.get(node.id());
    if (!position) return;
    if (animated && known.has(node.id())) node.animate({ position, duration: moveMs, easing: "ease-out" });
    else node.position(position);
  });
}

/**
 * Curves are computed for the final positions of the nodes; while these move, the lines bend towards their final course. Curves keep
 * clear of the largest mark, so that they are valid at every zoom.
 */
function bend({ cy, layout: { positions, routes } }: Canvas, shown: Visible, focus: string | null, curved: boolean): void {
  const largest = maxMarkScale(shown.nodes.length);
  const clearance = (id: string): number => ((id === focus ? focusSize : nodeSize) / 2) * largest + rimGap;
  const between = new Map<string, number>();
  for (const edge of shown.edges) {
    const { source, target } = endsOf(edge);
    const pair = source < target ? `${source}|${target}` : `${target}|${source}`;
    const earlier = between.get(pair) ?? 0;
    between.set(pair, earlier + 1);
    const [a, b] = [positions.get(source), positions.get(target)];
    const element = cy.getElementById(edge.key);
    const stops = routes.get(edge.key) ?? [];
    const ends = { source: clearance(source), target: clearance(target) };
    const curve = curved && a && b ? curveBetween(a, b, ends, stops, earlier * lane) : null;
    if (curve) element.data({ ...curve, stops }).addClass("curved");
    else element.removeClass("curved");
  }
}
