/** A sentence as evidence, with the mention marked, and links to its source. */

import type { Evidence } from "../api/types";
import { h, type Child } from "./dom";
import { plain } from "./plain";

/** The sentence in three parts; invalid offsets mark nothing. */
export function splitAtMention({ sentence, start, end }: Pick<Evidence, "sentence" | "start" | "end">): [before: string, mention: string, after: string] {
  const fits = start !== null && end !== null && start >= 0 && start < end && end <= sentence.length;
  return fits ? [sentence.slice(0, start), sentence.slice(start, end), sentence.slice(end)] : [sentence, "", ""];
}

/**
 * Evidence whose position in the sentence is unknown is marked at the first occurrence of one of the names, the longest name
 * first; so a derived relation, which has no mention of its own, still shows its subject.
 */
export function withMention(evidence: Evidence, names: readonly string[]): Evidence {
  if (evidence.start !== null) return evidence;
  const sentence = evidence.sentence.toLowerCase();
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const start = sentence.indexOf(name.toLowerCase());
    if (name.length > 1 && start >= 0) return { ...evidence, start, end: start + name.length };
  }
  return evidence;
}

export function marked(evidence: Evidence): Child[] {
  const [before, mention, after] = splitAtMention(evidence);
  return [plain(before), mention ? h("mark", {}, plain(mention)) : null, plain(after)];
}

/** Where a paper can be read, derived from its id; null for ids that no site resolves. */
export function paperLink(id: string): { url: string; text: string } | null {
  const cut = id.indexOf(":");
  const [scheme, local] = [id.slice(0, cut), id.slice(cut + 1)];
  switch (scheme) {
    case "arxiv": return { url: `https://arxiv.org/abs/${local}`, text: `arXiv ${local}` };
    case "doi": return { url: `https://doi.org/${local}`, text: `doi ${local}` };
    case "openreview": return { url: `https://openreview.net/forum?id=${encodeURIComponent(local)}`, text: `OpenReview ${local}` };
    case "openalex": return { url: `https://openalex.org/${local}`, text: `OpenAlex ${local}` };
    case "s2": return { url: `https://www.semanticscholar.org/paper/${local}`, text: "Semantic Scholar" };
    default: return null;
  }
}

export function outLink(url: string, text: string): HTMLAnchorElement {
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer", class: "out" }, `${text} ↗`);
}
