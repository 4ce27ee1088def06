/** Visible state → canvas: adds, removes, lays out. Positions move only when what is shown or how has changed. */

import type { LayoutId } from "../../state/state";
import { visibleIn, type Visible } from "../../state/visible";
import { manyEdges, reducedMotion, type App, type Canvas } from "../canvas";
import { curveBetween } from "../curves";
import { elementsOf, endsOf, parentsIn } from "../elements";
import { clusterLayout } from "../layouts/cluster";
import type { LayoutInput, LayoutResult } from "../layouts/layout";
import { yearLayout } from "../layouts/year";
import { isDescent } from "../marks";
import { focusFont, forgetWidths, labelFont, labelWidth } from "../measure";

const layouts = { year: yearLayout, cluster: clusterLayout };
const moveMs = 180;
/** A window being dragged changes size many times; the layout waits for the last. */
const settleMs = 120;

export function projectState({ store }: App, canvas: Canvas): void {
  store.watch(
    (state) => [visibleIn(state), state.view.layout, state.content?.focus ?? null],
    (shown, layout, focus) => draw(canvas, shown, layout, focus),
  );
}

/** Lays out once more when the room or the fonts have changed. */
export function redrawWhenRoomChanges({ store }: App, canvas: Canvas): void {
  const redraw = (): void => {
    const { state } = store;
    if (state.content) draw(canvas, visibleIn(state), state.view.layout, state.content.focus);
  };
  let timer = 0;
  canvas.cy.on("resize", () => {
    clearTimeout(timer);
    timer = window.setTimeout(redraw, settleMs);
  });
  const fonts = [labelFont, focusFont].map(({ weight, size, family }) => document.fonts.load(`${weight} ${size}px ${family}`));
  void Promise.all(fonts).then(() => {
    forgetWidths();
    redraw();
  });
}

function draw(canvas: Canvas, shown: Visible, layout: LayoutId, focus: string | null): void {
  const { cy } = canvas;
  const known = new Set(cy.nodes().map((node) => node.id()));
  const result = layouts[layout].run(inputOf(canvas, shown, focus));
  canvas.layout = result;
  cy.batch(() => {
    update(canvas, shown);
    cy.nodes().removeClass("focus");
    if (focus !== null) cy.getElementById(focus).addClass("focus");
    place(canvas, result, known);
    bend(canvas, shown, result, layout === "year" && shown.edges.length <= manyEdges);
  });
  canvas.tell("laidOut");
}

function inputOf(canvas: Canvas, shown: Visible, focus: string | null): LayoutInput {
  const { width, height } = canvas.room;
  const parents = parentsIn(shown);
  return {
    nodes: shown.nodes.map(({ id, year, label }) => ({
      id, year, labelRight: id !== focus && !parents.has(id), labelWidth: id === focus ? labelWidth(label, focusFont) : labelWidth(label),
    })),
    edges: shown.edges.map((edge) => ({ ...endsOf(edge), descent: isDescent(edge.edge.type) })),
    focus,
    width: width - 120,
    height: height - 150,
  };
}

function update({ cy }: Canvas, shown: Visible): void {
  const wanted = elementsOf(shown);
  cy.elements().filter((element) => !wanted.has(element.id())).remove();
  const added = [];
  for (const [id, definition] of wanted) {
    const present = cy.getElementById(id);
    if (present.empty()) added.push(definition);
    else present.data(definition.data);
  }
  cy.add(added);
}

/** Newcomers appear where they belong; those that were there move, so that the eye can follow. */
function place({ cy }: Canvas, { positions }: LayoutResult, known: ReadonlySet<string>): void {
  const animated = known.size > 0 && known.size <= 200 && !reducedMotion();
  cy.nodes().stop(true);
  cy.nodes().forEach((node) => {
    const position = positions.get(node.id());
    if (!position) return;
    if (animated && known.has(node.id())) node.animate({ position, duration: moveMs, easing: "ease-out" });
    else node.position(position);
  });
}

/** Curves are set for where the nodes will be; while they move, the lines bend towards their final course. */
function bend({ cy }: Canvas, shown: Visible, { positions, routes }: LayoutResult, curved: boolean): void {
  shown.edges.forEach((edge, index) => {
    const { source, target } = endsOf(edge);
    const [a, b] = [positions.get(source), positions.get(target)];
    const element = cy.getElementById(edge.key);
    const stops = routes.get(index) ?? [];
    if (curved && a && b) element.addClass("curved").data({ ...curveBetween(a, b, stops), stops });
    else element.removeClass("curved");
  });
}
