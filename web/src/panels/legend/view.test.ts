import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { stubClient } from "../../../dev/client";
import { Problem } from "../../api/problem";
import { loadEnded, loadFailed } from "../../state/actions/shell";
import { setYears, show } from "../../state/actions/view";
import { loadContent } from "../../state/content";
import { initialState, startView, type AppState, type Content, type View } from "../../state/state";
import { Store } from "../../state/store";
import type { Viewer } from "../viewer";
import { mountLegend } from "./view";

let store: Store<AppState>;
let host: HTMLElement;

const row = (label: string): HTMLButtonElement => {
  const found = [...host.querySelectorAll("button")].find((button) => button.textContent?.startsWith(label));
  if (!found) throw new Error(`no row ${label}`);
  return found;
};

beforeEach(async () => {
  vi.useFakeTimers();
  const { client } = stubClient();
  store = new Store(initialState(startView, "light", true));
  host = document.createElement("div");
  document.body.replaceChildren(host);
  mountLegend(host, { store, client } as unknown as Viewer);
  store.dispatch(loadEnded(await loadContent(client, startView)));
});

afterEach(() => vi.useRealTimers());

describe("the heading of the legend", () => {
  it("says how much of a lineage is shown, by which rule, and gives more", () => {
    expect(host.querySelector(".legend-heading")?.textContent).toBe("Lineage of DPO19 of 64 shownThe nearest, and of them the best supported. Show more");
    host.querySelector<HTMLButtonElement>(".more-nodes")?.click();
    expect(store.state.view.base).toMatchObject({ kind: "lineage", of: "direct-preference-optimization", limit: 64 });
  });

  it("counts what expanding adds beside what was asked for", async () => {
    const view: View = { ...startView, base: { kind: "around", of: "trpo" }, expansions: [{ of: "ppo", limit: 12 }] };
    const content = await loadContent(stubClient().client, view);
    store.dispatch((state) => loadEnded(content)({ ...state, view: { ...view, base: content.base } }));
    expect(host.querySelector(".counted")?.textContent).toBe("2 of 2 shown, 1 more from expanding");
  });

  it("names a focus that is outside the chosen years", () => {
    store.dispatch(setYears([2024, 2025]));
    expect(host.querySelector(".counted")?.textContent).toBe("8 of 64 shown · 2024–2025 and DPO (2023)");
  });

  it.each([
    [[], "19 shown, from the first 1,000 rows only"], [["Dataset"], "17 of 19 shown, from the first 1,000 rows only"],
  ] as const)("says of a statement whose rows were cut, with %j hidden, that it is cut: %s", (hiddenTypes, text) => {
    const content = { ...store.state.content, total: 19, table: { rowCount: 1000, truncated: true } } as Content;
    store.dispatch((state) => ({ ...state, content, view: { ...state.view, hiddenTypes } }));
    expect(host.querySelector(".counted")?.textContent).toBe(text);
  });

  it("says of an answer of which the first rows are drawn how many it has", () => {
    store.dispatch((state) => ({ ...state, content: { ...state.content, total: 19, answer: { total: 393, rows: [] } } as unknown as Content }));
    expect(host.querySelector(".counted")?.textContent).toBe("19 shown, from the first 40 of 393 rows");
  });

  it("says what was asked, cut with an ellipsis, and what is drawn still, where there is no answer", () => {
    const question = `how is the weather ${"in the north and ".repeat(9)}here?`;
    store.dispatch(show({ kind: "ask", question }));
    store.dispatch(loadFailed(new Problem(422, "ask.not-understood", "no")));
    expect(host.querySelector("h1")?.textContent).toMatch(/^how is the weather in .*(north|the|and|in)…$/);
    expect(host.querySelector(".legend-heading")?.textContent).toContain("Still drawn: Lineage of DPO");
  });

  it("has no rule where everything is shown", () => {
    store.dispatch((state) => ({ ...state, content: state.content && { ...state.content, total: 19 } }));
    expect(host.querySelector(".rule")).toBeNull();
  });
});

describe("the legend", () => {
  it("has a row with a count for each kind of thing that is there", () => {
    expect([...host.querySelectorAll(".legend-row")].map((button) => button.textContent)).toEqual([
      "Methods15", "Datasets2", "Benchmarks2", "builds on9", "variant of2", "builds on, less sure1", "compares with3", "evaluates on5",
    ]);
  });

  it("toggles a row on a click, once it cannot become a double click", () => {
    row("Datasets").dispatchEvent(new MouseEvent("click", { detail: 1 }));
    expect(store.state.view.hiddenTypes).toEqual([]);
    vi.runAllTimers();
    expect(store.state.view.hiddenTypes).toEqual(["Dataset"]);
    expect(row("Datasets").getAttribute("aria-pressed")).toBe("false");
  });

  it("isolates a row on a double click", () => {
    row("Benchmarks").dispatchEvent(new MouseEvent("click", { detail: 1 }));
    row("Benchmarks").dispatchEvent(new MouseEvent("click", { detail: 2 }));
    vi.runAllTimers();
    expect(row("Benchmarks").getAttribute("aria-pressed")).toBe("true");
    expect(row("Methods").getAttribute("aria-pressed")).toBe("false");
  });

  it("keeps the keyboard on the row that it toggled", () => {
    row("Datasets").focus();
    row("Datasets").dispatchEvent(new MouseEvent("click", { detail: 0 }));
    expect(document.activeElement).toBe(row("Datasets"));
  });
});
