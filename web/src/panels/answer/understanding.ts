import type { Problem } from "../../api/problem";

/** A question that was not understood is answered in the place of answers; other problems are told on the canvas. */
export function isNotUnderstood(problem: Problem | null): boolean {
  return problem?.code === "ask.not-understood";
}
