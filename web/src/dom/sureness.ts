/** Upper bound for display: of the relations with the highest confidence, 89 in 100 are right when they are read, so none is shown as certain. */
const surest = 0.99;

/** A confidence with two digits, at most 0.99. */
export function sureness(confidence: number): string {
  return Math.min(confidence, surest).toFixed(2);
}
