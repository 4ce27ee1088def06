/** The page of a method, dataset, benchmark, task or metric. */

import type { ConceptPage, Node, RoleInPaper } from "../../api/types";
import { h, number, type Child } from "../../dom/dom";
import { figureOf } from "../../dom/figure";
import type { Viewer } from "../viewer";
import { actions, askLink, listItem, nodeLink, paperTitle, section, sparkline } from "./parts";

/** Roles in order of strength, phrased for the papers that have them. */
const rolePhrases: readonly (readonly [role: string, phrase: string])[] = [
  ["introduces", "introduce it"], ["builds_on", "build on it"], ["compares_with", "compare with it"], ["evaluates_on", "evaluate on it"],
  ["uses", "use it"], ["addresses", "address it"], ["measures", "measure it"], ["mentions", "mention it"],
];

/** What the answer to a question counts besides the papers of the role, if it counts more than these; `isGround` for datasets and benchmarks. */
const alsoCounted: Readonly<Record<string, (isGround: boolean) => string>> = {
  builds_on: () => " or a variant", evaluates_on: () => " or a variant", uses: (isGround) => (isGround ? ", or evaluate on it" : ", or build on it"),
};

/** The question that lists the papers of a role, for the roles that a question can express. */
const roleQuestions: Readonly<Record<string, (name: string) => string>> = {
  builds_on: (name) => `what builds on ${name}?`, compares_with: (name) => `which papers compare with ${name}?`,
  evaluates_on: (name) => `which papers evaluate on ${name}?`, uses: (name) => `which papers use ${name}?`,
};

const maxAliases = 8;
const maxPapers = 12;

export function conceptPage(node: Node, page: ConceptPage, viewer: Viewer): Child[] {
  return [
    h("h2", { class: "title" }, page.node.name),
    subtitle(page),
    actions(node, viewer),
    section("Introduced by", introducers(page, viewer)),
    section("Papers that", roles(page, viewer)),
    section("Papers by year", sparkline(page.papersByYear, page.node.year)),
    section("Descends from", chips(page.parents, viewer)),
    section("Variants", chips(page.variants, viewer)),
    section("Results", results(page, viewer)),
    section("What papers say", ...papersByRole(page, viewer)),
  ];
}

/** The papers of the graph, or else the title of the one that it does not have. */
function introducers({ introducedBy, origin, node }: ConceptPage, viewer: Viewer): Child {
  if (introducedBy.length > 0 || origin === null) return list(introducedBy.map((paper) => listItem(paperTitle(paper, viewer), paper.year, null)));
  return h("p", {}, `${origin}${node.year === null ? "" : ` (${node.year})`}`, h("span", { class: "soft" }, ", which is not among the papers here"));
}

function subtitle(page: ConceptPage): Child {
  const aliases = distinctNames([page.node.name, ...page.aliases]).slice(1, 1 + maxAliases);
  const words = [aliases.join(", "), inUse(page)].filter((part) => part !== "").join(" · ");
  return words ? h("p", { class: "soft" }, words) : null;
}

/** Of names that differ only in case, hyphens or a plural, the first. */
function distinctNames(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase().replace(/[\s-]+/g, " ").replace(/s\b/g, "");
    return seen.size < seen.add(key).size;
  });
}

/** Since when the concept is known or in use, and how many papers in the chart below have its name earlier: of frequent names, these mean something else. */
function inUse({ node, papersByYear }: ConceptPage): string {
  const { year } = node;
  if (year === null) return "";
  const first = papersByYear.find(({ papers }) => papers > 0)?.year;
  if (first !== undefined && first > year) return `known since ${year}, here since ${first}`;
  const before = papersByYear.filter((count) => count.year < year).reduce((sum, { papers }) => sum + papers, 0);
  return `in use here since ${year}${before === 0 ? "" : `; ${before === 1 ? "one earlier paper has" : `${number(before)} earlier papers have`} the name`}`;
}

/** The number beside a link is that of the answer behind it. */
function roles(page: ConceptPage, viewer: Viewer): Child {
  const isGround = page.node.type === "Dataset" || page.node.type === "Benchmark";
  const rows = rolePhrases.map(([role, phrase]) => {
    const [own, question] = [page.roles[role] ?? 0, roleQuestions[role]?.(page.node.name)];
    const count = question === undefined ? own : page.asked[role] ?? own;
    if (count === 0) return null;
    const words = phrase + (count > own ? alsoCounted[role]?.(isGround) ?? "" : "");
    return h("li", {}, question === undefined ? h("span", {}, words) : askLink(question, words, viewer), h("span", { class: "count" }, number(count)));
  }).filter((row) => row !== null);
  return rows.length > 0 ? h("ul", { class: "counts" }, ...rows) : null;
}

function papersByRole(page: ConceptPage, viewer: Viewer): Child[] {
  const shown = page.papers.slice(0, maxPapers);
  const more = page.papersTotal - shown.length;
  return [
    list(shown.map((item) => listItem(h("span", {}, paperTitle(item.paper, viewer), " ", h("span", { class: "soft" }, roleWords(item))), item.paper.year, item.evidence))),
    more > 0 ? h("p", { class: "soft" }, `and ${number(more)} more: `, askLink(`papers about ${page.node.name}`, `all papers that name ${page.node.label}`, viewer)) : null,
  ];
}

function roleWords({ role }: RoleInPaper): string {
  return role.replaceAll("_", " ").toLowerCase();
}

function results(page: ConceptPage, viewer: Viewer): Child {
  const rows = page.results.slice(0, maxPapers).map(({ paper, value, unit, metric, of }) =>
    h("tr", {}, h("td", { class: "figure" }, figureOf(value, unit)), h("td", {}, paperTitle(paper, viewer), h("div", { class: "soft" }, [metric, of].filter(Boolean).join(", ")))));
  return rows.length > 0 ? h("table", { class: "results" }, h("tbody", {}, ...rows)) : null;
}

function chips(nodes: readonly Node[], viewer: Viewer): Child {
  return nodes.length > 0 ? h("div", { class: "chips" }, ...nodes.map((node) => nodeLink(node, viewer))) : null;
}

export function list(items: HTMLElement[]): Child {
  return items.length > 0 ? h("ul", { class: "list" }, ...items) : null;
}
