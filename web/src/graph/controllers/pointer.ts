/** Pointer on the canvas → actions. A click selects, a second click or a double click expands, shift-click finds a path. */

import { expand, select, show, showPathTo } from "../../state/actions/view";
import type { App, Canvas } from "../canvas";

export function listenToPointer({ store }: App, canvas: Canvas): void {
  const { cy } = canvas;
  cy.on("onetap", "node", (event) => {
    const id = event.target.id() as string;
    const { selection } = store.state.view;
    const from = event.originalEvent.shiftKey && selection?.kind === "node" ? selection.key : null;
    if (store.state.pathFrom !== null && store.state.pathFrom !== id) store.dispatch(showPathTo(id));
    else if (from !== null && from !== id) store.dispatch(show({ kind: "path", from, to: id }));
    else if (selection?.kind === "node" && selection.key === id) store.dispatch(expand(id));
    else store.dispatch(select({ kind: "node", key: id }));
  });
  cy.on("dbltap", "node", (event) => store.dispatch(expand(event.target.id() as string)));
  cy.on("tap", "edge", (event) => store.dispatch(select({ kind: "edge", key: event.target.id() as string })));
  cy.on("tap", (event) => {
    if (event.target === cy) store.dispatch(select(null));
  });
}
