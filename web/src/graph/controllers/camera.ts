/** Where the camera stands: it fits a new graph, keeps still on an expansion that fits, and zooms on request. */

import { visibleIn } from "../../state/visible";
import { reducedMotion, type App, type Canvas } from "../canvas";

export interface Camera {
  fit(): void;
  zoomBy(factor: number): void;
  /** Brings a node into view where it is not. */
  reveal(id: string): void;
}

/** Room around the graph in pixels: labels right, the axis below. */
const margin = { left: 46, right: 96, top: 56, bottom: 84 };
/** A small graph is not blown up beyond this. */
const maxFit = 1.25;
const moveMs = 180;

export function createCamera({ store }: App, canvas: Canvas): Camera {
  const { cy } = canvas;
  const go = (zoom: number, pan: { x: number; y: number }): void => {
    cy.stop(true);
    if (reducedMotion()) cy.viewport({ zoom, pan });
    else cy.animate({ zoom, pan, duration: moveMs, easing: "ease-out" });
  };
  const fit = (): void => {
    const target = fitted(canvas);
    if (target) go(target.zoom, target.pan);
  };
  let drawn: unknown = null;
  canvas.on("laidOut", () => {
    const { state } = store;
    const first = drawn === null;
    if (visibleIn(state).nodes.length === 0) return;
    if (drawn !== state.content) {
      drawn = state.content;
      const target = fitted(canvas);
      if (target && first) cy.viewport(target);
      else fit();
    } else fit();
  });
  return {
    fit,
    zoomBy: (factor) => {
      const centre = { x: cy.width() / 2, y: cy.height() / 2 };
      const zoom = Math.max(cy.minZoom(), Math.min(cy.maxZoom(), cy.zoom() * factor));
      const change = zoom / cy.zoom();
      go(zoom, { x: centre.x - (centre.x - cy.pan().x) * change, y: centre.y - (centre.y - cy.pan().y) * change });
    },
    reveal: (id) => {
      const at = canvas.layout.positions.get(id);
      if (!at) return;
      const x = at.x * cy.zoom() + cy.pan().x;
      const y = at.y * cy.zoom() + cy.pan().y;
      const inside = x > 20 && x < cy.width() - 60 && y > 20 && y < cy.height() - 60;
      if (!inside) go(cy.zoom(), { x: cy.pan().x + cy.width() / 2 - x, y: cy.pan().y + cy.height() / 2 - y });
    },
  };
}

function fitted(canvas: Canvas): { zoom: number; pan: { x: number; y: number } } | null {
  const points = [...canvas.layout.positions.values()];
  if (points.length === 0) return null;
  const xs = [...points.map(({ x }) => x), ...canvas.layout.ticks.map(({ x }) => x)];
  const ys = points.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = canvas.room;
  const rightMargin = canvas.layout.ticks.length > 0 ? 40 : margin.right;
  const width = Math.max(40, room.width - margin.left - rightMargin);
  const height = Math.max(40, room.height - margin.top - margin.bottom);
  const zoom = Math.min(maxFit, width / Math.max(1, right - left), height / Math.max(1, bottom - top));
  return {
    zoom,
    pan: {
      x: margin.left + (width - (right - left) * zoom) / 2 - left * zoom,
      y: margin.top + (height - (bottom - top) * zoom) / 2 - top * zoom,
    },
  };
}
