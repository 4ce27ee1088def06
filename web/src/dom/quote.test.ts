import { describe, expect, it } from "vitest";
import { paperLink, splitAtMention, withMention } from "./quote";

describe("a sentence as evidence", () => {
  it("is split at the mention, in UTF-16 units", () => {
    expect(splitAtMention({ sentence: "🙂 on DPO we build", start: 6, end: 9 })).toEqual(["🙂 on ", "DPO", " we build"]);
  });

  it.each([[null, null], [5, 5], [-1, 3], [4, 99]])("marks nothing for offsets %s and %s", (start, end) => {
    expect(splitAtMention({ sentence: "on DPO we build", start, end })).toEqual(["on DPO we build", "", ""]);
  });
});

describe("evidence without a place", () => {
  const evidence = { paper: "arxiv:1", field: "abstract", sentence: "It adapts Direct Preference Optimization (DPO).", start: null, end: null, offset: null, by: null };

  it("is marked where the sentence says the longest of the names", () => {
    const [, mention] = splitAtMention(withMention(evidence, ["DPO", "direct preference optimization"]));
    expect(mention).toBe("Direct Preference Optimization");
  });

  it("is left alone where it says none, or where the place is known", () => {
    expect(withMention(evidence, ["PPO"])).toBe(evidence);
    const placed = { ...evidence, start: 0, end: 2 };
    expect(withMention(placed, ["DPO"])).toBe(placed);
  });
});

describe("a paper's link", () => {
  it.each([
    ["arxiv:2305.18290", "https://arxiv.org/abs/2305.18290"], ["doi:10.1/x", "https://doi.org/10.1/x"],
    ["openreview:a-B_c", "https://openreview.net/forum?id=a-B_c"], ["openalex:W1", "https://openalex.org/W1"],
  ])("of %s is %s", (id, url) => {
    expect(paperLink(id)?.url).toBe(url);
  });

  it("is missing where no site resolves the id", () => {
    expect(paperLink("title:abc")).toBeNull();
  });
});
