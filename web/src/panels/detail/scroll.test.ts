import { beforeEach, describe, expect, it } from "vitest";
import { select } from "../../state/actions/view";
import { initialState, type AppState, type Base, type Content } from "../../state/state";
import { Store } from "../../state/store";
import { decodeView } from "../../state/url";
import { keepScroll } from "./scroll";

let store: Store<AppState>;
let panel: HTMLElement;
const shown = (base: Base): void => store.dispatch((state) => ({
  ...state, content: { base, focus: null, answer: {}, nodes: new Map([["a", {}], ["b", {}]]), edges: new Map() } as unknown as Content,
}));

beforeEach(() => {
  store = new Store(initialState(decodeView("?ask=q"), "light", true));
  panel = document.createElement("div");
  keepScroll(panel, store);
  shown({ kind: "ask", question: "q" });
  panel.scrollTop = 900;
});

describe("the details", () => {
  it("begin a row's page at its top, and find the answer where it was left", () => {
    store.dispatch(select({ kind: "node", key: "a" }));
    expect(panel.scrollTop).toBe(0);
    panel.scrollTop = 300;
    store.dispatch(select({ kind: "node", key: "b" }));
    expect(panel.scrollTop).toBe(0);
    store.dispatch(select(null));
    expect(panel.scrollTop).toBe(900);
  });

  it("stay where they are for more rows of the same answer, and begin another at its top", () => {
    shown({ kind: "ask", question: "q", limit: 200 });
    expect(panel.scrollTop).toBe(900);
    shown({ kind: "ask", question: "another" });
    expect(panel.scrollTop).toBe(0);
  });
});
