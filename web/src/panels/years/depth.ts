/** Depth of a lineage in both directions, whether it is one of concepts or of papers, and the layout. */

import { h, render } from "../../dom/dom";
import { asLineage, setDepth, setKinds, setLayout } from "../../state/actions/view";
import { maxDepth } from "../../state/url";
import type { Viewer } from "../viewer";

export function mountDepth(host: HTMLElement, { store }: Viewer): void {
  store.watch((state) => [state.view.base, state.content, state.view.layout], (_base, _content, layout) => {
    const base = asLineage(store.state);
    const isPaper = base ? store.state.content?.nodes.get(base.of)?.type === "Paper" : false;
    const stepper = (side: "ancestors" | "descendants", label: string, value: number): HTMLElement => {
      const button = (by: number, sign: string, word: string): HTMLElement => h("button", {
        type: "button", class: "step", "data-key": `${side}${by}`, "aria-label": `${word} ${label.toLowerCase()}`,
        disabled: value + by < 0 || value + by > maxDepth, onclick: () => store.dispatch(setDepth(side, value + by)),
      }, sign);
      return h("div", { class: "stepper", role: "group", "aria-label": label },
        h("span", {}, label), button(-1, "−", "Fewer"), h("output", {}, String(value)), button(1, "+", "More"));
    };
    const choice = (key: string, label: string, on: boolean, choose: () => void): HTMLElement =>
      h("button", { type: "button", "data-key": key, "aria-pressed": String(on), onclick: choose }, label);
    render(host,
      base ? h("h2", {}, "Depth") : null,
      base ? stepper("ancestors", "Ancestors", base.ancestors) : null,
      base ? stepper("descendants", "Descendants", base.descendants) : null,
      base && !isPaper ? h("div", { class: "choice", role: "group", "aria-label": "Lineage of" },
        choice("kinds-concepts", "Concepts", base.kinds === "concepts", () => store.dispatch(setKinds("concepts"))),
        choice("kinds-papers", "Papers", base.kinds === "papers", () => store.dispatch(setKinds("papers")))) : null,
      h("h2", {}, "Layout"),
      h("div", { class: "choice", role: "group", "aria-label": "Layout" },
        choice("layout-year", "By year", layout === "year", () => store.dispatch(setLayout("year"))),
        choice("layout-cluster", "By cluster", layout === "cluster", () => store.dispatch(setLayout("cluster")))));
  });
}
