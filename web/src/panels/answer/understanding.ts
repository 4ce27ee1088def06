import type { Problem } from "../../api/problem";

import { shortened } from "../../dom/shortened";

/** A question that was not understood is reported in place of the answer; other problems are reported on the canvas. */
export function isNotUnderstood(problem: Problem | null): boolean {
  return problem?.code === "ask.not-understood";
}

/** The service quotes the presumed name. If that is only the beginning of the question, or too long, the quotation ends with "…". */
export function echoed(detail: string, question: string): string {
  return detail.replace(/“([^”]+)”/, (_, quoted: string) => {
    const isPart = quoted.length < question.length && question.startsWith(quoted);
    const cut = shortened(quoted);
    return `“${isPart && cut === quoted ? `${quoted}…` : cut}”`;
  });
}
