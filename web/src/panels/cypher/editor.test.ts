import { completionStatus, startCompletion } from "@codemirror/autocomplete";
import { EditorView } from "@codemirror/view";
import { expect, it, vi } from "vitest";
import { createEditor } from "./editor";

it("runs on Ctrl Enter, and what it offered to complete is gone", async () => {
  const host = document.body.appendChild(document.createElement("div"));
  const run = vi.fn();
  createEditor(host, run, () => undefined, () => null).setText("MATCH ");
  const view = EditorView.findFromDOM(host)!;
  view.dispatch({ selection: { anchor: view.state.doc.length } });
  startCompletion(view);
  await vi.waitFor(() => expect(completionStatus(view.state)).toBe("active"));
  view.contentDOM.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: true, bubbles: true }));
  expect(run).toHaveBeenCalledOnce();
  expect(completionStatus(view.state)).toBeNull();
});
