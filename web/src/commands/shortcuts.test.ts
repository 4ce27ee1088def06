import { beforeEach, expect, it } from "vitest";
import { pickPathFrom } from "../state/actions/shell";
import { select } from "../state/actions/view";
import { initialState, startView, type AppState } from "../state/state";
import { Store } from "../state/store";
import { createCommands, type Parts } from "./commands";
import { listenToKeys } from "./shortcuts";

const store = new Store<AppState>(initialState(startView, "light", true));
let searched = 0;
listenToKeys(store, createCommands({ store, camera: {}, exporter: {}, walker: {}, focusSearch: () => { searched++; } } as unknown as Parts));

const press = (key: string): void => void document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

beforeEach(() => {
  searched = 0;
  store.dispatch(() => pickPathFrom("ppo")(initialState(startView, "light", true)));
});

it("gives letters to the search box while a path waits for its other end, and runs no command", () => {
  const before = store.state;
  for (const key of ["d", "k", "x"]) press(key);
  expect([store.state, searched]).toEqual([before, 3]);
});

it("picks the other end with Enter, but not the first end again", () => {
  store.dispatch(select({ kind: "node", key: "ppo" }));
  press("Enter");
  expect(store.state.view.base).toEqual({ kind: "start" });
  store.dispatch(select({ kind: "node", key: "dpo" }));
  press("Enter");
  expect(store.state.view.base).toEqual({ kind: "path", from: "ppo", to: "dpo" });
  expect(store.state.pathFrom).toBeNull();
});

it("lets go of the path with Escape, and then letters are shortcuts again", () => {
  press("Escape");
  expect(store.state.pathFrom).toBeNull();
  press("k");
  expect([store.state.view.layout, searched]).toEqual(["cluster", 0]);
});
