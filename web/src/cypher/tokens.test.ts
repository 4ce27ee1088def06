import { describe, expect, it } from "vitest";
import { tokensOf } from "./tokens";

const kinds = (text: string): string => tokensOf(text).filter(({ text: piece }) => piece.trim()).map(({ kind, text: piece }) => `${kind}:${piece}`).join(" ");

describe("Cypher in pieces", () => {
  it("knows keywords, labels, types, strings, numbers, parameters and comments", () => {
    expect(kinds("match (n:Paper)-[:BUILDS_ON|VARIANT_OF]->() WHERE n.id = 'it''s' AND n.year > 20.5 RETURN $p // end"))
      .toBe("keyword:match plain:( plain:n plain:: type:Paper plain:) plain:- plain:[ plain:: type:BUILDS_ON plain:| type:VARIANT_OF plain:] plain:- plain:> plain:( plain:) "
        + "keyword:WHERE plain:n plain:. plain:id plain:= string:'it' string:'s' keyword:AND plain:n plain:. plain:year plain:> number:20.5 keyword:RETURN parameter:$p comment:// end");
  });

  it.each(["", "'open", "/* open", "`a b`", "é ∑ 🙂", "\\", "MATCH\n(n)\tRETURN n"])("loses nothing of %j", (text) => {
    expect(tokensOf(text).map((token) => token.text).join("")).toBe(text);
  });
});
