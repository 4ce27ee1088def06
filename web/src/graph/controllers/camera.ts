/** The camera: fits each new layout, brings a selected node into view on a narrow page, and zooms on request. */

import type { NodeSingular } from "cytoscape";
import { narrowRoom, reducedMotion, type App, type Canvas } from "../canvas";
import { windowOn, type Range } from "../framing";
import type { Point } from "../layouts/layout";
import { scaleAt } from "../style";
import { labelAround } from "./labelling";

export interface Camera {
  fit(): void;
  zoomBy(factor: number): void;
  /** Brings a node into view if it is outside. */
  reveal(id: string): void;
}

/** Minimum margins around the graph in pixels. The bottom one has room for the axis and, between it and the lowest node, for a label that fits nowhere else. */
const least = { left: 36, right: 36, top: 32, bottom: 106 };
/** Gap between a label and the edge of the canvas. */
const air = 14;
/** Maximum zoom when fitting a small graph. */
const maxFit = 1.25;
/** Minimum zoom on a narrow canvas: below it, neighbouring labels no longer fit beside one another; what does not fit then is reached by panning. */
const leastLegible = 0.9;
/** Share of a narrow page's canvas that an open sheet leaves free. */
const freeShare = 0.3;
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
    const target = framed(canvas, store.state.content?.focus ?? null);
    if (first && target) cy.viewport(target);
    else if (target) go(target.zoom, target.pan);
    first &&= target === null;
  });
  canvas.on("filtered", () => {
    if (years !== store.state.view.years) fit();
    years = store.state.view.years;
  });
  const reveal = (id: string): void => {
    const at = canvas.layout.positions.get(id);
    if (!at) return;
    const { roomy, panels } = store.state;
    const isCovered = !roomy && (panels.left || panels.right || panels.drawer !== "closed");
    const [width, height] = [cy.width(), cy.height() * (isCovered ? freeShare : 1)];
    const x = at.x * cy.zoom() + cy.pan().x;
    const y = at.y * cy.zoom() + cy.pan().y;
    const inside = x > 20 && x < width - 60 && y > 20 && y < height - (isCovered ? 20 : 60);
    if (!inside) go(cy.zoom(), { x: cy.pan().x + width / 2 - x, y: cy.pan().y + height / 2 - y });
  };
  store.watch((state) => [state.view.selection, state.panels], (selection) => {
    if (selection?.kind === "node" && !store.state.roomy) reveal(selection.key);
  });
  return {
    fit,
    reveal,
    zoomBy: (factor) => {
      const centre = { x: cy.width() / 2, y: cy.height() / 2 };
      const zoom = Math.max(cy.minZoom(), Math.min(cy.maxZoom(), cy.zoom() * factor));
      const change = zoom / cy.zoom();
      go(zoom, { x: centre.x - (centre.x - cy.pan().x) * change, y: centre.y - (centre.y - cy.pan().y) * change });
    },
  };
}

interface Extent { left: number; right: number; top: number; bottom: number }

interface Place { readonly zoom: number; readonly pan: { readonly x: number; readonly y: number } }

/** Shows the whole graph, with its labels. */
function fitted(canvas: Canvas): Place | null {
  const extent = extentOf(canvas);
  if (!extent) return null;
  const { zoom, margin } = fitOf(canvas, extent);
  const [width, height] = [canvas.room.width - margin.left - margin.right, canvas.room.height - margin.top - margin.bottom];
  return {
    zoom,
    pan: {
      x: margin.left + (width - (extent.right - extent.left) * zoom) / 2 - extent.left * zoom,
      y: margin.top + (height - (extent.bottom - extent.top) * zoom) / 2 - extent.top * zoom,
    },
  };
}

/** Initial view of a new drawing: all of it, or, on a narrow canvas, the focus and its neighbours, large enough to read. */
function framed(canvas: Canvas, focus: string | null): Place | null {
  const extent = extentOf(canvas);
  const whole = fitted(canvas);
  const { room, cy, layout } = canvas;
  if (!extent || !whole || room.width >= narrowRoom || whole.zoom >= leastLegible) return whole;
  const zoom = leastLegible;
  const margin = marginsFor(canvas, extent, zoom);
  const middle = { x: (extent.left + extent.right) / 2, y: (extent.top + extent.bottom) / 2 };
  const scale = scaleAt(zoom, cy.nodes().length);
  /** A node counts as visible only with the end of its label. */
  const at = (node: NodeSingular, end: "left" | "right"): Point => {
    const { x, y } = layout.positions.get(node.id()) ?? middle;
    return { x: x + labelAround(node, scale)[end], y };
  };
  const focused = cy.getElementById(focus ?? "");
  const home = focused.empty() ? middle : at(focused, "left");
  const around = new Set(focused.neighborhood().map((one) => one.id()));
  const near = cy.nodes().map((node) => (around.has(node.id()) ? at(node, "right") : null)).filter((point) => point !== null);
  const start = (of: "x" | "y", size: number, before: number, after: number, { from, to }: Range): number =>
    -(windowOn(home[of], near.map((point) => point[of]), (size - before - after) / zoom, { from, to }) * zoom - before);
  return {
    zoom,
    pan: {
      x: start("x", room.width, margin.left, margin.right, { from: extent.left, to: extent.right }),
      y: start("y", room.height, margin.top, margin.bottom, { from: extent.top, to: extent.bottom }),
    },
  };
}

/** The margins depend on the zoom and the zoom on the margins; a few iterations settle both. */
function fitOf(canvas: Canvas, extent: Extent): { zoom: number; margin: Extent } {
  let margin: Extent = least;
  let zoom = zoomFor(extent, canvas.room, margin);
  for (let round = 0; round < 3; round++) {
    margin = marginsFor(canvas, extent, zoom);
    zoom = zoomFor(extent, canvas.room, margin);
  }
  return { zoom, margin };
}

function zoomFor({ left, right, top, bottom }: Extent, room: { width: number; height: number }, margin: Extent): number {
  const width = Math.max(40, room.width - margin.left - margin.right);
  const height = Math.max(40, room.height - margin.top - margin.bottom);
  return Math.min(maxFit, width / Math.max(1, right - left), height / Math.max(1, bottom - top));
}

/** Extent of the visible nodes; the axis is included if all nodes are visible. */
function extentOf({ cy, layout }: Canvas): Extent | null {
  const points = cy.nodes().map((node) => layout.positions.get(node.id()) ?? node.position());
  if (points.length === 0) return null;
  const isAll = points.length === layout.positions.size;
  const xs = [...points.map(({ x }) => x), ...(isAll ? layout.ticks.map(({ x }) => x) : [])];
  const ys = points.map(({ y }) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Labels that would extend past the edge of the canvas widen the margin on their side. */
function marginsFor({ cy, layout }: Canvas, extent: Extent, zoom: number): Extent {
  const margin = { ...least };
  const scale = scaleAt(zoom, cy.nodes().length);
  cy.nodes().forEach((node) => {
    const { x, y } = layout.positions.get(node.id()) ?? node.position();
    const label = labelAround(node, scale);
    margin.left = Math.max(margin.left, air - (x + label.left - extent.left) * zoom);
    margin.right = Math.max(margin.right, air + (x + label.right - extent.right) * zoom);
    margin.top = Math.max(margin.top, air - (y + label.top - extent.top) * zoom);
  });
  return margin;
}
