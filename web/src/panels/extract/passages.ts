/** A text split at its mentions: the text between them, and the concept that each names. */

import type { Extraction } from "../../api/types";

export type Field = "title" | "abstract";

/** `concept` is an index into the concepts of the extraction, or null for words that name none. */
export interface Passage { readonly text: string; readonly concept: number | null }

/** Of overlapping mentions the first is kept, so that each word is shown once. */
export function passagesOf(extraction: Extraction, field: Field): Passage[] {
  const text = field === "title" ? extraction.title : extraction.abstract;
  const mentions = extraction.concepts
    .flatMap(({ mentions }, concept) => mentions.filter((mention) => mention.field === field).map(({ start, end }) => ({ start, end, concept })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const passages: Passage[] = [];
  let done = 0;
  for (const { start, end, concept } of mentions) {
    if (start < done) continue;
    if (start > done) passages.push({ text: text.slice(done, start), concept: null });
    passages.push({ text: text.slice(start, end), concept });
    done = end;
  }
  if (done < text.length) passages.push({ text: text.slice(done), concept: null });
  return passages;
}
