/** Readable text of papers: titles and abstracts contain the TeX that their authors typed. */

/** Symbols that TeX writes as commands: `12.1\times`. */
const signs: Readonly<Record<string, string>> = {
  times: "×", sim: "~", pm: "±", approx: "≈", leq: "≤", le: "≤", geq: "≥", ge: "≥", to: "→", rightarrow: "→", infty: "∞", cdot: "·", ldots: "…", dots: "…",
  alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ε", varepsilon: "ε", eta: "η", theta: "θ", kappa: "κ", lambda: "λ", mu: "μ", pi: "π", rho: "ρ", sigma: "σ", tau: "τ", phi: "φ", omega: "ω",
};

const styled = /\\(?:text(?:it|bf|tt|sc|rm|sf)?|emph|math(?:rm|bf|bb|cal|it|sf|tt)|underline)\s*\{([^{}]*)\}/g;
const sign = /\\([a-z]+)(?![a-z])/gi;
const escaped = /\\([%&_#$])/g;
/** A formula: no blanks at its ends, and at least one character that a price does not have. */
const formula = /\$(?=[^$]*[\\^_a-z])([^$\s](?:[^$]*[^$\s])?)\$/gi;

/** Removes markup where the result is readable; unknown markup stays as it is. */
export function plain(text: string): string {
  if (!/[\\$]/.test(text)) return text;
  return text
    .replace(styled, "$1").replace(styled, "$1")
    .replace(formula, "$1")
    .replace(sign, (whole, name: string) => signs[name] ?? whole)
    .replace(escaped, "$1");
}

/** Fields with the words of a paper that no offsets refer to. */
const worded = new Set(["title", "name", "label", "answer"]);

/** Reviver for `JSON.parse` that makes the names and titles in a response plain. */
export function plainWords(key: string, value: unknown): unknown {
  return typeof value === "string" && worded.has(key) ? plain(value) : value;
}
