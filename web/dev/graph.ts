/** A small graph about DPO in our own words: enough of everything to test against without a server. */

import type { Edge, Graph, Node, NodeType, RelationType } from "../src/api/types";

const node = (id: string, label: string, name: string, type: NodeType, year: number, degree = 3): Node =>
  ({ id, key: `n-${id}`, label, name, type, types: [type], year, degree, paperCount: degree, rank: degree / 10 });

export const nodes: readonly Node[] = [
  node("direct-preference-optimization", "DPO", "Direct Preference Optimization", "Method", 2023, 64),
  node("rlhf", "RLHF", "Reinforcement Learning from Human Feedback", "Method", 2020, 31),
  node("ppo", "PPO", "Proximal Policy Optimization", "Method", 2017, 40),
  node("trpo", "TRPO", "Trust Region Policy Optimization", "Method", 2015, 9),
  node("preference-based-deep-rl", "Preference-based deep RL", "Deep reinforcement learning from preferences", "Method", 2017),
  node("bradley-terry", "Bradley–Terry", "Bradley–Terry model", "Method", 2015),
  node("kto", "KTO", "Kahneman-Tversky Optimization", "Method", 2024, 7),
  node("ipo", "IPO", "Identity Preference Optimization", "Method", 2023, 6),
  node("orpo", "ORPO", "Odds Ratio Preference Optimization", "Method", 2024, 5),
  node("simpo", "SimPO", "Simple Preference Optimization", "Method", 2024, 8),
  node("spin", "SPIN", "Self-Play Fine-Tuning", "Method", 2024, 4),
  node("step-dpo", "Step-DPO", "Step-DPO", "Method", 2024, 4),
  node("diffusion-dpo", "Diffusion-DPO", "Diffusion-DPO", "Method", 2023, 4),
  node("mcts-dpo", "MCTS-DPO", "MCTS-DPO", "Method", 2024),
  node("spo", "SPO", "Self-Play Preference Optimization", "Method", 2024),
  node("hh-rlhf", "HH-RLHF", "Helpful and Harmless", "Dataset", 2022),
  node("tldr", "TL;DR", "TL;DR summaries", "Dataset", 2020),
  node("gsm8k", "GSM8K", "Grade School Math 8K", "Benchmark", 2021, 44),
  node("math", "MATH", "MATH", "Benchmark", 2021, 30),
  node("arxiv:2406.18629", "Step-DPO: stepwise preferences for long reasoning", "Step-DPO: stepwise preferences for long reasoning", "Paper", 2024, 6),
];

const sentences: Readonly<Record<string, string>> = {
  "step-dpo": "Treats single reasoning steps as the units of preference, where DPO compares whole answers.",
  simpo: "Starting from DPO, it drops the reference model and rewards the average log-probability.",
  ipo: "A regularised objective mends how DPO overfits certain preferences.",
};

const edge = (from: string, type: RelationType, to: string, confidence = 0.93): Edge => {
  const sentence = sentences[from] ?? `The method takes ${label(to)} as its starting point.`;
  const start = Math.max(0, sentence.indexOf(label(to)));
  return {
    id: `${from}-${type}-${to}`, from, to, type, confidence, derived: false, via: null, papers: 1,
    evidence: { paper: "arxiv:2406.18629", field: "abstract", sentence, start, end: start + label(to).length, offset: 512, by: "role.based-on" },
  };
};

function label(id: string): string {
  return nodes.find((candidate) => candidate.id === id)?.label ?? id;
}

const dpo = "direct-preference-optimization";

export const edges: readonly Edge[] = [
  edge(dpo, "BUILDS_ON", "bradley-terry"), edge("rlhf", "BUILDS_ON", "preference-based-deep-rl"), edge("rlhf", "BUILDS_ON", "ppo"),
  edge("ppo", "BUILDS_ON", "trpo"), edge(dpo, "COMPARES_WITH", "rlhf"), edge("spo", "BUILDS_ON", "rlhf"),
  edge("kto", "BUILDS_ON", dpo), edge("ipo", "BUILDS_ON", dpo), edge("kto", "BUILDS_ON", "ipo", 0.45), edge("orpo", "COMPARES_WITH", dpo),
  edge("spin", "COMPARES_WITH", dpo), edge("simpo", "BUILDS_ON", dpo), edge("step-dpo", "VARIANT_OF", dpo), edge("diffusion-dpo", "VARIANT_OF", dpo),
  edge("mcts-dpo", "BUILDS_ON", dpo), edge(dpo, "EVALUATES_ON", "hh-rlhf"), edge(dpo, "EVALUATES_ON", "tldr"), edge("step-dpo", "EVALUATES_ON", "gsm8k"),
  edge("step-dpo", "EVALUATES_ON", "math"), edge("mcts-dpo", "EVALUATES_ON", "gsm8k"),
];

export const graph: Graph = { nodes: nodes.filter(({ type }) => type !== "Paper"), edges, shown: 19, total: 64 };
