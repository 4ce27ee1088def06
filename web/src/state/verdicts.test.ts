import { describe, expect, it } from "vitest";
import { edges } from "../../dev/graph";
import type { Edge } from "../api/types";
import { judge } from "./actions/judge";
import { initialState, startView } from "./state";
import { Store } from "./store";
import { claimKey, countOf, jsonLines, keepVerdicts, rememberedVerdicts } from "./verdicts";

const [first, second] = edges as [Edge, Edge];
const at = new Date("2026-01-02T03:04:05Z");
const blank = initialState(startView, "light", true);

describe("verdicts", () => {
  it("are counted, replaced by the other one and taken back by the same", () => {
    const both = judge(second, "wrong", at)(judge(first, "right", at)(blank));
    expect(countOf(both.verdicts)).toEqual({ right: 1, wrong: 1 });
    expect(countOf(judge(first, "wrong", at)(both).verdicts)).toEqual({ right: 0, wrong: 2 });
    expect(judge(first, "right", at)(both).verdicts.has(claimKey(first))).toBe(false);
  });

  it("leave as JSON lines that say what they are about", () => {
    const lines = jsonLines(judge(first, "wrong", at)(blank).verdicts).trimEnd().split("\n").map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual([expect.objectContaining({ verdict: "wrong", from: first.from, type: first.type, to: first.to, sentence: first.evidence?.sentence ?? null, at: "2026-01-02T03:04:05.000Z" })]);
  });

  it("are there again on the next visit", () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    const store = new Store(blank);
    keepVerdicts(store, storage);
    expect(kept.size).toBe(0);
    store.dispatch(judge(first, "right", at));
    expect(rememberedVerdicts(storage)).toEqual(store.state.verdicts);
  });

  it.each(["{", "7", "{}"])("do not stumble over %s in the storage", (text) => {
    expect(rememberedVerdicts({ getItem: () => text }).size).toBe(0);
  });
});
