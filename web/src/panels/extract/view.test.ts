import { describe, expect, it, vi } from "vitest";
import { Client } from "../../api/client";
import type { Extraction } from "../../api/types";
import { initialState, startView } from "../../state/state";
import { Store } from "../../state/store";
import { passagesOf } from "./passages";
import { createReader } from "./view";

const extraction: Extraction = {
  title: "",
  abstract: "Zarvo is a variant of DPO.",
  concepts: [
    {
      name: "Zarvo", surface: ["Zarvo"], types: ["Method"], role: "introduces", confidence: 0.97, typeConfidence: 0.98, roleConfidence: 0.99, by: "definition.propose",
      evidence: "Zarvo is a variant of DPO.", evidenceMention: { field: "abstract", start: 0, end: 5 }, mentions: [{ field: "abstract", start: 0, end: 5 }], why: [],
    },
    {
      name: "Direct Preference Optimization", surface: ["DPO"], types: ["Method"], role: "builds_on", confidence: 0.9, typeConfidence: 1, roleConfidence: 0.9, by: "role.extends",
      evidence: "Zarvo is a variant of DPO.", evidenceMention: { field: "abstract", start: 22, end: 25 }, mentions: [{ field: "abstract", start: 22, end: 25 }],
      why: [
        { kind: "cue", rule: "role.extends", sentence: "“variant of” before it speaks for builds_on", where: { field: "abstract", start: 11, end: 21 } },
        { kind: "otherCue", rule: "role.measures", sentence: "“a” before it speaks for measures", where: null },
      ],
    },
  ],
  results: [], relations: [], milliseconds: 1,
};

function mount(status: number, body: unknown) {
  const client = new Client(() => Promise.resolve(new Response(JSON.stringify(body), { status })));
  const dialog = document.createElement("dialog");
  document.body.replaceChildren(dialog);
  return { dialog, reader: createReader(dialog, { client, store: new Store(initialState(startView, "light", true)) }) };
}

describe("the passages of a text", () => {
  it("are its mentions and what stands between, in order, and together the text", () => {
    const passages = passagesOf(extraction, "abstract");
    expect(passages.map(({ text }) => text).join("")).toBe(extraction.abstract);
    expect(passages.filter(({ concept }) => concept !== null)).toEqual([{ text: "Zarvo", concept: 0 }, { text: "DPO", concept: 1 }]);
  });

  it("show each word once where mentions overlap", () => {
    const [zarvo, dpo] = extraction.concepts;
    const overlapping = { ...extraction, concepts: [zarvo!, { ...dpo!, mentions: [{ field: "abstract", start: 3, end: 8 }] }] };
    expect(passagesOf(overlapping, "abstract").map(({ text }) => text).join("")).toBe(extraction.abstract);
  });
});

describe("reading a pasted abstract", () => {
  it("marks the mentions and says for each concept why it has its role", async () => {
    const { dialog, reader } = mount(200, extraction);
    reader.open(extraction.abstract);
    await vi.waitFor(() => expect(dialog.querySelectorAll("mark")).toHaveLength(2));
    expect(dialog.querySelector(".found-concepts")?.textContent).toContain("builds on · 0.90");
    expect(dialog.querySelector(".why")?.textContent).toContain("The trained model decided");
    expect([...dialog.querySelectorAll(".why li")].map(({ textContent }) => textContent)).toContain("“variant of” before it speaks for builds_on");
    expect(dialog.textContent).not.toContain("speaks for measures");
  });

  it("reads on Ctrl Enter, and the keyboard stays in the text", async () => {
    const { dialog, reader } = mount(200, extraction);
    reader.open(extraction.abstract);
    const input = dialog.querySelector("textarea")!;
    expect(document.activeElement).toBe(input);
    expect(dialog.querySelector(".reader-form button")?.textContent).toBe("Read Ctrl Enter");
    await vi.waitFor(() => expect(dialog.querySelectorAll("mark")).toHaveLength(2));
    input.value = "";
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true }));
    expect(dialog.querySelector(".found")?.textContent).toBe("Paste a text first.");
  });

  it("says what is wrong with a text that cannot be read", async () => {
    const { dialog, reader } = mount(400, { detail: "The text is longer than 100,000 characters.", code: "request.text", status: 400 });
    reader.open("a long text");
    await vi.waitFor(() => expect(dialog.querySelector("[role=alert]")?.textContent).toContain("longer than 100,000"));
  });
});
