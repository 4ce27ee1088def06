/** Query and results → the options of the search box, in the order in which Enter should choose them. */

import type { Command } from "../../commands/command";
import { keyName } from "../../commands/command";
import type { Node, SearchItem } from "../../api/types";
import type { Query } from "./query";

export type Option =
  | { readonly kind: "ask"; readonly question: string }
  | { readonly kind: "paper"; readonly id: string }
  | { readonly kind: "read"; readonly text: string }
  | { readonly kind: "node"; readonly item: SearchItem }
  | { readonly kind: "command"; readonly command: Command; readonly hint: string };

const maxCommands = 12;

/** Questions about the concept in view, for users who do not know yet what can be asked. */
export function examplesAbout({ name, type }: Pick<Node, "name" | "type">): Option[] {
  const isGround = type === "Dataset" || type === "Benchmark";
  const questions = isGround ? [`best results on ${name}`, `which papers evaluate on ${name}?`, `who works on ${name}?`]
    : [`what builds on ${name}?`, `what came after ${name}?`, `who works on ${name}?`];
  return questions.map((question): Option => ({ kind: "ask", question }));
}

export function optionsFor(query: Query, items: readonly SearchItem[], commands: Iterable<Command>): Option[] {
  const nodes = items.map((item): Option => ({ kind: "node", item }));
  switch (query.kind) {
    case "empty": return [];
    case "question": return [{ kind: "ask", question: query.question }, ...nodes];
    case "text": return [{ kind: "read", text: query.text }, ...nodes];
    case "paper": return [{ kind: "paper", id: query.id }, ...nodes];
    case "words": {
      const ask: Option = { kind: "ask", question: query.words };
      return items.some((item) => isNamedBy(query.words, item)) ? [...nodes, ask] : [ask, ...nodes];
    }
    case "command": return [...commands]
      .filter(({ label, group }) => `${group} ${label}`.toLowerCase().includes(query.words))
      .slice(0, maxCommands)
      .map((command): Option => ({ kind: "command", command, hint: command.keys.map(keyName).join(" or ") }));
  }
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Whether the words may be a name: each begins a word of the node's name, label or alias, also in the plural; a single word always may be one. Several words of
 * which some are in no name ("top 10 methods") rather ask something.
 */
function isNamedBy(typed: string, { node, match }: SearchItem): boolean {
  const words = wordsOf(typed);
  const known = wordsOf(`${node.name} ${node.label} ${match ?? ""}`);
  return words.length < 2 || (match?.startsWith("similar to ") ?? false)
    || words.every((word) => known.some((other) => other.startsWith(word) || (word.endsWith("s") && other === word.slice(0, -1))));
}

/** Why a node is an option if neither its name nor its label shows it: the alias that was typed, or a similar spelling. */
export function saidOtherwise({ name, label }: Pick<Node, "name" | "label">, match: string | null): string | null {
  if (match?.startsWith("similar to ")) return "similar spelling";
  const alias = match?.startsWith("alias ") ? match.slice("alias ".length) : null;
  return alias === null || `${label} ${name}`.toLowerCase().includes(alias.toLowerCase()) ? null : `also “${alias}”`;
}
