/** Selection and hover → classes. Hovering never changes the state, only the appearance. */

import type { Collection } from "cytoscape";
import type { App, Canvas } from "../canvas";

const hoverMs = 40;

export function showAttention({ store }: App, canvas: Canvas): void {
  const { cy } = canvas;
  const markSelected = (): void => {
    const { selection } = store.state.view;
    cy.batch(() => {
      cy.elements(".selected").removeClass("selected");
      if (selection) cy.getElementById(selection.key).addClass("selected");
    });
    canvas.tell("attended");
  };
  store.watch((state) => [state.view.selection, state.content], markSelected);
  canvas.on("laidOut", markSelected);

  let timer = 0;
  const later = (action: () => void): void => {
    clearTimeout(timer);
    timer = window.setTimeout(action, hoverMs);
  };
  cy.on("mouseover", "node", (event) => later(() => {
    const node = cy.getElementById(event.target.id());
    lookAt(canvas, node.closedNeighborhood(), node.id());
  }));
  cy.on("mouseover", "edge", (event) => later(() => {
    const edge = cy.getElementById(event.target.id());
    lookAt(canvas, edge.union(edge.connectedNodes()));
  }));
  cy.on("mouseout", "node, edge", () => later(() => lookAt(canvas, null)));
  cy.on("mouseover", "node, edge", () => canvas.host?.parentElement?.classList.add("pointing"));
  cy.on("mouseout", "node, edge", () => canvas.host?.parentElement?.classList.remove("pointing"));
}

/** Highlights a part of the graph and fades the rest; null ends it. */
export function lookAt(canvas: Canvas, part: Collection | null, first: string | null = null): void {
  const { cy } = canvas;
  cy.batch(() => {
    cy.elements(".faded, .near").removeClass("faded near");
    if (!part || part.empty()) return;
    part.addClass("near");
    cy.elements().not(part).addClass("faded");
  });
  canvas.attention = { first, near: new Set(part?.nodes().map((node) => node.id())) };
  canvas.tell("attended");
}
