/** Two lines of a heading. */
const headingLength = 90;

/** A long text up to the end of a word and "…", so that nobody takes a part of it for the whole. */
export function shortened(text: string, length: number = headingLength): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(" ");
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, "")}…`;
}
