import { describe, expect, it } from "vitest";
import { yearsPart } from "./years";

const texts = (part: Element, selector: string): string[] => [...part.querySelectorAll(selector)].map((row) => [...row.children].map((one) => one.textContent).join(" | "));

describe("the years of an answer", () => {
  it("are bars and a table, the newest first, with the share of all papers of the year", () => {
    const part = yearsPart([{ year: 2018, papers: 3, all: 6642 }, { year: 2024, papers: 172, all: 6375 }, { year: 2025, papers: 1459, all: 59784 }]) as Element;
    expect(part.querySelectorAll("svg rect")).toHaveLength(3);
    expect(texts(part, "tbody tr")).toEqual(["2025 | 1,459 | 59,784 | 2.4 %", "2024 | 172 | 6,375 | 2.7 %", "2018 | 3 | 6,642 | < 0.1 %"]);
  });

  it("are summed where they are older than the table", () => {
    const years = Array.from({ length: 10 }, (_, i) => ({ year: 2016 + i, papers: 2, all: 40 }));
    expect(texts(yearsPart(years) as Element, "tbody tr").slice(-2)).toEqual(["2018 | 2 | 40 | 5.0 %", "before 2018 | 4 | 80 | 5.0 %"]);
  });

  it("are absent from an answer that does not count by year", () => {
    expect(yearsPart([])).toBeNull();
  });
});
