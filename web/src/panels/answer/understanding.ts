import type { Problem } from "../../api/problem";

import { shortened } from "../../dom/shortened";

/** A question that was not understood is answered in the place of answers; other problems are told on the canvas. */
export function isNotUnderstood(problem: Problem | null): boolean {
  return problem?.code === "ask.not-understood";
}

/** The service quotes what it took for a name. Where that is only the beginning of what was asked, or as long as a text, the quotation ends with "…". */
export function echoed(detail: string, question: string): string {
  return detail.replace(/“([^”]+)”/, (_, quoted: string) => {
    const isPart = quoted.length < question.length && question.startsWith(quoted);
    const cut = shortened(quoted);
    return `“${isPart && cut === quoted ? `${quoted}…` : cut}”`;
  });
}
