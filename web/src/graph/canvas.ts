/** The drawing surface: one Cytoscape instance, the room it has, and what its parts share. */

import cytoscape, { type Core } from "cytoscape";
import type { Client } from "../api/client";
import type { AppState } from "../state/state";
import type { Store } from "../state/store";
import type { Box } from "./labels";
import { widestLabel, type LayoutResult } from "./layouts/layout";

/** Beyond this many edges lines are drawn straight, and the canvas is moved as a picture while it pans. */
export const manyEdges = 700;

/** On a canvas narrower than this, in pixels, a drawing goes on beyond the edges rather than become too small to read. */
export const narrowRoom = 640;

export interface Scale { readonly marks: number; readonly text: number }

export interface App {
  readonly store: Store<AppState>;
  readonly client: Client;
}

export class Canvas {
  readonly cy: Core;
  /** The layout that the positions on the canvas come from. */
  layout: LayoutResult = { maxLabel: widestLabel, positions: new Map(), ticks: [], routes: new Map() };
  /** Model units for one pixel of a mark, and of text. */
  scale: Scale = { marks: 1, text: 1 };
  /** What is looked at: one node, and what is around it. Their labels come before others. */
  attention: { readonly first: string | null; readonly near: ReadonlySet<string> } = { first: null, near: new Set() };
  /** What the selected node's chip covers, in model units. */
  chip: Box | null = null;
  readonly #listeners = { laidOut: new Set<() => void>(), filtered: new Set<() => void>(), attended: new Set<() => void>() };

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

  /** `laidOut`: positions are new; `filtered`: they are not, but what is shown is; `attended`: only what is looked at has changed. */
  on(event: "laidOut" | "filtered" | "attended", listener: () => void): void {
    this.#listeners[event].add(listener);
  }

  tell(event: "laidOut" | "filtered" | "attended"): void {
    for (const listener of this.#listeners[event]) listener();
  }

  get room(): { width: number; height: number } {
    return { width: this.cy.width() || 900, height: this.cy.height() || 640 };
  }
}

export function reducedMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
