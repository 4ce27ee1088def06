/** Values as Cypher writes them, so that a statement with parameters can stand by itself. */

import { tokensOf } from "./tokens";

/** The statement with each parameter that is known replaced by its value: it can be run, shared and taken elsewhere as it is. */
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
