import { EditorView } from "@codemirror/view";
import { beforeEach, expect, it, vi } from "vitest";
import { Client } from "../../api/client";
import { initialState, startView, type AppState } from "../../state/state";
import { Store } from "../../state/store";
import type { Viewer } from "../viewer";
import { mountConsole } from "./console";

let host: HTMLElement;
let signals: AbortSignal[];
let answer: (body: unknown) => void;

beforeEach(() => {
  host = document.createElement("div");
  document.body.replaceChildren(host);
  signals = [];
  const client = new Client((_, init) => new Promise((resolve, reject) => {
    const signal = init?.signal as AbortSignal;
    signals.push(signal);
    answer = (body) => resolve(Response.json(body));
    signal.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
  }));
  const store = new Store<AppState>(initialState(startView, "light", true));
  mountConsole(host, { store, client } as unknown as Viewer);
  const view = EditorView.findFromDOM(host)!;
  view.dispatch({ changes: { from: 0, insert: "RETURN 1" } });
});

const button = (label: string): HTMLButtonElement | undefined => [...host.querySelectorAll("button")].find((one) => one.textContent?.startsWith(label));

it("says for how long a statement has run, and closes its request on Cancel", async () => {
  button("Run")?.click();
  expect(host.querySelector(".elapsed")?.textContent).toMatch(/^\d\.\d s$/);
  expect(button("Run")).toBeUndefined();
  button("Cancel")?.click();
  expect(signals[0]?.aborted).toBe(true);
  await vi.waitFor(() => expect(host.querySelector("[role=alert]")?.textContent).toBe("Stopped."));
  expect(button("Run")).toBeDefined();
});

it("shows rows once they are there, and can run the same again", async () => {
  button("Run")?.click();
  answer({ columns: ["1"], rows: [[1]], graph: null, rowCount: 1, truncated: false, milliseconds: 3, plan: null, notices: [] });
  await vi.waitFor(() => expect(host.querySelector(".result [role=status]")?.textContent).toBe("1 row · 3 ms"));
  expect(signals[0]?.aborted).toBe(false);
  expect(button("Run")).toBeDefined();
});

it("keeps the digits of a number on one line, and breaks texts", async () => {
  button("Run")?.click();
  answer({ columns: ["title", "value"], rows: [["Some title", 554.66]], graph: null, rowCount: 1, truncated: false, milliseconds: 3, plan: null, notices: [] });
  await vi.waitFor(() => expect(host.querySelectorAll(".result td")).toHaveLength(2));
  expect([...host.querySelectorAll(".result td")].map((cell) => cell.classList.contains("figure"))).toEqual([false, true]);
});

it("tells of names that the graph does not know", async () => {
  button("Run")?.click();
  answer({ columns: ["1"], rows: [], graph: null, rowCount: 0, truncated: false, milliseconds: 3, plan: null, notices: ["No node has the label 'paper'."] });
  await vi.waitFor(() => expect(host.querySelector(".result .notice")?.textContent).toBe("No node has the label 'paper'."));
});
