/** The numbers of an answer that counts by year: a bar for each year, and a table of the newest years with their shares. */

import type { Answer } from "../../api/types";
import { h, number, type Child } from "../../dom/dom";
import { section, sparkline } from "../detail/parts";

type Year = Answer["years"][number];

/** As many years as can be read at a glance; the bars have all. */
const maxYears = 8;

export function yearsPart(years: readonly Year[]): Child {
  if (years.length === 0) return null;
  const told = years.slice(-maxYears).reverse();
  const earlier = years.slice(0, -maxYears);
  const highest = Math.max(...told.map(shareOf));
  return section("Papers by year", sparkline(years), h("table", { class: "by-year" },
    h("thead", {}, h("tr", {}, ...["Year", "Papers", "of all here", "Share"].map((column) => h("th", { scope: "col" }, column)))),
    h("tbody", {}, ...told.map((year) => yearRow(year, highest)), earlier.length === 0 ? null : earlierRow(earlier, told.at(-1)?.year ?? 0))));
}

function yearRow(row: Year, highest: number): HTMLElement {
  const share = shareOf(row);
  return h("tr", {}, h("th", { scope: "row" }, String(row.year)), cell(number(row.papers)), cell(number(row.all)),
    h("td", { class: "figure" }, h("span", { class: "track" }, h("span", { style: `width: ${Math.round((share / highest) * 100)}%` })), percent(share)));
}

/** The years before the table, summed. */
function earlierRow(years: readonly Year[], first: number): HTMLElement {
  const sum = { year: first, papers: total(years, "papers"), all: total(years, "all") };
  return h("tr", {}, h("th", { scope: "row" }, `before ${first}`), cell(number(sum.papers)), cell(number(sum.all)), cell(percent(shareOf(sum))));
}

const cell = (text: string): HTMLElement => h("td", { class: "figure" }, text);
const shareOf = ({ papers, all }: Year): number => papers / Math.max(1, all);
const total = (years: readonly Year[], key: "papers" | "all"): number => years.reduce((sum, year) => sum + year[key], 0);

function percent(share: number): string {
  return share > 0 && share < 0.0005 ? "< 0.1 %" : `${(share * 100).toFixed(1)} %`;
}
