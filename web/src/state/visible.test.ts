import { expect, it } from "vitest";
import { edges, nodes } from "../../dev/graph";
import type { Edge } from "../api/types";
import { merge } from "./content";
import { initialState, startView } from "./state";
import { visibleIn } from "./visible";

const edge = (from: string, type: string, to: string): Edge => ({ ...(edges[0] as Edge), id: `${from}${type}${to}`, from, type, to });

function drawn(...between: Edge[]): string[] {
  const content = { ...merge([{ nodes, edges: between, shown: 0, total: 0 }]), own: new Set<string>(), focus: null, title: "", total: 0, cypher: "", answer: null, table: null, base: startView.base, milliseconds: 0 };
  return visibleIn({ ...initialState(startView, "light", true), content }).edges.map(({ edge: { from, type, to } }) => `${from} ${type} ${to}`);
}

it("draws the strongest relation of two concepts, whichever way the others run", () => {
  expect(drawn(edge("kto", "BUILDS_ON", "ppo"), edge("ppo", "COMPARES_WITH", "kto"), edge("kto", "VARIANT_OF", "ppo"))).toEqual(["kto VARIANT_OF ppo"]);
  expect(drawn(edge("kto", "COMPARES_WITH", "ppo"), edge("kto", "BUILDS_ON", "ppo"))).toEqual(["kto BUILDS_ON ppo"]);
  expect(drawn(edge("kto", "COMPARES_WITH", "ppo"), edge("kto", "EVALUATES_ON", "ppo"))).toEqual(["kto COMPARES_WITH ppo", "kto EVALUATES_ON ppo"]);
});
