import { expect, it } from "vitest";
import { Problem } from "../../api/problem";
import { loadFailed } from "../../state/actions/shell";
import { initialState, type AppState } from "../../state/state";
import { Store } from "../../state/store";
import { decodeView } from "../../state/url";
import type { Viewer } from "../viewer";
import { echoed } from "./understanding";
import { mountAnswer, wordsOf } from "./view";

it.each([
  ["nothing is named “a b c”.", "a b c", "nothing is named “a b c”."],
  ["nothing is named “We show that”.", "We show that A and B", "nothing is named “We show that…”."],
  [`nothing is named “${"word ".repeat(30)}”.`, "other", `nothing is named “${"word ".repeat(18).trim()}…”.`],
])("shows of %s what %s was cut to", (detail, question, shown) => {
  expect(echoed(detail, question)).toBe(shown);
});

it.each([
  ["BUILDS_ON", "step-dpo", null, "builds on through step-dpo"],
  ["WROTE", null, null, ""],
  ["REPORTS", null, { value: 98.1, unit: "%", metric: "accuracy" }, "98.1% accuracy"],
  ["REPORTS", null, { value: 31.2, unit: "BLEU", metric: null }, "31.2 BLEU"],
])("says of a row that is there by %s through %s with %j: %s", (relation, via, result, words) => {
  expect(wordsOf({ id: "p", sourceId: null, title: "T", year: 2024, relation, via, evidence: null, confidence: null, result })).toBe(words);
});

it("answers a question that is not understood in the place of answers, with others to click", () => {
  const store = new Store<AppState>(initialState(decodeView("?ask=how is the weather?"), "light", true));
  const host = document.createElement("div");
  mountAnswer(host, { store } as unknown as Viewer);
  store.dispatch(loadFailed(new Problem(422, "ask.not-understood", "This is no question of a known form.", null, ["what builds on DPO?", "variants of DPO"])));
  expect(host.querySelector(".sentence-answer")?.textContent).toBe("This is no question of a known form.");
  const asks = [...host.querySelectorAll<HTMLButtonElement>(".asks button")];
  expect(asks.map(({ textContent }) => textContent)).toEqual(["what builds on DPO?", "variants of DPO"]);
  asks[1]?.click();
  expect(store.state.view.base).toEqual({ kind: "ask", question: "variants of DPO" });
});
