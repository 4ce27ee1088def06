/** Where the camera stands: it fits a new graph, keeps still on an expansion that fits, and zooms on request. */

import { reducedMotion, type App, type Canvas } from "../canvas";
import { labelWidth } from "../measure";

export interface Camera {
  fit(): void;
  zoomBy(factor: number): void;
  /** Brings a node into view where it is not. */
  reveal(id: string): void;
}

/** Least room around the graph in pixels: a label above, the axis below. */
const least = { left: 36, right: 36, top: 56, bottom: 92 };
/** Between a label and the edge of the canvas. */
const air = 14;
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
  let first = true;
  let years = store.state.view.years;
  canvas.on("laidOut", () => {
    const target = fitted(canvas);
    if (first && target) cy.viewport(target);
    else fit();
    first &&= target === null;
  });
  canvas.on("filtered", () => {
    if (years !== store.state.view.years) fit();
    years = store.state.view.years;
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

interface Extent { left: number; right: number; top: number; bottom: number }

function fitted(canvas: Canvas): { zoom: number; pan: { x: number; y: number } } | null {
  const extent = extentOf(canvas);
  if (!extent) return null;
  const loose = zoomFor(extent, canvas.room, least);
  const margin = marginsFor(canvas, extent, loose);
  const zoom = zoomFor(extent, canvas.room, margin);
  const [width, height] = [canvas.room.width - margin.left - margin.right, canvas.room.height - margin.top - margin.bottom];
  return {
    zoom,
    pan: {
      x: margin.left + (width - (extent.right - extent.left) * zoom) / 2 - extent.left * zoom,
      y: margin.top + (height - (extent.bottom - extent.top) * zoom) / 2 - extent.top * zoom,
    },
  };
}

function zoomFor({ left, right, top, bottom }: Extent, room: { width: number; height: number }, margin: Extent): number {
  const width = Math.max(40, room.width - margin.left - margin.right);
  const height = Math.max(40, room.height - margin.top - margin.bottom);
  return Math.min(maxFit, width / Math.max(1, right - left), height / Math.max(1, bottom - top));
}

/** Of what is shown; the axis counts where all of it is. */
function extentOf({ cy, layout }: Canvas): Extent | null {
  const points = cy.nodes().map((node) => layout.positions.get(node.id()) ?? node.position());
  if (points.length === 0) return null;
  const isAll = points.length === layout.positions.size;
  const xs = [...points.map(({ x }) => x), ...(isAll ? layout.ticks.map(({ x }) => x) : [])];
  const ys = points.map(({ y }) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Labels that would hang over the edge of the canvas widen the margin on their side. */
function marginsFor({ cy, layout }: Canvas, extent: Extent, zoom: number): Extent {
  const margin = { ...least };
  cy.nodes().forEach((node) => {
    const { x } = layout.positions.get(node.id()) ?? node.position();
    const width = Math.min(labelWidth(node.data("label") as string), layout.maxLabel);
    const isRight = node.data("side") === "right";
    margin.left = Math.max(margin.left, (isRight ? 0 : width / 2) - (x - extent.left) * zoom + air);
    margin.right = Math.max(margin.right, (isRight ? width + air : width / 2) - (extent.right - x) * zoom + air);
  });
  return margin;
}
