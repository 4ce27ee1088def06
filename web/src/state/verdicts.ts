/** The user's verdicts on relations: right or wrong, stored in this browser, exported as JSON lines. The graph itself is not changed. */

import type { Edge } from "../api/types";
import type { AppState } from "./state";
import { browserStorage } from "./storage";
import type { Store } from "./store";

export type Judgement = "right" | "wrong";

/** A verdict includes what it is about, so that it can be read without the graph. */
export interface Verdict {
  readonly verdict: Judgement;
  readonly from: string;
  readonly type: string;
  readonly to: string;
  readonly paper: string | null;
  readonly sentence: string | null;
  readonly by: string | null;
  readonly confidence: number | null;
  /** Time of the verdict, in ISO 8601. */
  readonly at: string;
}

export type Verdicts = ReadonlyMap<string, Verdict>;

const storageKey = "stemma.verdicts";

/** Identifies a relation as stated by one paper: ends, type and paper are stable across runs of the server. */
export function claimKey({ from, type, to, evidence }: Pick<Edge, "from" | "type" | "to" | "evidence">): string {
  return [from, type, to, evidence?.paper ?? ""].join("|");
}

export function verdictOn({ from, type, to, evidence, confidence }: Edge, verdict: Judgement, at: Date): Verdict {
  return {
    verdict, from, type, to, paper: evidence?.paper ?? null, sentence: evidence?.sentence ?? null, by: evidence?.by ?? null, confidence, at: at.toISOString(),
  };
}

export function countOf(verdicts: Verdicts): Readonly<Record<Judgement, number>> {
  const wrong = [...verdicts.values()].filter(({ verdict }) => verdict === "wrong").length;
  return { right: verdicts.size - wrong, wrong };
}

/** One JSON object per line, in the order in which the verdicts were given. */
export function jsonLines(verdicts: Verdicts): string {
  return [...verdicts.values()].map((verdict) => `${JSON.stringify(verdict)}\n`).join("");
}

/** Verdicts of earlier visits; unreadable ones are ignored. */
export function rememberedVerdicts(storage: Pick<Storage, "getItem"> = browserStorage): Verdicts {
  try {
    const kept: unknown = JSON.parse(storage.getItem(storageKey) ?? "[]");
    return new Map(Array.isArray(kept) ? (kept as [string, Verdict][]) : []);
  } catch {
    return new Map();
  }
}

export function keepVerdicts(store: Store<AppState>, storage: Pick<Storage, "setItem"> = browserStorage): void {
  let kept = store.state.verdicts;
  store.watch((state) => [state.verdicts], (verdicts) => {
    if (verdicts !== kept) storage.setItem(storageKey, JSON.stringify([...verdicts]));
    kept = verdicts;
  });
}
