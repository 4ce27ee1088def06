import { h, type Child } from "../../dom/dom";
import { show } from "../../state/actions/view";
import type { Viewer } from "../viewer";

/** Suggested questions, as links that ask them. */
export function suggestions(questions: readonly string[], { store }: Pick<Viewer, "store">): Child[] {
  if (questions.length === 0) return [];
  return [
    h("h3", { class: "try" }, "You could ask"),
    h("ul", { class: "asks" }, ...questions.map((question) =>
      h("li", {}, h("button", { type: "button", class: "link serif", onclick: () => store.dispatch(show({ kind: "ask", question })) }, question)))),
  ];
}
