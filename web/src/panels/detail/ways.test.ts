import { expect, it } from "vitest";
import { edges, nodes } from "../../../dev/graph";
import type { Paths } from "../../api/types";
import { h } from "../../dom/dom";
import { edgeKey, initialState, startView, type AppState } from "../../state/state";
import { Store } from "../../state/store";
import type { Viewer } from "../viewer";
import { waysPage } from "./ways";

it("tells each way step by step, and a step leads to its line", () => {
  const edge = edges.find(({ from, to }) => from === "kto" && to === "direct-preference-optimization")!;
  const store = new Store<AppState>(initialState(startView, "light", true));
  const paths = { from: "kto", to: "direct-preference-optimization", paths: [{ nodes: ["kto", "direct-preference-optimization"], edges: [edge.id] }], graph: { nodes, edges, shown: 0, total: 0 } } as Paths;
  const host = h("div", {}, ...waysPage(paths, { store } as unknown as Viewer));
  expect(host.textContent).toContain("KTO and DPOOne way connects them.KTO – DPO");
  host.querySelector("li button")?.dispatchEvent(new MouseEvent("click"));
  expect(store.state.view.selection).toEqual({ kind: "edge", key: edgeKey(edge) });
});
