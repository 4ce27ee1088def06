/** Counts of the whole graph, shown when there is nothing in particular to show. */

import type { Stats } from "../../api/types";
import { h, number, type Child } from "../../dom/dom";
import { nodeIcon } from "../../dom/icons";
import { nodeMarks } from "../../graph/marks";
import { section } from "./parts";

export function overview(stats: Stats | null): Child[] {
  const kinds = nodeMarks.filter(({ type }) => (stats?.byLabel[type] ?? 0) > 0);
  return [
    h("h2", { class: "title" }, "Nothing is selected"),
    h("p", { class: "soft" }, "Click a node for its page, or a line for the sentence behind it."),
    stats ? section("This graph holds",
      h("ul", { class: "counts" }, ...kinds.map(({ type, plural }) =>
        h("li", {}, h("span", { class: "with-mark" }, nodeIcon(type), plural), h("span", { class: "count" }, number(stats.byLabel[type] ?? 0)))),
      h("li", {}, h("span", {}, "Relations"), h("span", { class: "count" }, number(stats.relationships)))),
      stats.source ? h("p", { class: "soft" }, stats.source) : null) : null,
  ];
}
