import { describe, expect, it } from "vitest";
import { marked } from "./quote";
import { plain, plainWords } from "./plain";

describe("a text with TeX", () => {
  it.each([
    ["98.6\\% mAP, Compositional Reconstruction \\& Execution", "98.6% mAP, Compositional Reconstruction & Execution"],
    ["$\\texttt{DIAMONDs}$: A Dataset for $\\mathbb{D}$ynamic", "DIAMONDs: A Dataset for Dynamic"],
    ["Can LLMs $\\textit{understand}$ Math?", "Can LLMs understand Math?"],
    ["a $12.1\\times$ speed-up of $A$*-PO with $\\beta$-DPO", "a 12.1× speed-up of A*-PO with β-DPO"],
    ["it costs $5 or $6 a day", "it costs $5 or $6 a day"],
    ["an \\unknown{thing} of C:\\path", "an \\unknown{thing} of C:\\path"],
    ["nothing to do", "nothing to do"],
  ])("%s is plain to read", (text, read) => {
    expect(plain(text)).toBe(read);
  });

  it("is plain in quotations, around and inside the mention", () => {
    const evidence = { paper: "p", field: "abstract", sentence: "It reaches 98.6\\% mAP on A\\&B.", start: 11, end: 17, offset: 0, by: null };
    const text = marked(evidence).map((part) => typeof part === "string" ? part : part instanceof Node ? `[${part.textContent}]` : "").join("");
    expect(text).toBe("It reaches [98.6%] mAP on A&B.");
  });

  it("is plain in the names and titles of an answer, and untouched where offsets count", () => {
    const read = JSON.parse('{"title": "A \\\\& B", "sentence": "A \\\\& B", "items": [{"node": {"name": "$\\\\beta$-DPO"}}]}', plainWords);
    expect(read).toEqual({ title: "A & B", sentence: "A \\& B", items: [{ node: { name: "β-DPO" } }] });
  });
});
