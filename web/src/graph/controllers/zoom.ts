/**
 * Keeps text readable at every zoom: when zoomed out, marks and labels keep their size on the screen, and fewer labels
 * fit. Which labels fit is decided again whenever the layout, the zoom or the theme has changed.
 */

import type { App, Canvas, Scale } from "../canvas";
import { readPalette } from "../palette";
import { scaleAt, styleSheet } from "../style";
import { chooseLabels } from "./labelling";

const settleMs = 90;

export function keepReadable({ store }: App, canvas: Canvas): void {
  const scaleNow = (): Scale => scaleAt(canvas.cy.zoom(), canvas.cy.nodes().length);
  const restyle = (): void => {
    canvas.scale = scaleNow();
    const { cy, scale } = canvas;
    cy.style(styleSheet({ palette: readPalette(), scale, lines: cy.edges().length }));
    label();
  };
  const label = (): void => {
    const leftOut = chooseLabels(canvas, (id) => store.state.content?.nodes.get(id)?.rank ?? 0);
    // The labels around the pointer displace others for a moment only.
    if (canvas.attention.near.size > 0 || leftOut === canvas.unlabelled) return;
    canvas.unlabelled = leftOut;
    canvas.tell("labelled");
  };
  let timer = 0;
  canvas.cy.on("zoom", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => { if (canvas.scale.text !== scaleNow().text) restyle(); }, settleMs);
  });
  canvas.on("laidOut", restyle);
  canvas.on("filtered", restyle);
  canvas.on("attended", label);
  store.watch((state) => [state.theme], () => queueMicrotask(restyle));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => queueMicrotask(restyle));
}
