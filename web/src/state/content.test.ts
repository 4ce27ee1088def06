import { describe, expect, it } from "vitest";
import { stubClient } from "../../dev/client";
import { edges, nodes } from "../../dev/graph";
import { Client } from "../api/client";
import type { Edge } from "../api/types";
import { loadContent, merge } from "./content";
import { startView } from "./state";

describe("content", () => {
  it("opens with a graph and its focus", async () => {
    const content = await loadContent(stubClient().client, startView);
    expect(content.title).toBe("Lineage of DPO");
    expect(content.nodes.size).toBe(19);
    expect(content.total).toBe(64);
  });

  it("leaves the number of nodes of a lineage to the service until more are asked for", async () => {
    const { client, asked } = stubClient();
    const base = { kind: "lineage", of: "ppo", ancestors: 2, descendants: 1, kinds: "concepts" } as const;
    await loadContent(client, { expansions: [], base });
    await loadContent(client, { expansions: [], base: { ...base, limit: 64 } });
    expect(asked.map((url) => url.replace(/^.*lineage/, ""))).toEqual([
      "?of=ppo&up=2&down=1&kinds=concepts&contrast=true", "?of=ppo&up=2&down=1&kinds=concepts&contrast=true&limit=64"]);
  });

  it("takes the focus of a lineage from the server", async () => {
    const client = new Client((input) => Promise.resolve(Response.json({ focus: String(input).includes("of=dpo") ? "other" : "", graph: { nodes, edges, shown: 0, total: 0 } })));
    const content = await loadContent(client, { expansions: [], base: { kind: "lineage", of: "dpo", ancestors: 2, descendants: 1, kinds: "concepts" } });
    expect(content.focus).toBe("other");
    expect(content.base).toMatchObject({ of: "other", ancestors: 2 });
  });

  it("leaves out of a count by year what descends from something younger", async () => {
    const builds = (from: string, to: string): Edge => ({ ...(edges[0] as Edge), id: `${from}-${to}`, from, to, type: "BUILDS_ON" });
    const answer = { understood: "about(ppo), by year", answer: "", rows: [], years: [{ year: 2015, papers: 1, all: 3 }], total: 0, graph: { nodes, edges: [builds("trpo", "ppo"), builds("kto", "ppo")], shown: 0, total: 0 }, cypher: "", parameters: {} };
    const load = (years: readonly object[]): Promise<string[]> => loadContent(new Client(() => Promise.resolve(Response.json({ ...answer, years }))), { expansions: [], base: { kind: "ask", question: "trend of PPO" } })
      .then((content) => [...content.edges.values()].map(({ from }) => from));
    expect(await load(answer.years)).toEqual(["kto"]);
    expect(await load([])).toEqual(["trpo", "kto"]);
  });

  it("lets nodes of different names carry different labels, the best known its own", () => {
    const [one] = nodes;
    if (!one) throw new Error("no node");
    const named = (id: string, name: string, paperCount: number | null): typeof one => ({ ...one, id, label: "ADPO", name, paperCount });
    const graphs = [named("a", "Anchored Direct Preference Optimization", 3), named("p", "ADPO: Anchored Direct Preference Optimization", null), named("b", "Adaptive Data Preference Optimization", 9)]
      .map((node) => ({ nodes: [node], edges: [], shown: 1, total: 1 }));
    expect([...merge(graphs).nodes.values()].map(({ label }) => label)).toEqual(["Anchored Direct Preference…", "ADPO: Anchored Direct Preference…", "ADPO"]);
  });

  it("adds expansions to the base", async () => {
    const { client } = stubClient();
    const base = { kind: "around", of: "trpo" } as const;
    const plain = await loadContent(client, { base, expansions: [] });
    const grown = await loadContent(client, { base, expansions: [{ of: "ppo", limit: 12 }] });
    expect([...plain.nodes.keys()].sort()).toEqual(["ppo", "trpo"]);
    expect([...grown.nodes.keys()].sort()).toEqual(["ppo", "rlhf", "trpo"]);
  });

  it("takes the Cypher from the answer, and what was asked about as the focus", async () => {
    const content = await loadContent(stubClient().client, { base: { kind: "ask", question: "what builds on DPO?" }, expansions: [] });
    expect(content.cypher).toContain("BUILDS_ON");
    expect(content.focus).toBe("direct-preference-optimization");
    expect(content.answer?.rows.length).toBeGreaterThan(0);
  });

  it("passes on the server's word when a question is not understood", async () => {
    const asking = loadContent(stubClient().client, { base: { kind: "ask", question: "how are you?" }, expansions: [] });
    await expect(asking).rejects.toMatchObject({ code: "ask.not-understood", suggestions: ["what builds on DPO?"] });
  });
});

describe("merging graphs", () => {
  it("keeps the surer of two equal edges", () => {
    const [first] = edges as [Edge];
    const surer = { ...first, id: "other", confidence: 0.99 };
    const part = { nodes, shown: 0, total: 0 };
    expect([...merge([{ ...part, edges: [first] }, { ...part, edges: [surer] }]).edges.values()]).toEqual([surer]);
    expect([...merge([{ ...part, edges: [surer] }, { ...part, edges: [first] }]).edges.values()]).toEqual([surer]);
  });

  it("drops an edge that lacks an end", () => {
    expect(merge([{ nodes: nodes.slice(0, 1), edges, shown: 1, total: 1 }]).edges.size).toBe(0);
  });
});
