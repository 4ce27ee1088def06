import type { Node } from "./types";

/** An error response of the API (RFC 9457), with the position of a fault in Cypher, suggestions for questions, and choices for names. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly place: { readonly line: number; readonly column: number; readonly caret: string | null } | null = null,
    readonly suggestions: readonly string[] = [],
    /** Nodes that may have been meant. */
    readonly choices: readonly Node[] = [],
  ) {
    super(detail);
  }

  static from(status: number, body: unknown): Problem {
    const at = (key: string): unknown => (isRecord(body) ? body[key] : undefined);
    const line = at("line");
    const column = at("column");
    const caret = at("caret");
    const suggestions = at("suggestions");
    const choices = at("choices");
    const place = typeof line === "number" && typeof column === "number"
      ? { line, column, caret: typeof caret === "string" ? caret : null }
      : null;
    return new Problem(
      status,
      String(at("code") ?? `http.${status}`),
      String(at("detail") ?? at("title") ?? `The server answered ${status}.`),
      place,
      Array.isArray(suggestions) ? suggestions.map(String) : [],
      Array.isArray(choices) ? choices.filter(isRecord) as unknown as Node[] : [],
    );
  }

  /** The user stopped the request. */
  static stopped(): Problem {
    return new Problem(0, "stopped", "Stopped.");
  }

  static offline(): Problem {
    return new Problem(0, "offline", "The server cannot be reached. Is Stemma still running?");
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
