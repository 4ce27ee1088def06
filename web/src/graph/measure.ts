/** Widths of labels, measured with the fonts of the canvas. */

export interface Font { readonly size: number; readonly weight: number; readonly family: string }

export const labelFont = { size: 12.5, weight: 500, family: '"Inter Variable", system-ui, sans-serif' } as const;
export const focusFont = { size: 21, weight: 500, family: '"Newsreader Variable", Georgia, serif' } as const;

/** Mean advance of a character in Inter at 1 px, used if there is no canvas. */
const meanAdvance = 0.54;

const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

export function labelWidth(text: string, font: Font = labelFont): number {
  const key = `${font.size} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement("canvas").getContext("2d");
  let width = text.length * font.size * meanAdvance;
  if (context) {
    context.font = `${font.weight} ${font.size}px ${font.family}`;
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

/** Widths measured with fallback fonts are wrong once the web fonts have arrived. */
export function forgetWidths(): void {
  widths.clear();
}
