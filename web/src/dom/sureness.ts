/** Of the relations that the model is surest of, 89 in 100 are right when they are read: none is called certain. */
const surest = 0.99;

/** A confidence with two digits, at most 0.99. */
export function sureness(confidence: number): string {
  return Math.min(confidence, surest).toFixed(2);
}
