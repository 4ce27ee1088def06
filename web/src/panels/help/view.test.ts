import { expect, it } from "vitest";
import { initialState, startView, type AppState } from "../../state/state";
import { Store } from "../../state/store";
import { readQuery } from "../search/query";
import { exampleQuestions } from "./questions";
import { createHelp, fillHelp } from "./view";

it.each(exampleQuestions)("the box takes the example %s for a question", (question) => {
  expect(readQuery(question).kind).toBe("question");
});

it("asks an example, and closes", () => {
  const store = new Store<AppState>(initialState(startView, "light", true));
  const dialog = createHelp();
  dialog.close = () => { dialog.open = false; };
  dialog.open = true;
  fillHelp(dialog, [], { store });
  [...dialog.querySelectorAll("button")].find(({ textContent }) => textContent === "what came after PPO?")?.click();
  expect(store.state.view.base).toEqual({ kind: "ask", question: "what came after PPO?" });
  expect(dialog.open).toBe(false);
});
