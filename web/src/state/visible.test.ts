import { describe, expect, it } from "vitest";
import { edges, nodes } from "../../dev/graph";
import type { Edge } from "../api/types";
import { merge } from "./content";
import { initialState, startView, type Base, type Content, type YearRange } from "./state";
import { visibleIn, type Visible } from "./visible";

const edge = (from: string, type: string, to: string): Edge => ({ ...(edges[0] as Edge), id: `${from}${type}${to}`, from, type, to });

function contentOf(between: readonly Edge[], focus: string | null = null, base: Base = startView.base): Content {
  return { ...merge([{ nodes, edges: between, shown: 0, total: 0 }]), own: new Set<string>(), focus, title: "", total: 0, cypher: "", answer: null, table: null, base, milliseconds: 0 };
}

const linesOf = (shown: Visible): string[] => shown.edges.map(({ edge: { from, type, to } }) => `${from} ${type} ${to}`);

function drawn(...between: Edge[]): string[] {
  return linesOf(visibleIn({ ...initialState(startView, "light", true), content: contentOf(between) }));
}

it("draws the strongest relation of two concepts, whichever way the others run", () => {
  expect(drawn(edge("kto", "BUILDS_ON", "ppo"), edge("ppo", "COMPARES_WITH", "kto"), edge("kto", "VARIANT_OF", "ppo"))).toEqual(["kto VARIANT_OF ppo"]);
  expect(drawn(edge("kto", "COMPARES_WITH", "ppo"), edge("kto", "BUILDS_ON", "ppo"))).toEqual(["kto BUILDS_ON ppo"]);
  expect(drawn(edge("kto", "COMPARES_WITH", "ppo"), edge("kto", "EVALUATES_ON", "ppo"))).toEqual(["kto COMPARES_WITH ppo", "kto EVALUATES_ON ppo"]);
});

describe("the years", () => {
  const within = (years: YearRange | null, content: Content): Visible => visibleIn({ ...initialState({ ...startView, years }, "light", true), content });
  const lineage = contentOf([edge("kto", "BUILDS_ON", "rlhf"), edge("ppo", "BUILDS_ON", "trpo"), edge("rlhf", "BUILDS_ON", "ppo")], "rlhf");

  it("leave the focus and its lines, and say that it is outside", () => {
    const shown = within([2024, 2025], lineage);
    expect(linesOf(shown)).toEqual(["kto BUILDS_ON rlhf"]);
    expect([...shown.outside]).toEqual(["rlhf"]);
    expect(shown.nodes.map(({ id }) => id)).toContain("rlhf");
    expect(shown.nodes.map(({ id }) => id)).not.toContain("ppo");
  });

  it("leave both ends of a path", () => {
    const path = contentOf([edge("rlhf", "BUILDS_ON", "ppo"), edge("ppo", "BUILDS_ON", "trpo")], "trpo", { kind: "path", from: "rlhf", to: "trpo" });
    const shown = within([2017, 2017], path);
    expect(linesOf(shown)).toEqual(["rlhf BUILDS_ON ppo", "ppo BUILDS_ON trpo"]);
    expect([...shown.outside]).toEqual(["rlhf", "trpo"]);
  });

  it("exclude nothing that is within them, or has no year", () => {
    expect([...within([2020, 2024], lineage).outside]).toEqual([]);
    expect([...within(null, lineage).outside]).toEqual([]);
  });

  it("do not bring back a focus that was hidden", () => {
    const state = { ...initialState({ ...startView, years: [2024, 2025], hiddenTypes: ["Method"] }, "light", true), content: lineage } as const;
    expect(visibleIn(state).nodes.filter(({ type }) => type === "Method")).toEqual([]);
  });
});
