import { describe, expect, it } from "vitest";
import { seeded } from "../../dev/random";
import { lineMarks, nodeMarks } from "../graph/marks";
import { startView, type Base, type View } from "./state";
import { decodeView, encodeView } from "./url";

const ids = ["dpo", "arxiv:2305.18290", "doi:10.1000/x~y(1)", "title:a b&c=d", "tl;dr", "naïve-µ"];
const texts = ["what builds on DPO?", "MATCH (n {id: 'a&b'})-[:BUILDS_ON|VARIANT_OF*1..2]->(m)\nRETURN n, m LIMIT 5", "50% + 2 = x#y"];

function anyView(seed: number): View {
  const { below, pick } = seeded(seed);
  const some = <T>(items: readonly T[]): T[] => items.filter(() => below(3) === 0);
  const bases: Base[] = [
    { kind: "start" },
    { kind: "lineage", of: pick(ids), ancestors: below(6), descendants: below(6), kinds: pick(["concepts", "papers"]) },
    { kind: "around", of: pick(ids) },
    { kind: "path", from: pick(ids), to: pick(ids) },
    { kind: "ask", question: pick(texts) },
    { kind: "ask", question: pick(texts), limit: 1 + below(500) },
    { kind: "cypher", statement: pick(texts) },
  ];
  const from = 1990 + below(30);
  return {
    base: pick(bases),
    expansions: some(ids).map((of) => ({ of, limit: 1 + below(60) })),
    removed: some(ids),
    hiddenTypes: some(nodeMarks.map(({ type }) => type)),
    hiddenLines: some(lineMarks.map(({ id }) => id)),
    years: pick([null, [from, from + below(9)]]),
    layout: pick(["year", "cluster"]),
    selection: pick([null, { kind: "node", key: pick(ids) }, { kind: "edge", key: `${pick(ids)}|BUILDS_ON|${pick(ids)}` }]),
  };
}

describe("the address of a view", () => {
  it("gives back any view that it was made from", () => {
    for (let seed = 1; seed <= 400; seed++) {
      const view = anyView(seed);
      expect(decodeView(encodeView(view)), `seed ${seed}`).toEqual(view);
    }
  });

  it("is empty for the start page", () => {
    expect(encodeView(startView)).toBe("");
  });

  it.each(["?years=2024-2019", "?years=now", "?expand=dpo", "?expand=dpo~-4", "?expand=dpo~x", "?off=Robot", "?layout=upside-down", "?from=a", "?up=9"])(
    "leaves at its default what %s cannot mean", (query) => {
      expect(decodeView(query)).toEqual(startView);
    });

  it("holds a hand-edited limit to what the server takes", () => {
    expect(decodeView("?expand=dpo~99999").expansions).toEqual([{ of: "dpo", limit: 500 }]);
  });
});
