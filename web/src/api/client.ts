import { plainWords } from "../dom/plain";
import { Problem } from "./problem";
import type {
  Answer, ConceptPage, CypherResult, Extraction, Graph, Lineage, PaperPage, Paths, SearchResult, Start, Stats,
} from "./types";

export type LineageKind = "concepts" | "papers";

/**
 * Client of the HTTP contract. Reads are cached for the life of the page, so that undo, collapse and a second look cost nothing;
 * a failed read is not cached. `fetcher` is the browser's `fetch`, or a stub under test.
 */
export class Client {
  readonly #fetch: typeof fetch;
  readonly #memory = new Map<string, Promise<unknown>>();

  constructor(fetcher: typeof fetch = globalThis.fetch.bind(globalThis), readonly base = "api/") {
    this.#fetch = fetcher;
  }

  stats(): Promise<Stats> { return this.#get("stats"); }
  start(): Promise<Start> { return this.#get("start"); }
  concept(id: string): Promise<ConceptPage> { return this.#get("concept", { id }); }
  paper(id: string): Promise<PaperPage> { return this.#get("paper", { id }); }

  search(q: string, limit = 12): Promise<SearchResult> { return this.#get("search", { q, limit }); }

  neighbours(of: string, limit: number): Promise<Graph> { return this.#get("neighbours", { of, limit }); }

  /** Without `limit`, the server's default applies. */
  lineage(of: string, up: number, down: number, kinds: LineageKind, limit?: number): Promise<Lineage> {
    return this.#get("lineage", { of, up, down, kinds, contrast: kinds === "concepts", ...(limit === undefined ? {} : { limit }) });
  }

  path(from: string, to: string): Promise<Paths> { return this.#get("path", { from, to, max: 3 }); }

  ask(question: string, limit = 50): Promise<Answer> {
    return this.#remember(`ask ${limit} ${question}`, () => this.#post("ask", { question, asOf: null, limit }));
  }

  /** Extracts a pasted abstract; the graph is not queried. */
  extract(abstract: string): Promise<Extraction> {
    return this.#remember(`extract ${abstract}`, () => this.#post("extract", { title: null, abstract }));
  }

  /** Aborting closes the request, which stops the statement on the server; the same statement can be requested again at once. */
  cypher(statement: string, signal?: AbortSignal): Promise<CypherResult> {
    const key = `cypher ${statement}`;
    const reading = this.#remember(key, () => this.#post<CypherResult>("cypher", { statement, parameters: {}, limit: 1000 }, signal));
    const forget = (): void => void this.#memory.delete(key);
    signal?.addEventListener("abort", forget, { once: true });
    const done = (): void => signal?.removeEventListener("abort", forget);
    reading.then(done, done);
    return reading;
  }

  #get<T>(path: string, query: Record<string, string | number | boolean> = {}): Promise<T> {
    const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
    const url = this.base + path + (search ? `?${search}` : "");
    return this.#remember(url, () => this.#send<T>(url, {}));
  }

  #post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
    return this.#send(this.base + path, {
      method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" }, ...(signal ? { signal } : {}),
    });
  }

  #remember<T>(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.#memory.get(key) as Promise<T> | undefined;
    if (known) return known;
    const reading = read();
    this.#memory.set(key, reading);
    reading.catch(() => this.#memory.delete(key));
    return reading;
  }

  async #send<T>(url: string, init: RequestInit): Promise<T> {
    let response: Response;
    try {
      response = await this.#fetch(url, { ...init, headers: { accept: "application/json", ...init.headers } });
    } catch {
      throw init.signal?.aborted ? Problem.stopped() : Problem.offline();
    }
    const body = await response.text().then((text) => JSON.parse(text, plainWords) as unknown).catch(() => null);
    if (init.signal?.aborted) throw Problem.stopped();
    if (!response.ok) throw Problem.from(response.status, body);
    return body as T;
  }
}
