/** Actions on the view: pure producers `(arguments) => (state) => state`. */

import type { LineageKind } from "../../api/client";
import type { NodeType } from "../../api/types";
import { lineMarks, nodeMarks, type LineId } from "../../graph/marks";
import type { AppState, Base, LayoutId, Selection, YearRange } from "../state";
import { defaultDepth, maxDepth, maxLimit, usualLimit, usualRows } from "../url";
import { visibleIn } from "../visible";
import { amend, commit } from "./history";

type Action = (state: AppState) => AppState;

/** Number of neighbours that the first expansion adds, and each "show more" after it. */
export const expandStep = 12;

/** Shows something else, without the filters of the previous view. */
export const show = (base: Base, selection: Selection | null = null): Action => (state) =>
  commit(state, { base, expansions: [], removed: [], years: null, hiddenTypes: [], hiddenLines: [], selection });

export const showLineage = (of: string, kinds: LineageKind = "concepts"): Action =>
  show({ kind: "lineage", of, kinds, ...defaultDepth });

/** Shows the path from the picked end to this one, unless both are the same. */
export const showPathTo = (to: string): Action => (state) =>
  state.pathFrom === null || state.pathFrom === to ? state : show({ kind: "path", from: state.pathFrom, to })(state);

export const expand = (id: string, step = expandStep): Action => (state) => {
  const limit = (state.view.expansions.find(({ of }) => of === id)?.limit ?? 0) + step;
  const others = state.view.expansions.filter(({ of }) => of !== id);
  return commit(state, { expansions: [...others, { of: id, limit }], removed: state.view.removed.filter((other) => other !== id) });
};

/** Reverts a node's expansion; a node that was never expanded loses the leaves attached only to it. */
export const collapse = (id: string): Action => (state) => {
  if (state.view.expansions.some(({ of }) => of === id)) {
    return commit(state, { expansions: state.view.expansions.filter(({ of }) => of !== id) });
  }
  const leaves = leavesOf(id, state);
  return leaves.length > 0 ? commit(state, { removed: [...state.view.removed, ...leaves] }) : state;
};

function leavesOf(id: string, state: AppState): string[] {
  const neighbours = new Map<string, Set<string>>();
  const note = (a: string, b: string): void => void (neighbours.get(a) ?? neighbours.set(a, new Set()).get(a))?.add(b);
  for (const { edge } of visibleIn(state).edges) {
    note(edge.from, edge.to);
    note(edge.to, edge.from);
  }
  return [...(neighbours.get(id) ?? [])].filter((other) => other !== state.content?.focus && neighbours.get(other)?.size === 1);
}

export const remove = (id: string): Action => (state) =>
  commit(state, { removed: [...state.view.removed, id], selection: null });

/** A double click on a legend row shows that row alone; a second one shows all again. */
function isolated<T>(all: readonly T[], hidden: readonly T[], one: T): readonly T[] {
  const alone = hidden.length === all.length - 1 && !hidden.includes(one);
  return alone ? [] : all.filter((other) => other !== one);
}

function toggled<T>(hidden: readonly T[], one: T): readonly T[] {
  return hidden.includes(one) ? hidden.filter((other) => other !== one) : [...hidden, one];
}

export const toggleType = (type: NodeType): Action => (state) =>
  commit(state, { hiddenTypes: toggled(state.view.hiddenTypes, type) });

export const isolateType = (type: NodeType): Action => (state) =>
  commit(state, { hiddenTypes: isolated(nodeMarks.map((mark) => mark.type), state.view.hiddenTypes, type) });

export const toggleLine = (line: LineId): Action => (state) =>
  commit(state, { hiddenLines: toggled(state.view.hiddenLines, line) });

export const isolateLine = (line: LineId): Action => (state) =>
  commit(state, { hiddenLines: isolated(lineMarks.map((mark) => mark.id), state.view.hiddenLines, line) });

export const setYears = (years: YearRange | null): Action => (state) => commit(state, { years });

export const setLayout = (layout: LayoutId): Action => (state) =>
  layout === state.view.layout ? state : commit(state, { layout });

/** Changes the depth of a lineage; on the start page, opens the lineage of the focus with that depth. */
export const setDepth = (side: "ancestors" | "descendants", depth: number): Action => (state) => {
  const base = asLineage(state);
  return base && depth >= 0 && depth <= maxDepth ? commit(state, { base: { ...base, [side]: depth } }) : state;
};

/** Doubles the number of nodes of a lineage, up to the service's limit. */
export const showMore = (): Action => (state) => {
  const base = asLineage(state);
  return base ? commit(state, { base: { ...base, limit: Math.min(maxLimit, 2 * (base.limit ?? usualLimit)) } }) : state;
};

/** Quadruples the number of rows of an answer, up to `maxLimit`. */
export const showMoreRows = (): Action => (state) => {
  const { base } = state.view;
  return base.kind === "ask" ? commit(state, { base: { ...base, limit: Math.min(maxLimit, 4 * (base.limit ?? usualRows)) } }) : state;
};

export const setKinds = (kinds: LineageKind): Action => (state) => {
  const base = asLineage(state);
  return base ? commit(state, { base: { ...base, kinds }, selection: null }) : state;
};

export function asLineage(state: AppState): Extract<Base, { kind: "lineage" }> | null {
  const { base } = state.view;
  if (base.kind === "lineage") return base;
  const focus = state.content?.focus;
  return base.kind === "start" && focus ? { kind: "lineage", of: focus, kinds: "concepts", ...defaultDepth } : null;
}

export const select = (selection: Selection | null): Action => (state) => {
  const { selection: now } = state.view;
  const same = now?.kind === selection?.kind && now?.key === selection?.key;
  return same ? state : amend(state, { selection });
};
