/** Query and results → the options of the search box, in the order in which Enter should take them. */

import type { Command } from "../../commands/command";
import { keyName } from "../../commands/command";
import type { SearchItem } from "../../api/types";
import type { Query } from "./query";

export type Option =
  | { readonly kind: "ask"; readonly question: string }
  | { readonly kind: "paper"; readonly id: string }
  | { readonly kind: "read"; readonly text: string }
  | { readonly kind: "node"; readonly item: SearchItem }
  | { readonly kind: "command"; readonly command: Command; readonly hint: string };

const maxCommands = 12;

export function optionsFor(query: Query, items: readonly SearchItem[], commands: Iterable<Command>): Option[] {
  const nodes = items.map((item): Option => ({ kind: "node", item }));
  switch (query.kind) {
    case "empty": return [];
    case "question": return [{ kind: "ask", question: query.question }, ...nodes];
    case "text": return [{ kind: "read", text: query.text }, ...nodes];
    case "paper": return [{ kind: "paper", id: query.id }, ...nodes];
    case "words": return nodes.length > 0 ? [...nodes, { kind: "ask", question: query.words }] : [{ kind: "ask", question: query.words }];
    case "command": return [...commands]
      .filter(({ label, group }) => `${group} ${label}`.toLowerCase().includes(query.words))
      .slice(0, maxCommands)
      .map((command): Option => ({ kind: "command", command, hint: command.keys.map(keyName).join(" or ") }));
  }
}
