import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { stubClient } from "../../../dev/client";
import { Client } from "../../api/client";
import { pickPathFrom } from "../../state/actions/shell";
import { initialState, startView, type AppState, type Content } from "../../state/state";
import { Store } from "../../state/store";
import type { Viewer } from "../viewer";
import { mountSearch } from "./view";

let store: Store<AppState>;
let input: HTMLInputElement;
let read: string[];

function mount(client: Client): void {
  store = new Store(initialState(startView, "light", true));
  const host = document.createElement("div");
  document.body.replaceChildren(host);
  read = [];
  mountSearch(host, { store, client, commands: new Map(), readAbstract: (text: string) => { read.push(text); } } as unknown as Viewer);
  input = host.querySelector("input") as HTMLInputElement;
  input.focus();
}

function type(text: string): void {
  input.value = text;
  input.dispatchEvent(new Event("input"));
}

async function typeAndWait(text: string): Promise<void> {
  type(text);
  await vi.advanceTimersByTimeAsync(500);
}

async function enter(): Promise<void> {
  input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", cancelable: true }));
  await vi.advanceTimersByTimeAsync(500);
}

const shown = (): string[] => [...document.querySelectorAll("[role=option] b, [role=option] em")].map((element) => element.textContent ?? "");

beforeEach(() => {
  vi.useFakeTimers();
  mount(stubClient().client);
});

afterEach(() => vi.useRealTimers());

describe("Enter in the search box", () => {
  it("takes the first suggestion for the text", async () => {
    await typeAndWait("kto");
    expect(shown()[0]).toBe("KTO");
    await enter();
    expect(store.state.view.base).toMatchObject({ kind: "lineage", of: "kto" });
  });

  it("asks the question that was pasted over a text with suggestions", async () => {
    await typeAndWait("dpo");
    expect(shown().length).toBeGreaterThan(1);
    type("who introduced GSM8K?");
    await enter();
    expect(store.state.view.base).toEqual({ kind: "ask", question: "who introduced GSM8K?" });
  });

  it("opens the id that was pasted over a text with suggestions", async () => {
    await typeAndWait("dpo");
    type("2406.18629");
    await enter();
    expect(store.state.view.base).toEqual({ kind: "around", of: "arxiv:2406.18629" });
  });

  it("reads a text that was typed or inserted, with or without its option shown", async () => {
    const text = "We propose Quoll-DPO, a variant of DPO. It needs no reward model.";
    type(text);
    await enter();
    input.focus();
    await typeAndWait(text);
    expect(shown()).toEqual(["Read this text"]);
    await enter();
    expect(read).toEqual([text, text]);
    expect(store.state.view).toBe(startView);
  });

  it("picks the other end of a path that waits for it", async () => {
    store.dispatch(pickPathFrom("ppo"));
    await typeAndWait("kto");
    await enter();
    expect(store.state.view.base).toEqual({ kind: "path", from: "ppo", to: "kto" });
  });

  it("hands the keyboard to the graph", async () => {
    const graph = document.createElement("div");
    graph.id = "graph";
    graph.tabIndex = 0;
    document.body.append(graph);
    await typeAndWait("kto");
    await enter();
    expect(document.activeElement).toBe(graph);
  });

  it("does nothing in an empty box, which offers questions about what is seen", async () => {
    const kto = { id: "kto", name: "Kahneman-Tversky Optimization", label: "KTO", type: "Method" };
    store.dispatch((state) => ({ ...state, content: { focus: "kto", nodes: new Map([["kto", kto]]) } as unknown as Content }));
    input.blur();
    input.focus();
    await typeAndWait("");
    expect(shown()[0]).toBe("what builds on Kahneman-Tversky Optimization?");
    type("d");
    expect(shown()).toEqual([]);
    await typeAndWait("");
    await enter();
    expect(store.state.view).toBe(startView);
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", cancelable: true }));
    await enter();
    expect(store.state.view.base).toMatchObject({ kind: "ask", question: "what builds on Kahneman-Tversky Optimization?" });
  });

  it("waits for the suggestions of the present words", async () => {
    await typeAndWait("dpo");
    type("kto");
    await enter();
    expect(store.state.view.base).toMatchObject({ kind: "lineage", of: "kto" });
  });

  it("does nothing for a text that was changed while it waited", async () => {
    type("kto");
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", cancelable: true }));
    input.value = "ppo";
    await vi.advanceTimersByTimeAsync(500);
    expect(store.state.view).toBe(startView);
  });

  it("keeps to the present text while the service is down", async () => {
    const { client } = stubClient();
    let isDown = false;
    const search = client.search.bind(client);
    vi.spyOn(client, "search").mockImplementation((q, limit) => isDown ? Promise.reject(new Error("down")) : search(q, limit));
    mount(client);
    await typeAndWait("dpo");
    isDown = true;
    type("ppo");
    await enter();
    expect(store.state.view.base).toEqual({ kind: "ask", question: "ppo" });
  });
});
