/** Characters in two lines of a heading. */
const headingLength = 90;

/** Cuts a long text at the end of a word and appends "…", so that the part is not mistaken for the whole. */
export function shortened(text: string, length: number = headingLength): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(" ");
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, "")}…`;
}
