/** Values as Cypher literals, so that a statement can be used without its parameters. */

import { tokensOf } from "./tokens";

/** The statement with each known parameter replaced by its value, so that it can be run, shared and used elsewhere. */
export function withLiterals(statement: string, parameters: Readonly<Record<string, unknown>>): string {
  return tokensOf(statement)
    .map(({ kind, text }) => (kind === "parameter" && text.slice(1) in parameters ? literal(parameters[text.slice(1)]) : text))
    .join("");
}

export function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "object") return `{${Object.entries(value).map(([key, item]) => `${name(key)}: ${literal(item)}`).join(", ")}}`;
  return String(value);
}

export function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

function name(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : `\`${key.replaceAll("`", "``")}\``;
}
