import { expect, it } from "vitest";
import { toggleType } from "../../state/actions/view";
import { initialState, type AppState, type Content } from "../../state/state";
import { Store } from "../../state/store";
import { decodeView } from "../../state/url";
import type { Viewer } from "../viewer";
import { mountNotice } from "./view";

it("says an answer to screen readers, once", () => {
  const store = new Store<AppState>({ ...initialState(decodeView("?ask=q"), "light", true), loading: false });
  const host = document.createElement("div");
  mountNotice(host, { store } as unknown as Viewer);
  const said = (): string => host.querySelector("[aria-live]")?.textContent ?? "";
  store.dispatch((state) => ({ ...state, content: { nodes: new Map(), edges: new Map(), own: new Set(), base: { kind: "start" }, answer: { answer: "Two papers build on it." } } as unknown as Content }));
  expect(said()).toBe("Two papers build on it. 0 nodes and 0 relations shown.");
  store.dispatch(toggleType("Paper"));
  expect(said()).toBe("0 nodes and 0 relations shown.");
});
