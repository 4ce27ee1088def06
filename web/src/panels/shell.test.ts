import { expect, it } from "vitest";
import { stubClient } from "../../dev/client";
import { loadEnded, openPanel } from "../state/actions/shell";
import { expand, select, show } from "../state/actions/view";
import { loadContent } from "../state/content";
import { initialState, startView, type AppState } from "../state/state";
import { Store } from "../state/store";
import { createAreas, keepOpenAndShut } from "./shell";

const { client } = stubClient();
const ask = (): ((state: AppState) => AppState) => show({ kind: "ask", question: "what builds on DPO?" });

function narrow(): { store: Store<AppState>; load: () => Promise<void>; isOpen: () => boolean } {
  const store = new Store(initialState(startView, "light", false));
  const areas = createAreas();
  keepOpenAndShut(areas, store);
  return {
    store,
    load: async () => store.dispatch(loadEnded(await loadContent(client, store.state.view))),
    isOpen: () => !areas.right.classList.contains("shut"),
  };
}

it("opens the sheet of a narrow page when an answer arrives, and only then", async () => {
  const { store, load, isOpen } = narrow();
  await load();
  expect(isOpen()).toBe(false);
  store.dispatch(ask());
  expect(isOpen()).toBe(false);
  await load();
  expect(isOpen()).toBe(true);
});

it("leaves the sheet shut while the same answer is expanded, and opens it when it is asked for again", async () => {
  const { store, load, isOpen } = narrow();
  store.dispatch(ask());
  await load();
  store.dispatch(openPanel("right", false));
  store.dispatch(expand("ppo"));
  await load();
  expect(isOpen()).toBe(false);
  store.dispatch(ask());
  await load();
  expect(isOpen()).toBe(true);
});

it("opens the sheet for a selection", () => {
  const { store, isOpen } = narrow();
  store.dispatch(select({ kind: "edge", key: "kto|BUILDS_ON|ppo" }));
  expect(isOpen()).toBe(true);
});
