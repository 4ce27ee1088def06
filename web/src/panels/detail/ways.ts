/** How two nodes are connected, in words: each path step by step, with the sentence that shows the step. */

import type { Edge, Paths } from "../../api/types";
import { h, plural, type Child } from "../../dom/dom";
import { select } from "../../state/actions/view";
import { edgeKey } from "../../state/state";
import type { Viewer } from "../viewer";
import { edgeText, quoteOf } from "./edge";
import { section } from "./parts";

export function waysPage({ from, to, paths, graph }: Paths, viewer: Viewer): Child[] {
  const nodes = viewer.store.state.content?.nodes ?? new Map(graph.nodes.map((node) => [node.id, node]));
  const label = (id: string): string => nodes.get(id)?.label ?? id;
  if (paths.length === 0) return [h("h2", { class: "title" }, "No way found")];
  const edges = new Map(graph.edges.map((edge) => [edge.id, edge]));
  return [
    h("h2", { class: "title" }, `${label(from)} and ${label(to)}`),
    h("p", { class: "soft" }, paths.length === 1 ? "One way connects them." : `${plural(paths.length, "way")} connect them, the shortest first.`),
    ...paths.map((path) => section(path.nodes.map(label).join(" – "),
      h("ol", { class: "list" }, ...path.edges.map((id) => edges.get(id)).filter((edge) => edge !== undefined).map((edge) => step(edge, viewer, nodes))))),
  ];
}

function step(edge: Edge, { store }: Viewer, nodes: Parameters<typeof edgeText>[1]): HTMLElement {
  const key = edgeKey(edge);
  return h("li", {}, h("button", { type: "button", class: "link", "data-key": `step-${key}`, onclick: () => store.dispatch(select({ kind: "edge", key })) }, edgeText(edge, nodes)),
    edge.evidence ? h("p", { class: "words" }, ...quoteOf(edge, nodes)) : null);
}
