import { h } from "../../dom/dom";
import { tokensOf } from "../../cypher/tokens";

/** Cypher as coloured text. */
export function cypherCode(text: string): (HTMLElement | string)[] {
  return tokensOf(text).map(({ kind, text: piece }) => (kind === "plain" ? piece : h("span", { class: `code-${kind}` }, piece)));
}
