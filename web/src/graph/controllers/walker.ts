/** Keyboard navigation in the graph: arrows walk along edges, E cycles through the edges of a node. */

import { select } from "../../state/actions/view";
import type { Selection } from "../../state/state";
import { visibleIn, type ShownEdge } from "../../state/visible";
import type { App, Canvas } from "../canvas";
import { nextStop, type Heading, type Stop } from "../walk";
import type { Camera } from "./camera";

export interface Walker {
  go(heading: Heading): void;
  nextEdge(): void;
}

export function createWalker({ store }: App, canvas: Canvas, camera: Camera): Walker {
  let origin: string | null = null;
  const choose = (selection: Selection, reveal: string): void => {
    store.dispatch(select(selection));
    camera.reveal(reveal);
  };
  return {
    go: (heading) => {
      const here = standingOn(store.state, origin);
      const at = here === null ? null : canvas.layout.positions.get(here);
      const next = here === null || !at ? firstNode(store.state) : nextStop(at, stopsAround(store.state, canvas, here), heading);
      origin = next ?? origin;
      if (next !== null) choose({ kind: "node", key: next }, next);
    },
    nextEdge: () => {
      const here = standingOn(store.state, origin);
      if (here === null) return;
      origin = here;
      const around = edgesAround(store.state, here);
      const now = store.state.view.selection;
      const index = now?.kind === "edge" ? around.findIndex(({ key }) => key === now.key) : -1;
      const next = around[(index + 1) % around.length];
      if (next) choose({ kind: "edge", key: next.key }, next.edge.from === here ? next.edge.to : next.edge.from);
    },
  };
}

type State = App["store"]["state"];

/** The selected node; for an edge, the end that the walk came from; without a selection, the focus. */
function standingOn(state: State, origin: string | null): string | null {
  const { selection } = state.view;
  if (selection === null) return state.content?.focus ?? null;
  if (selection.kind === "node") return selection.key;
  const edge = state.content?.edges.get(selection.key);
  if (!edge) return null;
  return origin === edge.from || origin === edge.to ? origin : edge.to;
}

/** Edges with a sentence come first, then by confidence. */
function edgesAround(state: State, here: string): ShownEdge[] {
  const worth = ({ edge }: ShownEdge): number => (edge.evidence ? 1 : 0) + (edge.confidence ?? 0);
  return visibleIn(state).edges.filter(({ edge }) => edge.from === here || edge.to === here).sort((a, b) => worth(b) - worth(a));
}

function firstNode(state: State): string | null {
  return state.content?.focus ?? visibleIn(state).nodes[0]?.id ?? null;
}

function stopsAround(state: State, canvas: Canvas, here: string): Stop[] {
  const shown = visibleIn(state);
  const connected = new Set(shown.edges.flatMap(({ edge }) =>
    edge.from === here ? [edge.to] : edge.to === here ? [edge.from] : []));
  return shown.nodes.flatMap(({ id }) => {
    const at = canvas.layout.positions.get(id);
    return id === here || !at ? [] : [{ id, ...at, connected: connected.has(id) }];
  });
}
