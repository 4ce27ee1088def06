import { describe, expect, it } from "vitest";
import { cypherOf } from "./ofView";

const label = (id: string): string => (id.includes(":") ? "Paper" : "Concept");

describe("the Cypher behind a view", () => {
  it("is a lineage of concepts in both directions", () => {
    expect(cypherOf({ kind: "lineage", of: "dpo", ancestors: 2, descendants: 1, kinds: "concepts" }, "dpo", label)).toBe(
      "MATCH p = (:Concept {id: 'dpo'})-[:BUILDS_ON|VARIANT_OF*1..2]->(:Concept) RETURN p"
      + " UNION MATCH p = (:Concept {id: 'dpo'})<-[:BUILDS_ON|VARIANT_OF*1..1]-(:Concept) RETURN p");
  });

  it("tells the lineage of a concept by papers from those that introduce it and those that build on it", () => {
    expect(cypherOf({ kind: "lineage", of: "dpo", ancestors: 1, descendants: 3, kinds: "papers" }, "dpo", label)).toBe(
      "MATCH p = (:Concept {id: 'dpo'})<-[:INTRODUCES]-(:Paper)-[:BUILDS_ON*0..0]->(:Paper) RETURN p"
      + " UNION MATCH p = (:Concept {id: 'dpo'})<-[:BUILDS_ON]-(:Paper)<-[:BUILDS_ON*0..2]-(:Paper) RETURN p");
  });

  it("carries a paper's lineage on through its concepts", () => {
    expect(cypherOf({ kind: "lineage", of: "arxiv:1", ancestors: 1, descendants: 0, kinds: "papers" }, "arxiv:1", label)).toBe(
      "MATCH p = (:Paper {id: 'arxiv:1'})-[:BUILDS_ON*1..1]->(:Paper) RETURN p"
      + " UNION MATCH p = (:Paper {id: 'arxiv:1'})-[:INTRODUCES|BUILDS_ON]->(:Concept)-[:BUILDS_ON|VARIANT_OF*0..1]->(:Concept) RETURN p");
  });

  it("names a paper's label, and the node alone where no depth is asked for", () => {
    expect(cypherOf({ kind: "lineage", of: "arxiv:1", ancestors: 0, descendants: 0, kinds: "papers" }, "arxiv:1", label)).toBe("MATCH p = (:Paper {id: 'arxiv:1'}) RETURN p");
  });
});
