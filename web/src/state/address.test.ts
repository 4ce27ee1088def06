import { beforeEach, describe, expect, it, vi } from "vitest";
import { redo, undo } from "./actions/history";
import { tryAgain } from "./actions/shell";
import { collapse, expand, select, setDepth, setLayout, setYears, show, showLineage, toggleLine, toggleType } from "./actions/view";
import { keepAddressInStep } from "./address";
import { initialState, startView, type AppState } from "./state";
import { Store } from "./store";
import { decodeView } from "./url";

const push = vi.spyOn(history, "pushState");
let store: Store<AppState>;

/** Number of entries that the actions add to the browser's history. */
function entriesOf(...actions: readonly ((state: AppState) => AppState)[]): number {
  push.mockClear();
  for (const action of actions) store.dispatch(action);
  return push.mock.calls.length;
}

beforeEach(() => {
  history.replaceState(null, "", "/?of=dpo");
  store = new Store(initialState(decodeView(location.search), "light", true));
  keepAddressInStep(store);
});

describe("the browser's history", () => {
  it.each([
    ["a search", showLineage("ppo")], ["a question", show({ kind: "ask", question: "why?" })], ["a statement", show({ kind: "cypher", statement: "RETURN 1" })],
    ["neighbours", show({ kind: "around", of: "ppo" })], ["a path", show({ kind: "path", from: "dpo", to: "ppo" })], ["an expansion", expand("ppo")],
    ["a depth", setDepth("ancestors", 3)], ["a layout", setLayout("cluster")], ["a row of the legend", toggleType("Dataset")],
    ["a line of the legend", toggleLine("uses")], ["years", setYears([2019, 2024])],
  ])("has one entry for %s", (_, action) => {
    expect(entriesOf(action)).toBe(1);
    expect(decodeView(location.search)).toEqual(store.state.view);
  });

  it("has an entry each for what is done, undone and done again", () => {
    expect(entriesOf(expand("ppo"), collapse("ppo"), undo(), redo())).toBe(4);
  });

  it("has none for a selection, nor for what shows the same", () => {
    expect(entriesOf(select({ kind: "node", key: "ppo" }), tryAgain(), showLineage("dpo"))).toBe(0);
    expect(location.search).toBe("?of=dpo");
  });

  it("restores the view of an entry without making one, and loads nothing for what stayed", () => {
    store.dispatch(setLayout("cluster"));
    const { base } = store.state.view;
    history.replaceState(null, "", "/?of=dpo&off=Dataset");
    push.mockClear();
    dispatchEvent(new PopStateEvent("popstate"));
    expect(store.state.view).toEqual({ ...startView, base, hiddenTypes: ["Dataset"] });
    expect(store.state.view.base).toBe(base);
    expect(push).not.toHaveBeenCalled();
    expect(entriesOf(setLayout("cluster"))).toBe(1);
  });
});
