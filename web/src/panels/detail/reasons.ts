/** The rules behind relations, in words; their ids are documented in docs/extraction.md. */

const reasons: readonly (readonly [start: string, words: string])[] = [
  ["derived.introduced", "follows from who introduced it"],
  ["derived.", "follows from what the paper says of both"],
  ["definition.", "the text gives it its name"],
  ["name.", "seen in the two names"],
  ["relation.name", "seen in the two names"],
  ["relation.model", "read by the trained model"],
  ["role.model", "read by the trained model"],
  ["result.model", "read by the trained model"],
  ["result.", "a number beside the name"],
  ["role.", "a phrase of this sentence says so"],
];

/** Why a relation exists; for an unknown rule, its id. */
export function reasonOf(rule: string): string {
  return reasons.find(([start]) => rule.startsWith(start))?.[1] ?? `rule ${rule}`;
}
