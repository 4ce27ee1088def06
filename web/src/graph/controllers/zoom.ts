/**
 * Text stays readable at every distance: seen from afar, marks and labels keep their size on the screen, and fewer labels
 * fit. Which labels fit is decided anew whenever the layout, the zoom or the theme has changed.
 */

import type { NodeSingular } from "cytoscape";
import { manyEdges, type App, type Canvas, type Scale } from "../canvas";
import { fittingLabels, type LabelBox, type MarkBox } from "../labels";
import { focusFont, labelFont, labelWidth } from "../measure";
import { readPalette } from "../palette";
import { focusSize, maxMarkScale, nodeSize, styleSheet, widestFocusLabel } from "../style";

/** Seen from farther than this, text begins to shrink after all. */
const maxTextScale = 5;
const settleMs = 90;

export function keepReadable({ store }: App, canvas: Canvas): void {
  const scaleNow = (): Scale => {
    const full = Math.max(1, 1 / canvas.cy.zoom());
    return { marks: Math.min(maxMarkScale(canvas.cy.nodes().length), full), text: Math.min(maxTextScale, full) };
  };
  const restyle = (): void => {
    canvas.scale = scaleNow();
    const { cy, scale, layout } = canvas;
    cy.style(styleSheet({ palette: readPalette(), scale, maxLabel: layout.maxLabel, dense: cy.edges().length > manyEdges }));
    chooseLabels(canvas, (id) => store.state.content?.nodes.get(id)?.rank ?? 0);
  };
  let timer = 0;
  canvas.cy.on("zoom", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => { if (canvas.scale.text !== scaleNow().text) restyle(); }, settleMs);
  });
  canvas.on("laidOut", restyle);
  canvas.on("filtered", restyle);
  store.watch((state) => [state.theme], () => queueMicrotask(restyle));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => queueMicrotask(restyle));
}

function chooseLabels({ cy, scale, layout }: Canvas, rankOf: (id: string) => number): void {
  const labels: LabelBox[] = [];
  const marks: MarkBox[] = [];
  cy.nodes().forEach((node) => {
    const at = layout.positions.get(node.id()) ?? node.position();
    const radius = ((node.hasClass("focus") ? focusSize : nodeSize) / 2) * scale.marks;
    marks.push({ id: node.id(), left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius });
    labels.push(labelBox(node, at, radius, { scale: scale.text, maxLabel: layout.maxLabel }, rankOf(node.id())));
  });
  const fitting = fittingLabels(labels, marks);
  cy.batch(() => cy.nodes().forEach((node) => void node.toggleClass("labelled", fitting.has(node.id()))));
}

/** Breathing room around a label, in pixels. */
const air = 2;

function labelBox(node: NodeSingular, at: { x: number; y: number }, radius: number, { scale, maxLabel }: { scale: number; maxLabel: number }, rank: number): LabelBox {
  const focus = node.hasClass("focus");
  const text = node.data("label") as string;
  const font = focus ? focusFont : labelFont;
  const width = Math.min(labelWidth(text, font), focus ? widestFocusLabel : maxLabel) * scale;
  const height = font.size * scale;
  const id = node.id();
  const priority = focus ? Number.MAX_VALUE : node.degree(false) + rank / 1000;
  if (!focus && node.data("side") === "right") {
    const left = at.x + radius + (6 - air) * scale;
    return { id, priority, left, right: left + width + 2 * air * scale, top: at.y - height / 2, bottom: at.y + height / 2 };
  }
  const bottom = at.y - radius - (focus ? 9 : 5) * scale + air;
  return { id, priority, left: at.x - width / 2 - air, right: at.x + width / 2 + air, top: bottom - height - air, bottom };
}
