import { describe, expect, it } from "vitest";
import { stubClient } from "../../../dev/client";
import type { ConceptPage, Node, PaperPage } from "../../api/types";
import { h, type Child } from "../../dom/dom";
import { initialState, startView, type AppState } from "../../state/state";
import { Store } from "../../state/store";
import type { Viewer } from "../viewer";
import { conceptPage } from "./concept";
import { paperPage } from "./paper";

const node = (id: string, type: string, name: string): Node =>
  ({ id, key: id, type, types: [type], label: name, name, year: 2024, paperCount: 40, rank: 1, degree: 3 }) as Node;

function shown(page: (viewer: Viewer) => Child[]): { text: string; click: (name: string) => AppState["view"]["base"] } {
  const store = new Store(initialState(startView, "light", true));
  const viewer = { store, client: stubClient().client, commands: new Map([["collapse", { run: () => undefined }]]) } as unknown as Viewer;
  const host = h("div", {}, ...page(viewer));
  return {
    text: host.textContent,
    click: (name) => {
      [...host.querySelectorAll("button")].find((button) => button.textContent === name)?.click();
      return store.state.view.base;
    },
  };
}

const authors = ["Ada Lovelace", "Mary Somerville"];
const paper = { node: node("arxiv:1", "Paper", "Engines"), title: "Engines", abstract: null, authors, venue: "ICML", year: 2024, url: null, cites: 0, citedBy: 0, concepts: [], buildsOn: [] } as unknown as PaperPage;
const concept = {
  node: node("dpo", "Method", "DPO"), aliases: [], introducedBy: [], origin: null, roles: {}, papersByYear: [], variants: [], parents: [], papers: [], papersTotal: 7, results: [], asked: {},
} as unknown as ConceptPage;

describe("the page of a paper", () => {
  it("names its authors as a line, and each leads to the papers by that author", () => {
    const page = shown((viewer) => paperPage(paper.node, paper, viewer));
    expect(page.text).toContain("Ada Lovelace, Mary Somerville · ICML 2024");
    expect(page.click("Mary Somerville")).toEqual({ kind: "ask", question: "papers by Mary Somerville" });
  });
});

describe("the page of a concept", () => {
  it.each([
    [[{ year: 2024, papers: 3 }, { year: 2025, papers: 4 }], "in use here since 2024", 0],
    [[{ year: 2025, papers: 4 }], "known since 2024, here since 2025", 0],
    [[{ year: 2009, papers: 1 }, { year: 2024, papers: 6 }], "in use here since 2024; one earlier paper has the name", 1],
    [[{ year: 2009, papers: 1 }, { year: 2012, papers: 2 }, { year: 2024, papers: 6 }], "in use here since 2024; 3 earlier papers have the name", 2],
  ])("says of the years %j since when it is in use, and draws what is earlier faintly", (papersByYear, words, faint) => {
    const host = h("div", {}, ...conceptPage(concept.node, { ...concept, papersByYear }, { store: new Store(initialState(startView, "light", true)), client: stubClient().client, commands: new Map([["collapse", { run: () => undefined }]]) } as unknown as Viewer));
    expect(host.querySelector(".soft")?.textContent).toBe(words);
    expect(host.querySelectorAll("rect.before")).toHaveLength(faint);
  });

  it("names no alias that differs from another name only in case, hyphens or a plural", () => {
    const page = { ...concept, node: node("gan", "Method", "Generative Adversarial Network"), aliases: ["GAN", "GANs", "Generative Adversarial Networks", "Generative Adversarial Nets", "generative-adversarial-nets"] } as unknown as ConceptPage;
    expect(shown((viewer) => conceptPage(page.node, page, viewer)).text).toContain("GAN, Generative Adversarial Nets · in use here since 2024");
  });

  it.each([
    [null, []], ["Attention Is All You Need", ["Attention Is All You Need (2024), which is not among the papers here"]],
  ] as const)("names the paper %s that introduced it, which the graph does not have", (origin, words) => {
    const page = { ...concept, origin } as unknown as ConceptPage;
    const host = h("div", {}, ...conceptPage(page.node, page, { store: new Store(initialState(startView, "light", true)), client: stubClient().client, commands: new Map([["collapse", { run: () => undefined }]]) } as unknown as Viewer));
    expect([...host.querySelectorAll("section")].filter(({ textContent }) => textContent?.startsWith("Introduced by")).map((part) => part.querySelector("p")?.textContent)).toEqual(words);
  });

  it("leads from the count of a role to its papers, where a question lists them", () => {
    const page = shown((viewer) => conceptPage(concept.node, { ...concept, roles: { builds_on: 3, mentions: 2 } } as unknown as ConceptPage, viewer));
    expect(page.click("build on it")).toEqual({ kind: "ask", question: "what builds on DPO?" });
    expect(page.text).toContain("mention it2");
  });

  it.each([
    ["Method", { builds_on: 630, uses: 235 }, { builds_on: 649, uses: 865, evaluates_on: 0 }, ["build on it or a variant649", "use it, or build on it865"]],
    ["Dataset", { uses: 114, evaluates_on: 972 }, { builds_on: 0, uses: 1092, evaluates_on: 1109 }, ["evaluate on it or a variant1,109", "use it, or evaluate on it1,092"]],
    ["Method", { builds_on: 4378, compares_with: 409 }, { builds_on: 4316, compares_with: 409 }, ["build on it4,316", "compare with it409"]],
    ["Benchmark", { mentions: 1 }, { evaluates_on: 12 }, ["evaluate on it or a variant12", "mention it1"]],
  ] as const)("of a %s with the papers %j counts what the answers count, %j: %j", (type, roles, asked, words) => {
    const page = { ...concept, node: node("x", type, "X"), roles, asked } as unknown as ConceptPage;
    const host = h("div", {}, ...conceptPage(page.node, page, { store: new Store(initialState(startView, "light", true)), client: stubClient().client, commands: new Map([["collapse", { run: () => undefined }]]) } as unknown as Viewer));
    expect([...host.querySelectorAll(".counts li")].map(({ textContent }) => textContent)).toEqual(words);
  });

  it("leads to the papers that it does not list", () => {
    const page = shown((viewer) => conceptPage(concept.node, concept, viewer));
    expect(page.text).toContain("and 7 more: ");
    expect(page.click("all papers that name DPO")).toEqual({ kind: "ask", question: "papers about DPO" });
  });
});
