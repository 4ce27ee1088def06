/** A tokeniser for Cypher, sufficient for highlighting; shared by the bar and the editor. */

export type TokenKind = "keyword" | "string" | "number" | "type" | "comment" | "parameter" | "plain";

const keywords = new Set((
  "all and any as asc ascending by call case contains create delete desc descending detach distinct else end ends exists explain false "
  + "foreach in is limit match merge none not null on optional or order profile remove return set shortestpath allshortestpaths single skip "
  + "starts then true union unwind using when where with xor yield"
).split(" "));

/** Sticky, tried in order. A name after a colon or a bar inside a pattern is a label or a type. */
const shapes: readonly (readonly [TokenKind, RegExp])[] = [
  ["comment", /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y],
  ["string", /'(?:[^'\\]|\\.)*(?:'|$)|"(?:[^"\\]|\\.)*(?:"|$)/y],
  ["parameter", /\$\w+/y],
  ["type", /(?<=[:|]\s?)(?:\w+|`[^`]*`)/y],
  ["number", /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ["keyword", /[A-Za-z_]\w*/y],
  ["plain", /`[^`]*`|\s+|[^\w\s]/y],
];

/** The token at `offset`; every text divides into tokens without a remainder. */
export function tokenAt(text: string, offset: number): { kind: TokenKind; end: number } {
  for (const [kind, shape] of shapes) {
    shape.lastIndex = offset;
    const match = shape.exec(text);
    if (!match) continue;
    const isWord = kind === "keyword" && !keywords.has(match[0].toLowerCase());
    return { kind: isWord ? "plain" : kind, end: offset + match[0].length };
  }
  return { kind: "plain", end: offset + 1 };
}

export function tokensOf(text: string): { kind: TokenKind; text: string }[] {
  const tokens: { kind: TokenKind; text: string }[] = [];
  for (let at = 0; at < text.length;) {
    const { kind, end } = tokenAt(text, at);
    tokens.push({ kind, text: text.slice(at, end) });
    at = end;
  }
  return tokens;
}
