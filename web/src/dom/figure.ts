/** How a reported number is printed. */

/** True if the number is itself a change, and not a level with a change beside it. */
export function isChange(value: number | null, delta: number | null): boolean {
  return value !== null && delta !== null && Math.abs(delta) === value;
}

/** "98.1%", "31.2", "5.4 x"; a change with its sign: "+5.9%", "−28%". */
export function figureOf(value: number | null, unit: string | null, delta: number | null = null): string {
  if (value === null) return "";
  const sign = isChange(value, delta) ? (delta as number) < 0 ? "−" : "+" : "";
  return `${sign}${value}${unit === null || unit === "%" ? unit ?? "" : ` ${unit}`}`;
}
