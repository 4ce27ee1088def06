/** The drawing surface: one Cytoscape instance, its size, and the state that its controllers share. */

import cytoscape, { type Core } from "cytoscape";
import type { Client } from "../api/client";
import type { AppState } from "../state/state";
import type { Store } from "../state/store";
import type { Box } from "./labels";
import { widestLabel, type LayoutResult } from "./layouts/layout";

/** Beyond this many edges, all edges are drawn straight. */
export const manyEdges = 700;

/** On a canvas narrower than this, in pixels, a drawing extends beyond the edges rather than become too small to read. */
export const narrowRoom = 640;

export interface Scale { readonly marks: number; readonly text: number }

export interface App {
  readonly store: Store<AppState>;
  readonly client: Client;
}

/** `laidOut`: positions are new; `filtered`: only what is shown has changed; `attended`: only the highlighting has changed; `labelled`: the number of labels left out has changed. */
type CanvasEvent = "laidOut" | "filtered" | "attended" | "labelled";

export class Canvas {
  readonly cy: Core;
  /** The layout that produced the positions on the canvas. */
  layout: LayoutResult = { maxLabel: widestLabel, positions: new Map(), ticks: [], routes: new Map() };
  /** Model units per pixel, for marks and for text. */
  scale: Scale = { marks: 1, text: 1 };
  /** The highlighted part: one node and its surroundings. Their labels come before others. */
  attention: { readonly first: string | null; readonly near: ReadonlySet<string> } = { first: null, near: new Set() };
  /** The area that the selected node's chip covers, in model units. */
  chip: Box | null = null;
  /** Number of nodes whose label was left out while nothing was highlighted. */
  unlabelled = 0;
  readonly #listeners: Readonly<Record<CanvasEvent, Set<() => void>>> = { laidOut: new Set(), filtered: new Set(), attended: new Set(), labelled: new Set() };

  constructor(readonly host: HTMLElement | null) {
    this.cy = cytoscape({
      ...(host ? { container: host } : { headless: true, styleEnabled: true }),
      minZoom: 0.08,
      maxZoom: 4,
      boxSelectionEnabled: false,
      autounselectify: true,
      selectionType: "single",
    });
  }

  on(event: CanvasEvent, listener: () => void): void {
    this.#listeners[event].add(listener);
  }

  tell(event: CanvasEvent): void {
    for (const listener of this.#listeners[event]) listener();
  }

  get room(): { width: number; height: number } {
    return { width: this.cy.width() || 900, height: this.cy.height() || 640 };
  }
}

export function reducedMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
