/** Example questions, one of each kind; a click asks it. They are about names that occur in most machine learning corpora. */

import { h } from "../../dom/dom";
import { show } from "../../state/actions/view";
import type { App } from "../../graph/canvas";

export const exampleQuestions: readonly string[] = [
  "what builds on DPO?", "what came after PPO?", "who introduced GSM8K?", "who works on DPO?",
  "what do DPO and PPO have in common?", "how are PPO and DPO connected?", "which methods outperform DPO?", "papers without PPO for RLHF",
  "best results on GSM8K", "accuracy of GPT-4 on GSM8K", "new benchmarks for reasoning", "which metrics are used for question answering?",
];

export function questionsHelp({ store }: Pick<App, "store">, done: () => void): HTMLElement {
  const ask = (question: string): void => {
    done();
    store.dispatch(show({ kind: "ask", question }));
    document.getElementById("graph")?.focus();
  };
  return h("section", { class: "questions" }, h("h3", {}, "Ask, for instance"),
    h("ul", {}, ...exampleQuestions.map((question) => h("li", {}, h("button", { type: "button", class: "link serif", onclick: () => ask(question) }, question)))),
    h("p", { class: "soft" }, "A question can say which years (since 2024), where (at ICLR 2024), what to leave out (but not PPO), in which order (newest), and how many (top 5)."));
}
