/** The marks of the drawing: shape and colour of each type of node, line of each type of relation. */

import type { Edge, NodeType, RelationType } from "../api/types";

export interface NodeMark {
  readonly type: NodeType;
  readonly plural: string;
  readonly shape: "ellipse" | "rectangle" | "hexagon" | "triangle" | "diamond" | "round-rectangle" | "pentagon" | "octagon";
  /** Name of the colour token. */
  readonly colour: string;
  /** Drawn as an outline on paper rather than filled. */
  readonly hollow: boolean;
}

/** In the order of the legend. */
export const nodeMarks: readonly NodeMark[] = [
  { type: "Method", plural: "Methods", shape: "ellipse", colour: "method", hollow: false },
  { type: "Dataset", plural: "Datasets", shape: "rectangle", colour: "dataset", hollow: false },
  { type: "Benchmark", plural: "Benchmarks", shape: "hexagon", colour: "benchmark", hollow: false },
  { type: "Task", plural: "Tasks", shape: "triangle", colour: "task", hollow: false },
  { type: "Metric", plural: "Metrics", shape: "diamond", colour: "metric", hollow: false },
  { type: "Paper", plural: "Papers", shape: "round-rectangle", colour: "soft", hollow: true },
  { type: "Author", plural: "Authors", shape: "pentagon", colour: "soft", hollow: true },
  { type: "Venue", plural: "Venues", shape: "octagon", colour: "soft", hollow: true },
];

export const markOf: ReadonlyMap<NodeType, NodeMark> = new Map(nodeMarks.map((mark) => [mark.type, mark]));

export type LineId =
  | "builds-on" | "variant-of" | "weak" | "compares-with" | "evaluates-on" | "uses" | "introduces" | "part-of"
  | "reports" | "addresses" | "measures" | "mentions" | "cites" | "wrote" | "published-in";

export interface LineMark {
  readonly id: LineId;
  readonly label: string;
  readonly style: "solid" | "dashed" | "dotted";
  readonly width: number;
  readonly opacity: number;
  readonly colour: "line-ink" | "contrast" | "method";
  readonly ending: "arrow" | "dot" | "none";
}

const line = (
  id: LineId, label: string, style: LineMark["style"], width: number, opacity: number,
  ending: LineMark["ending"], colour: LineMark["colour"] = "line-ink",
): LineMark => ({ id, label, style, width, opacity, ending, colour });

/** In the order of the legend: descent first, then contrast, then everything that is context. */
export const lineMarks: readonly LineMark[] = [
  line("builds-on", "builds on", "solid", 1.4, 1, "arrow"),
  line("variant-of", "variant of", "solid", 2.6, 1, "arrow"),
  line("weak", "builds on, less sure", "dashed", 1.2, 0.75, "arrow"),
  line("introduces", "introduces", "solid", 1.4, 0.85, "arrow", "method"),
  line("part-of", "part of", "solid", 1, 0.7, "arrow"),
  line("compares-with", "compares with", "dotted", 1.4, 0.9, "dot", "contrast"),
  line("evaluates-on", "evaluates on", "solid", 1, 0.32, "none"),
  line("reports", "reports", "solid", 1, 0.32, "none"),
  line("uses", "uses", "solid", 1, 0.32, "none"),
  line("addresses", "addresses", "solid", 1, 0.26, "none"),
  line("measures", "measures", "solid", 1, 0.26, "none"),
  line("mentions", "mentions", "solid", 0.8, 0.2, "none"),
  line("cites", "cites", "dashed", 0.8, 0.3, "none"),
  line("wrote", "wrote", "solid", 0.8, 0.26, "none"),
  line("published-in", "published in", "solid", 0.8, 0.26, "none"),
];

export const lineOf: ReadonlyMap<LineId, LineMark> = new Map(lineMarks.map((mark) => [mark.id, mark]));

/**
 * Below this confidence a relation of descent is drawn dashed. On the sample corpus a plain cue gives 0.63 or more, a doubtful
 * one 0.35 to 0.56 (25 of 428 relations of descent, counted when this was chosen): the value lies between.
 */
export const weakBelow = 0.6;

const plainLine: Readonly<Record<RelationType, LineId>> = {
  INTRODUCES: "introduces", BUILDS_ON: "builds-on", COMPARES_WITH: "compares-with", EVALUATES_ON: "evaluates-on",
  USES: "uses", ADDRESSES: "addresses", MEASURES: "measures", MENTIONS: "mentions", REPORTS: "reports", CITES: "cites",
  VARIANT_OF: "variant-of", PART_OF: "part-of", WROTE: "wrote", PUBLISHED_IN: "published-in",
};

export function lineIdOf(edge: Pick<Edge, "type" | "confidence">): LineId {
  const weak = edge.confidence !== null && edge.confidence < weakBelow;
  return weak && isDescent(edge.type) ? "weak" : plainLine[edge.type] ?? "mentions";
}

/** Descent runs from the younger end to the older one. */
export function isDescent(type: RelationType): boolean {
  return type === "BUILDS_ON" || type === "VARIANT_OF";
}

/** Relations that order a drawing: their line runs with time, from the earlier to the later. */
export function isOrdering(type: RelationType): boolean {
  return isDescent(type) || type === "INTRODUCES";
}

/** Relations as the verbs of sentences: "Step-DPO *is a variant of* DPO". */
const verbs: Readonly<Record<string, string>> = {
  INTRODUCES: "introduces", BUILDS_ON: "builds on", COMPARES_WITH: "compares with", EVALUATES_ON: "is evaluated on",
  USES: "uses", ADDRESSES: "addresses", MEASURES: "measures", MENTIONS: "mentions", REPORTS: "reports results on",
  CITES: "cites", VARIANT_OF: "is a variant of", PART_OF: "is part of", WROTE: "wrote", PUBLISHED_IN: "was published in",
};

/** A graph on a server may have relations outside the schema; their verb is their type in lower case. */
export function verbFor(type: RelationType): string {
  return verbs[type] ?? (type as string).toLowerCase().replaceAll("_", " ");
}
