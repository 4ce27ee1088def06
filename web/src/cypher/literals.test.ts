import { describe, expect, it } from "vitest";
import { literal, withLiterals } from "./literals";

describe("a statement by itself", () => {
  it("has values in place of its parameters, and only there", () => {
    expect(withLiterals("UNWIND $ids AS id MATCH (n {id: id}) WHERE n.name <> '$ids' AND n.year > $since RETURN $other", { ids: ["dpo", "it's"], since: null }))
      .toBe("UNWIND ['dpo', 'it\\'s'] AS id MATCH (n {id: id}) WHERE n.name <> '$ids' AND n.year > null RETURN $other");
  });

  it.each([[1.5, "1.5"], [true, "true"], ["a\\b", "'a\\\\b'"], [{ a: [1], "b c": "x" }, "{a: [1], `b c`: 'x'}"]])("writes %j as %s", (value, text) => {
    expect(literal(value)).toBe(text);
  });
});
