/** The page of a paper. */

import type { Node, PaperPage } from "../../api/types";
import { h, plural, type Child } from "../../dom/dom";
import { outLink, paperLink } from "../../dom/quote";
import type { Viewer } from "../viewer";
import { list } from "./concept";
import { actions, askLink, listItem, nodeLink, paperTitle, section } from "./parts";

const maxAuthors = 6;

export function paperPage(node: Node, page: PaperPage, viewer: Viewer): Child[] {
  const link = page.url ? { url: page.url, text: paperLink(page.node.id)?.text ?? "Read" } : paperLink(page.node.id);
  return [
    h("h2", { class: "title" }, page.title),
    h("p", { class: "soft byline" }, ...byline(page, viewer)),
    link ? h("p", { class: "source" }, outLink(link.url, link.text)) : null,
    actions(node, viewer),
    section("Concepts", list(page.concepts.map(({ node: concept, role, evidence }) =>
      listItem(h("span", {}, nodeLink(concept, viewer), " ", h("span", { class: "soft" }, role.replaceAll("_", " ").toLowerCase())), null, evidence)))),
    section("Builds on", list(page.buildsOn.map((paper) => listItem(paperTitle(paper, viewer), paper.year, null)))),
    section("Abstract", page.abstract ? h("p", { class: "abstract" }, page.abstract) : null),
  ];
}

/** Authors, each linked to their papers, then venue and year, then citation counts. */
function byline({ authors, venue, year, cites, citedBy }: PaperPage, viewer: Viewer): Child[] {
  const names = authors.slice(0, maxAuthors).flatMap((author, i) => [i > 0 ? ", " : null, askLink(`papers by ${author}`, author, viewer)]);
  const others = authors.length > maxAuthors ? ` and ${authors.length - maxAuthors} more` : null;
  const place = [venue, year].filter((part) => part !== null).join(" ");
  const counts = [cites > 0 ? `cites ${cites}` : "", citedBy > 0 ? `cited by ${plural(citedBy, "paper")} here` : ""];
  const rest = [place, ...counts].filter((part) => part !== "").join(" · ");
  return [...names, others, names.length > 0 && rest !== "" ? " · " : null, rest];
}
