import { expect, it, vi } from "vitest";
import { edges, nodes } from "../../dev/graph";
import { Client } from "../api/client";
import { redo, undo } from "./actions/history";
import { stopLoading } from "./actions/shell";
import { show, showLineage } from "./actions/view";
import { keepContentLoaded } from "./loader";
import { initialState, startView, type AppState } from "./state";
import { Store } from "./store";

/** A stub server that answers lineages at once and statements never; it records requests and aborted requests. */
function stalling(): { store: Store<AppState>; asked: string[]; closed: string[] } {
  const [asked, closed]: [string[], string[]] = [[], []];
  const client = new Client((input, init) => {
    const url = String(input);
    asked.push(url);
    if (!url.includes("cypher")) return Promise.resolve(Response.json({ focus: "direct-preference-optimization", graph: { nodes, edges, shown: 19, total: 64 } }));
    return new Promise((_, reject) => init?.signal?.addEventListener("abort", () => { closed.push(url); reject(new DOMException("", "AbortError")); }));
  });
  const store = new Store(initialState(startView, "light", true));
  keepContentLoaded(store, client);
  return { store, asked, closed };
}

const endless = show({ kind: "cypher", statement: "UNWIND range(1, 10) AS x RETURN x" });

it("hangs up on a statement that the reader stops, says so, and can ask again", async () => {
  const { store, asked, closed } = stalling();
  store.dispatch(endless);
  store.dispatch(stopLoading());
  await vi.waitFor(() => expect(closed).toHaveLength(1));
  expect(store.state).toMatchObject({ loading: false, problem: { code: "stopped" } });
  store.dispatch((state) => ({ ...state, view: { ...state.view, base: { ...state.view.base } } }));
  expect(asked.filter((url) => url.includes("cypher"))).toHaveLength(2);
  expect(store.state.loading).toBe(true);
});

it("hangs up on a statement that another view replaces", async () => {
  const { store, closed } = stalling();
  store.dispatch(endless);
  store.dispatch(undo());
  await vi.waitFor(() => expect(store.state).toMatchObject({ loading: false, problem: null }));
  expect(closed).toHaveLength(1);
});

it("takes the server's id without asking again, and comes back to it by undo and redo", async () => {
  const { store, asked } = stalling();
  await vi.waitFor(() => expect(store.state.loading).toBe(false));
  store.dispatch(showLineage("dpo"));
  await vi.waitFor(() => expect(store.state.view.base).toMatchObject({ of: "direct-preference-optimization" }));
  expect(asked.filter((url) => url.includes("lineage"))).toHaveLength(1);
  store.dispatch(undo());
  await vi.waitFor(() => expect(store.state.content?.base).toEqual({ kind: "start" }));
  store.dispatch(redo());
  await vi.waitFor(() => expect(store.state.content?.base.kind).toBe("lineage"));
});
