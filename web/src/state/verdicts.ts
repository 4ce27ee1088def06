/** What the reader thinks of relations: right or wrong, kept in this browser, to be taken away as JSON lines. The graph itself is not changed. */

import type { Edge } from "../api/types";
import type { AppState } from "./state";
import type { Store } from "./store";

export type Judgement = "right" | "wrong";

/** A verdict says what it is about, so that it can be read without the graph. */
export interface Verdict {
  readonly verdict: Judgement;
  readonly from: string;
  readonly type: string;
  readonly to: string;
  readonly paper: string | null;
  readonly sentence: string | null;
  readonly by: string | null;
  readonly confidence: number | null;
  /** When, in ISO 8601. */
  readonly at: string;
}

export type Verdicts = ReadonlyMap<string, Verdict>;

const storageKey = "stemma.verdicts";

/** A relation as one paper states it: ends, type and paper outlive a run of the server. */
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

/** One JSON object a line, in the order in which they were given. */
export function jsonLines(verdicts: Verdicts): string {
  return [...verdicts.values()].map((verdict) => `${JSON.stringify(verdict)}\n`).join("");
}

/** Those of earlier visits; what cannot be read is left alone and counts as none. */
export function rememberedVerdicts(storage: Pick<Storage, "getItem"> = localStorage): Verdicts {
  try {
    const kept: unknown = JSON.parse(storage.getItem(storageKey) ?? "[]");
    return new Map(Array.isArray(kept) ? (kept as [string, Verdict][]) : []);
  } catch {
    return new Map();
  }
}

export function keepVerdicts(store: Store<AppState>, storage: Pick<Storage, "setItem"> = localStorage): void {
  let kept = store.state.verdicts;
  store.watch((state) => [state.verdicts], (verdicts) => {
    if (verdicts !== kept) storage.setItem(storageKey, JSON.stringify([...verdicts]));
    kept = verdicts;
  });
}
