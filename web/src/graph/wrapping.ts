/** A label's text and lines: at most two, cut at the end of a word. */

/** Maximum width of a label's line, in pixels: some 22 characters, so that two lines distinguish papers of one field. */
export const widestLine = 150;
/** Length of a title's first part that may stand for the whole: at most two lines; a shorter one the service would have used itself, had it been free. */
const [shortestHead, longestHead] = [25, 44];

type Measure = (text: string) => number;

/** The service's label; if that was cut, the name itself, or, of a title, the part before its colon. */
export function labelText({ label, name }: { readonly label: string; readonly name: string }): string {
  if (!label.endsWith("…")) return label;
  const colon = name.indexOf(": ");
  return colon >= shortestHead && colon <= longestHead ? name.slice(0, colon) : name;
}

export function linesOf(text: string, width: number, measure: Measure): string[] {
  if (measure(text) <= width) return [text];
  const words = text.split(/\s+/);
  let count = 0;
  while (count < words.length && measure(words.slice(0, count + 1).join(" ")) <= width) count++;
  if (count === 0) return [cut(text, width, measure)];
  const rest = words.slice(count).join(" ");
  return [words.slice(0, count).join(" "), measure(rest) <= width ? rest : cut(rest, width, measure)];
}

function cut(text: string, width: number, measure: Measure): string {
  let end = text.length;
  while (end > 1 && measure(`${text.slice(0, end)}…`) > width) end--;
  const space = text.lastIndexOf(" ", end);
  return `${text.slice(0, space > end / 2 ? space : end).replace(/[\s,;:.-]+$/, "")}…`;
}
