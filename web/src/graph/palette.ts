/** The colour tokens of the page for the canvas: resolved, for the current theme. */

const names = [
  "paper", "panel", "ink", "soft", "line", "grid", "line-ink", "method", "dataset", "benchmark", "task", "metric", "contrast", "mark",
] as const;

export type Palette = Readonly<Record<(typeof names)[number], string>>;

export function readPalette(root: Element = document.documentElement): Palette {
  const style = getComputedStyle(root);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim() || "#888888"])) as Palette;
}
