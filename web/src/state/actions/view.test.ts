import { describe, expect, it } from "vitest";
import { edges, nodes } from "../../../dev/graph";
import { nodeMarks } from "../../graph/marks";
import { merge } from "../content";
import { initialState, startView, type AppState } from "../state";
import { visibleIn } from "../visible";
import { redo, undo } from "./history";
import { collapse, expand, expandStep, isolateType, remove, select, setDepth, show, toggleLine, toggleType } from "./view";

const dpo = "direct-preference-optimization";

function loaded(): AppState {
  const content = { ...merge([{ nodes, edges, shown: 0, total: 0 }]), own: new Set<string>(), focus: dpo, title: "", total: 64, cypher: "", answer: null, table: null, base: startView.base, milliseconds: 0 };
  return { ...initialState(startView, "light", true), content, loading: false };
}

describe("expanding and collapsing", () => {
  it("asks for a step more each time", () => {
    const state = expand("ppo")(expand("ppo")(loaded()));
    expect(state.view.expansions).toEqual([{ of: "ppo", limit: 2 * expandStep }]);
  });

  it("collapses what was expanded", () => {
    expect(collapse("ppo")(expand("ppo")(loaded())).view.expansions).toEqual([]);
  });

  it("takes the leaves from a node that was never expanded, and nothing else", () => {
    expect(collapse("ppo")(loaded()).view.removed).toEqual(["trpo"]);
  });

  it("brings a removed node back when it is expanded", () => {
    expect(expand("kto")(remove("kto")(loaded())).view.removed).toEqual([]);
  });
});

describe("undo and redo", () => {
  it("restore every former view, and end at the first", () => {
    const states = [loaded()];
    for (const action of [expand("ppo"), toggleType("Dataset"), remove("kto"), show({ kind: "ask", question: "why?" })]) {
      states.push(action(states.at(-1) as AppState));
    }
    let state = states.at(-1) as AppState;
    for (const earlier of states.slice(0, -1).reverse()) {
      state = undo()(state);
      expect(state.view).toEqual(earlier.view);
    }
    expect(undo()(state)).toBe(state);
    for (const later of states.slice(1)) {
      state = redo()(state);
      expect(state.view).toEqual(later.view);
    }
  });

  it("forget what was undone once something new is done", () => {
    expect(expand("kto")(undo()(expand("ppo")(loaded()))).future).toEqual([]);
  });

  it("do not count selecting as a step", () => {
    expect(select({ kind: "node", key: "ppo" })(loaded()).past).toEqual([]);
  });
});

describe("the legend", () => {
  it("keeps a row's count while the row is off", () => {
    const before = visibleIn(loaded()).typeCounts.get("Dataset");
    const after = visibleIn(toggleType("Dataset")(loaded()));
    expect(before).toBe(2);
    expect(after.typeCounts.get("Dataset")).toBe(before);
    expect(after.nodes.some(({ type }) => type === "Dataset")).toBe(false);
  });

  it("counts an edge only while both of its ends are shown", () => {
    const all = visibleIn(loaded()).lineCounts.get("evaluates-on") ?? 0;
    expect(visibleIn(toggleType("Dataset")(loaded())).lineCounts.get("evaluates-on")).toBe(all - 2);
  });

  it("draws a weak claim of descent as its own line", () => {
    expect(visibleIn(loaded()).lineCounts.get("weak")).toBe(1);
  });

  it("hides lines without hiding nodes", () => {
    const shown = visibleIn(toggleLine("compares-with")(loaded()));
    expect(shown.edges.some(({ line }) => line === "compares-with")).toBe(false);
    expect(shown.nodes).toEqual(visibleIn(loaded()).nodes);
  });

  it("shows one row alone, and all again", () => {
    const alone = isolateType("Benchmark")(loaded());
    expect(new Set(visibleIn(alone).nodes.map(({ type }) => type))).toEqual(new Set(["Benchmark"]));
    expect(alone.view.hiddenTypes).toHaveLength(nodeMarks.length - 1);
    expect(isolateType("Benchmark")(alone).view.hiddenTypes).toEqual([]);
  });

  it("leaves what a layout sees untouched", () => {
    expect(visibleIn(toggleType("Dataset")(loaded())).whole).toEqual(visibleIn(loaded()).whole);
  });
});

describe("depth", () => {
  it("turns the start page into the lineage of its focus", () => {
    expect(setDepth("descendants", 3)(loaded()).view.base).toEqual({ kind: "lineage", of: dpo, ancestors: 2, descendants: 3, kinds: "concepts" });
  });

  it.each([-1, 6])("does not go to %i", (depth) => {
    const state = loaded();
    expect(setDepth("ancestors", depth)(state)).toBe(state);
  });
});
