import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { stubClient } from "../../../dev/client";
import { loadEnded } from "../../state/actions/shell";
import { loadContent } from "../../state/content";
import { initialState, startView, type AppState } from "../../state/state";
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

describe("the legend", () => {
  it("has a row with a count for each kind of thing that is there", () => {
    expect([...host.querySelectorAll("button")].map((button) => button.textContent)).toEqual([
      "Methods15", "Datasets2", "Benchmarks2", "builds on9", "variant of2", "derived, weak1", "compares with3", "evaluates on5",
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
