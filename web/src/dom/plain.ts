/** Text of papers as it is meant to be read: titles and abstracts come with the TeX that their authors typed. */

/** Marks that TeX writes with a backslash: `98.6\%`, `12.1\times`. */
const signs: Readonly<Record<string, string>> = {
  times: "×", sim: "~", pm: "±", approx: "≈", leq: "≤", le: "≤", geq: "≥", ge: "≥", to: "→", rightarrow: "→", infty: "∞", cdot: "·", ldots: "…", dots: "…",
  alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ε", varepsilon: "ε", eta: "η", theta: "θ", kappa: "κ", lambda: "λ", mu: "μ", pi: "π", rho: "ρ", sigma: "σ", tau: "τ", phi: "φ", omega: "ω",
};

const styled = /\\(?:text(?:it|bf|tt|sc|rm|sf)?|emph|math(?:rm|bf|bb|cal|it|sf|tt)|underline)\s*\{([^{}]*)\}/g;
const sign = /\\([a-z]+)(?![a-z])/gi;
const escaped = /\\([%&_#$])/g;
/** A formula: without blanks at its ends, and with something that no price has. */
const formula = /\$(?=[^$]*[\\^_a-z])([^$\s](?:[^$]*[^$\s])?)\$/gi;

/** Without mark-up where that is plain to read; what is not known stays as it is. */
export function plain(text: string): string {
  if (!/[\\$]/.test(text)) return text;
  return text
    .replace(styled, "$1").replace(styled, "$1")
    .replace(formula, "$1")
    .replace(sign, (whole, name: string) => signs[name] ?? whole)
    .replace(escaped, "$1");
}

/** Fields that hold a paper's words and no offsets count in. */
const worded = new Set(["title", "name", "label", "answer"]);

/** An answer of the service with its names and titles plain; for `JSON.parse`. */
export function plainWords(key: string, value: unknown): unknown {
  return typeof value === "string" && worded.has(key) ? plain(value) : value;
}
