/** Widths of labels, measured with the fonts of the canvas. */

export interface Font {
  readonly size: number;
  readonly weight: number;
  readonly family: string;
  /** What stands in until the web font has arrived. */
  readonly fallback: string;
}

export const labelFont = { size: 12.5, weight: 500, family: '"Inter Variable", system-ui, sans-serif', fallback: "system-ui, sans-serif" } as const;
export const focusFont = { size: 21, weight: 500, family: '"Newsreader Variable", Georgia, serif', fallback: "Georgia, serif" } as const;

/** Mean advance of a character in Inter at 1 px, used if there is no canvas. */
const meanAdvance = 0.54;

const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;
let arrived = false;

/**
 * The family to measure and draw with now. Cytoscape, too, keeps the widths that it has measured, by the name of the family: one name before and after the
 * arrival of a web font would leave it with those of the fallback.
 */
export const familyOf = ({ family, fallback }: Font): string => (arrived ? family : fallback);

export function labelWidth(text: string, font: Font = labelFont): number {
  const key = `${font.size} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement("canvas").getContext("2d");
  let width = text.length * font.size * meanAdvance;
  if (context) {
    context.font = `${font.weight} ${font.size}px ${familyOf(font)}`;
    width = context.measureText(text).width;
  }
  widths.set(key, width);
  return width;
}

/** Line spacing of labels, as a multiple of the font size. */
export const lineHeight = 1.15;

export function blockWidth(text: string, font: Font = labelFont): number {
  return Math.max(...text.split("\n").map((line) => labelWidth(line, font)));
}

export function blockHeight(text: string, font: Font = labelFont): number {
  return font.size * (1 + lineHeight * (text.split("\n").length - 1));
}

/** From now on, texts are measured and drawn with the web fonts. */
export function useWebFonts(): void {
  arrived = true;
  widths.clear();
}
