/** Classifies what was typed or pasted: a question, the id of a paper, a command, a text to extract, or words to search. */

export type Query =
  | { readonly kind: "empty" }
  | { readonly kind: "question"; readonly question: string }
  | { readonly kind: "paper"; readonly id: string }
  | { readonly kind: "command"; readonly words: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "words"; readonly words: string };

const questionWords = /^(what|which|who|how|where|when|does|do|is|are|did)\s+\S+\s+\S/i;

/** Questions without a question word, as in the suggestions: "variants of DPO", "best results on GSM8K". */
const questionPhrases = new RegExp(`^(?:${[
  "(?:best|top|latest|newest|recent|first)\\s.*\\b(?:on|of|by|for|about|with)",
  "new\\s+(?:papers|methods|datasets|benchmarks)\\s+(?:on|for|about)",
  "(?:accuracy|performance|scores?)\\s+of\\s+\\S.*\\son",
  "(?:sota|state\\sof\\sthe\\sart)\\s(?:on|for|in)",
  "(?:the\\s)?(?:\\d+\\s|most\\s|top\\s)+(?:cited|influential|used|popular|papers|methods|datasets|benchmarks)",
  "(?:explain|tell\\sme\\sabout)",
  "(?:variants|trends?|lineage|ancestors|descendants|successors|results|history|evolution|alternatives|(?:an\\s+)?overview)\\s(?:on|of|for|to)",
  "papers\\s(?:.*\\s)?(?:on|by|with|without|from|for|at|in|about|that|which|using|comparing)",
  "(?:differences?|comparison|path|connection)\\s(?:between|of|from)\\s+\\S.*\\s(?:and|to|with)",
  "compare\\s+\\S.*\\s(?:and|with|to|vs\\.?|versus)",
  "(?:(?:list|show|find)\\s.*)?(?:datasets|benchmarks|methods|metrics|authors)\\s+(?:used\\s+)?(?:for|that|on)",
].join("|")})\\s+\\S|^\\S.*\\s(?:vs\\.?|versus)\\s+\\S`, "i");

/** Each pattern captures the part that follows the scheme in the graph's ids. */
const idPatterns: readonly (readonly [scheme: string, pattern: RegExp])[] = [
  ["arxiv", /^(?:https?:\/\/)?(?:www\.)?(?:arxiv\.org\/(?:abs|pdf|html)\/|arxiv:\s*)?(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?$/i],
  ["arxiv", /^(?:(?:https?:\/\/)?arxiv\.org\/abs\/|arxiv:\s*)([a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?$/i],
  ["doi", /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i],
  ["openreview", /^(?:https?:\/\/)?openreview\.net\/(?:forum|pdf)\?id=([\w-]+)$/i],
];
const ownId = /^(?:openreview|s2|openalex|title):\S+$/i;

/** Anything longer is a text to extract: of 143,937 titles at hand a few have more characters, and the longest has 246. */
const longestTitle = 200;
/** The end of a sentence: not after an initial ("A. Smith"), nor after an abbreviation inside a sentence ("et al. show"). */
const sentenceEnd = /[\p{L}\p{N}][\p{L}\p{N})\]%”"][.!](?=\s+["“(]?\p{Lu}|\s*$)/gu;

/** An abstract or a part of one: longer than titles and questions, or with at least two sentences that are not questions. */
function isText(typed: string): boolean {
  return typed.length > longestTitle || (typed.match(sentenceEnd)?.length ?? 0) >= 2;
}

export function readQuery(text: string): Query {
  const typed = text.trim();
  if (typed === "") return { kind: "empty" };
  if (typed.startsWith(">")) return { kind: "command", words: typed.slice(1).trim().toLowerCase() };
  for (const [scheme, pattern] of idPatterns) {
    const local = pattern.exec(typed)?.[1];
    if (local) return { kind: "paper", id: `${scheme}:${scheme === "doi" ? local.toLowerCase() : local}` };
  }
  if (ownId.test(typed)) return { kind: "paper", id: typed };
  if (isText(typed)) return { kind: "text", text: typed };
  if (typed.endsWith("?") || questionWords.test(typed) || questionPhrases.test(typed)) return { kind: "question", question: typed };
  return { kind: "words", words: typed };
}
