import { describe, expect, it } from "vitest";
import { Problem } from "../../api/problem";
import type { AnswerRow, Edge } from "../../api/types";
import { loadFailed } from "../../state/actions/shell";
import { initialState, type AppState, type Content } from "../../state/state";
import { Store } from "../../state/store";
import { decodeView } from "../../state/url";
import type { Viewer } from "../viewer";
import { echoed } from "./understanding";
import { builderOf, wordsOf } from "./row";
import { mountAnswer } from "./view";

it.each([
  ["nothing is named “a b c”.", "a b c", "nothing is named “a b c”."],
  ["nothing is named “We show that”.", "We show that A and B", "nothing is named “We show that…”."],
  [`nothing is named “${"word ".repeat(30)}”.`, "other", `nothing is named “${"word ".repeat(18).trim()}…”.`],
])("shows of %s what %s was cut to", (detail, question, shown) => {
  expect(echoed(detail, question)).toBe(shown);
});

it.each([
  ["BUILDS_ON", "step-dpo", null, "builds on through step-dpo"],
  ["WROTE", null, null, ""],
  ["REPORTS", null, { value: 98.1, unit: "%", metric: "accuracy", delta: null }, "98.1% accuracy"],
  ["REPORTS", null, { value: 31.2, unit: "BLEU", metric: null, delta: 2.1 }, "31.2 BLEU"],
  ["REPORTS", null, { value: 28, unit: "%", metric: "error", delta: -28 }, "−28% error"],
])("says of a row that is there by %s through %s with %j: %s", (relation, via, result, words) => {
  expect(wordsOf({ id: "p", sourceId: null, title: "T", year: 2024, relation, via, evidence: null, confidence: null, result })).toBe(words);
});

const evidence = { paper: "arxiv:1", sentence: "We introduce X.", start: null, end: null, field: "abstract", offset: null, by: null };

it.each([
  ["x", "INTRODUCES", "new_data_for(y)", "introduced"], ["arxiv:1", "INTRODUCES", "introduced_by(x)", "introduces"], ["author:a", "BUILDS_ON", "authors_on(x)", "builds on"],
  ["x", "BUILDS_ON", "successors(y)", "builds on"], ["x", "BUILDS_ON", "ancestors(y)", "built on"], ["x", "MEASURES", "metrics_for(y)", "measured"],
])("says of %s, found by %s for %s: %s", (id, relation, understood, words) => {
  expect(wordsOf({ id, sourceId: null, title: "T", year: 2024, relation, via: null, evidence, confidence: null, result: null } as AnswerRow, understood)).toBe(words);
});

it.each([
  ["connection(a, b)", "x", "y", "y"],
  ["connection(a, b)", "y", "x", null],
  ["descendants(a)", "x", "y", null],
])("takes for the builder of a step, found by %s, from the edge to %s from %s: %s", (understood, to, from, builder) => {
  const row = { id: "x", relation: "BUILDS_ON", evidence } as AnswerRow;
  const others = { id: "e0", from: "z", to: "x", type: "BUILDS_ON", evidence: { ...evidence, sentence: "Another." } };
  expect(builderOf(row, understood, [others, { id: "e1", from, to, type: "BUILDS_ON", evidence }] as Edge[])).toBe(builder);
});

describe("an answer of more rows than are listed", () => {
  const row = { id: "x", sourceId: null, title: "X", year: 2024, relation: "INTRODUCES", via: null, evidence, confidence: null, result: null };
  const asked = (query: string, answer: object): { store: Store<AppState>; host: HTMLElement } => {
    const store = new Store<AppState>(initialState(decodeView(query), "light", true));
    const host = document.createElement("div");
    mountAnswer(host, { store } as unknown as Viewer);
    const content = { nodes: new Map([["arxiv:1", { id: "arxiv:1", name: "A paper" }]]), edges: new Map(), answer: { understood: "new_data_for(y)", answer: "So.", rows: [row], total: 1, suggestions: [], years: [], ...answer } };
    store.dispatch((state) => ({ ...state, content: content as unknown as Content }));
    return { store, host };
  };

  it("names the paper that a row about a concept quotes", () => {
    expect(asked("?ask=q", {}).host.querySelector(".quoted")?.textContent).toBe("in A paper");
  });

  it("leads to more of them, up to as many as a link can ask for", () => {
    const { store, host } = asked("?ask=q", { total: 380 });
    host.querySelector<HTMLButtonElement>("[data-key=more-rows]")?.click();
    expect(store.state.view.base).toEqual({ kind: "ask", question: "q", limit: 200 });
    document.body.replaceChildren(host);
    host.querySelector<HTMLButtonElement>("[data-key=more-rows]")?.focus();
    store.dispatch((state) => ({ ...state, content: { ...state.content, answer: { ...state.content?.answer, rows: [row, { ...row, id: "z" }] } } as Content }));
    expect((document.activeElement as HTMLElement).dataset["key"]).toBe("row-z");
    expect(asked("?ask=q", { rows: Array.from({ length: 500 }, () => row), total: 6753 }).host.textContent).toContain("and 6,253 more: a year or a venue in the question narrows it");
  });

  it("shows the papers of each year above one of each, if it counts by year", () => {
    const { host } = asked("?ask=q", { years: [{ year: 2023, papers: 1, all: 4 }, { year: 2024, papers: 2, all: 4 }] });
    expect([...host.querySelectorAll("h3")].map(({ textContent }) => textContent)).toEqual(["Papers by year", "One paper of each year"]);
  });

  it("has no count where there is none", () => {
    expect(asked("?ask=q", { rows: [], total: 0 }).host.querySelector("h3")).toBeNull();
  });
});

it("answers a question that is not understood in the place of answers, with others to click", () => {
  const store = new Store<AppState>(initialState(decodeView("?ask=how is the weather?"), "light", true));
  const host = document.createElement("div");
  mountAnswer(host, { store } as unknown as Viewer);
  store.dispatch(loadFailed(new Problem(422, "ask.not-understood", "This is no question of a known form.", null, ["what builds on DPO?", "variants of DPO"])));
  expect(host.querySelector(".sentence-answer")?.textContent).toBe("This is no question of a known form.");
  const asks = [...host.querySelectorAll<HTMLButtonElement>(".asks button")];
  expect(asks.map(({ textContent }) => textContent)).toEqual(["what builds on DPO?", "variants of DPO"]);
  asks[1]?.click();
  expect(store.state.view.base).toEqual({ kind: "ask", question: "variants of DPO" });
});
