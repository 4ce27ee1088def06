/** An error as the API tells it (RFC 9457), with a place for faults in Cypher and hints for questions. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly place: { readonly line: number; readonly column: number; readonly caret: string | null } | null = null,
    readonly suggestions: readonly string[] = [],
  ) {
    super(detail);
  }

  static from(status: number, body: unknown): Problem {
    const at = (key: string): unknown => (isRecord(body) ? body[key] : undefined);
    const line = at("line");
    const column = at("column");
    const caret = at("caret");
    const suggestions = at("suggestions");
    const place = typeof line === "number" && typeof column === "number"
      ? { line, column, caret: typeof caret === "string" ? caret : null }
      : null;
    return new Problem(
      status,
      String(at("code") ?? `http.${status}`),
      String(at("detail") ?? at("title") ?? `The server answered ${status}.`),
      place,
      Array.isArray(suggestions) ? suggestions.map(String) : [],
    );
  }

  static offline(): Problem {
    return new Problem(0, "offline", "The server cannot be reached. Is Stemma still running?");
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
