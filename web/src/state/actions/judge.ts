/** Judging a relation right or wrong: a pure producer like the other actions. */

import type { Edge } from "../../api/types";
import type { AppState } from "../state";
import { claimKey, verdictOn, type Judgement } from "../verdicts";

/** Gives a verdict; the same verdict again withdraws it, the other one replaces it. */
export const judge = (edge: Edge, judgement: Judgement, at: Date) => (state: AppState): AppState => {
  const key = claimKey(edge);
  const verdicts = new Map(state.verdicts);
  const isTakenBack = verdicts.get(key)?.verdict === judgement;
  verdicts.delete(key);
  if (!isTakenBack) verdicts.set(key, verdictOn(edge, judgement, at));
  return { ...state, verdicts };
};
