import { describe, expect, it } from "vitest";
import type { SearchItem } from "../../api/types";
import { optionsFor, saidOtherwise } from "./options";
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

  it.each(["what builds on DPO?", "D4RL?", "who introduced GSM8K", "how are PPO and DPO connected", "variants of DPO", "lineage of PPO", "best results on GSM8K", "papers by Yann LeCun",
    "difference between PPO and GRPO", "compare Adam and SGD", "PPO vs GRPO", "alternatives to RLHF", "papers about reward hacking", "papers that combine DPO and RAG", "papers comparing DPO with PPO",
    "list datasets for question answering", "methods for speech recognition", "overview of offline RL", "path from PPO to DPO", "accuracy of CLIP on ImageNet", "new benchmarks for code generation", "papers without RL for alignment", "papers at ICLR 2024 on diffusion", "metrics for machine translation", "trend of diffusion models", "sota on SWE-bench", "most cited papers", "top 10 methods for SLAM", "explain chain of thought"])("%s is a question", (text) => {
    expect(readQuery(text).kind).toBe("question");
  });

  it.each(["DPO", "how", "what if", "Atari 100k", "who knows", "variants", "best of", "Results-based RL", "papers", "compare", "methods", "differential privacy", "comparison network", "new benchmarks", "accuracy of CLIP", "metrics", "New insights on learning", "Explain", "most cited"])("%s is words to search", (text) => {
    expect(readQuery(text).kind).toBe("words");
  });

  it.each([
    "We propose Quoll-DPO, which extends DPO (Direct Preference Optimization). On GSM8K it reaches 81.8%.", "Quolls are small. They hunt at night.", `A ${"very ".repeat(45)}long title`,
    "Does it scale? We show that it does. Our code is public.",
  ])("%s is a text to read", (text) => {
    expect(readQuery(` ${text}\n`)).toEqual({ kind: "text", text });
  });

  it.each(["papers by A. B. Smith et al. on DPO", "AlpacaEval 2.0 vs. MT-Bench", "Who introduced GSM8K? And who D4RL?", "What is DPO? It is a method."])("%s is no text", (text) => {
    expect(readQuery(text).kind).not.toBe("text");
  });

  it("is a command after >", () => {
    expect(readQuery("> lay out")).toEqual({ kind: "command", words: "lay out" });
  });
});

describe("the options", () => {
  it("begin with reading for a text", () => {
    expect(optionsFor({ kind: "text", text: "One is here. Two are there." }, [], [])).toEqual([{ kind: "read", text: "One is here. Two are there." }]);
  });

  it("begin with asking for a question, and end with it for words", () => {
    expect(optionsFor({ kind: "question", question: "why DPO?" }, [], [])[0]).toEqual({ kind: "ask", question: "why DPO?" });
    expect(optionsFor({ kind: "words", words: "zzz" }, [], [])).toEqual([{ kind: "ask", question: "zzz" }]);
  });

  it.each([
    ["top 10 methods", { name: "Top-10", label: "Top-10" }, null, "ask"], ["trend in diffusion", { name: "OneCast: Time Series Forecasting by Diffusion", label: "OneCast" }, null, "ask"],
    ["direct pref", { name: "Direct Preference Optimization", label: "DPO" }, null, "node"], ["Optimization, direct", { name: "Direct Preference Optimization", label: "DPO" }, null, "node"],
    ["attention is all you", { name: "Attention is All you Need", label: "Attention is All…" }, null, "node"], ["large language models", { name: "Large Language Model", label: "LLM" }, null, "node"],
    ["difusion modles", { name: "Diffusion Model", label: "Diffusion Model" }, "similar to Diffusion Model", "node"], ["rlhf", { name: "Reinforcement Learning", label: "RL" }, null, "node"],
    ["coding concepts", { name: "CoCo", label: "CoCo" }, "alias Coding Concepts", "node"],
  ] as const)("for %s, of which %j is found by %s, begin with: %s", (words, node, match, first) => {
    const items = [{ node: { id: "x", ...node }, match }] as unknown as SearchItem[];
    expect(optionsFor({ kind: "words", words }, items, [])[0]?.kind).toBe(first);
  });
});

describe("why a node is among the options", () => {
  it.each([
    ["Coding Concepts", "Coding Concepts", "alias CoCo", "also “CoCo”"], ["Direct Preference Optimization", "DPO", "alias dpo", null], ["Transformer", "Transformer", "similar to Transformer", "similar spelling"],
    ["COCO", "COCO", "name", null], ["Iterative DPO", "Iterative DPO", "name or alias", null], ["A title", "A title", null, null],
  ])("%s, shown as %s, for %s", (name, label, match, said) => {
    expect(saidOtherwise({ name, label }, match)).toBe(said);
  });
});
