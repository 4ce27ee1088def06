import { describe, expect, it } from "vitest";
import { optionsFor } from "./options";
import { readQuery } from "./query";

describe("what was typed", () => {
  it.each([
    ["2305.18290", "arxiv:2305.18290"], ["arXiv:2305.18290v3", "arxiv:2305.18290"], ["https://arxiv.org/abs/2305.18290", "arxiv:2305.18290"],
    ["https://arxiv.org/pdf/2305.18290v2.pdf", "arxiv:2305.18290"], ["arxiv:hep-th/9901001", "arxiv:hep-th/9901001"],
    ["10.1145/3292500.3330701", "doi:10.1145/3292500.3330701"], ["https://doi.org/10.48550/arXiv.2305.18290", "doi:10.48550/arxiv.2305.18290"],
    ["https://openreview.net/forum?id=HPuSIXJaa9", "openreview:HPuSIXJaa9"], ["openreview:HPuSIXJaa9", "openreview:HPuSIXJaa9"],
  ])("%s is a paper", (text, id) => {
    expect(readQuery(text)).toEqual({ kind: "paper", id });
  });

  it.each(["what builds on DPO?", "D4RL?", "who introduced GSM8K", "how are PPO and DPO connected", "variants of DPO", "lineage of PPO", "best results on GSM8K", "papers by Yann LeCun"])("%s is a question", (text) => {
    expect(readQuery(text).kind).toBe("question");
  });

  it.each(["DPO", "how", "what if", "Atari 100k", "who knows", "variants", "best of", "Results-based RL", "papers"])("%s is words to search", (text) => {
    expect(readQuery(text).kind).toBe("words");
  });

  it("is a command after >", () => {
    expect(readQuery("> lay out")).toEqual({ kind: "command", words: "lay out" });
  });
});

describe("the options", () => {
  it("begin with asking for a question, and end with it for words", () => {
    expect(optionsFor({ kind: "question", question: "why DPO?" }, [], [])[0]).toEqual({ kind: "ask", question: "why DPO?" });
    expect(optionsFor({ kind: "words", words: "zzz" }, [], [])).toEqual([{ kind: "ask", question: "zzz" }]);
  });
});
