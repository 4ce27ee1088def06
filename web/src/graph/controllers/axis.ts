/** The year axis beneath the graph: a line where each year begins, dashed after a gap in time. */

import { svg } from "../../dom/dom";
import type { Canvas } from "../canvas";

const labelRoom = 72;

export function drawAxis(canvas: Canvas, host: HTMLElement): void {
  const { cy } = canvas;
  const paint = (): void => {
    const { height } = canvas.room;
    const { ticks } = canvas.layout;
    const bottom = height - labelRoom;
    let lastLabel = -Infinity;
    const marks = ticks.flatMap(({ year, x, afterGap }, i) => {
      const at = Math.round(x * cy.zoom() + cy.pan().x) + 0.5;
      const line = svg("line", { x1: at, x2: at, y1: 16, y2: bottom, class: afterGap ? "axis-line gap" : "axis-line" });
      const isEnd = i === ticks.length - 1;
      if (isEnd || at - lastLabel < 34) return [line];
      lastLabel = at;
      return [line, svg("text", { x: at + 6, y: bottom + 14, class: "axis-year" }, String(year))];
    });
    host.replaceChildren(svg("svg", { width: "100%", height: "100%", "aria-hidden": "true" }, ...marks));
  };
  cy.on("viewport resize", paint);
  canvas.on("laidOut", paint);
}
