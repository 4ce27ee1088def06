/** Keyboard → commands. Keys are left to a text field with the focus, to an open dialog, and, while the other end of a path is being picked, to the search box. */

import type { AppState } from "../state/state";
import type { Store } from "../state/store";
import type { Command } from "./command";

export function listenToKeys(store: Store<AppState>, commands: readonly Command[]): void {
  const byKey = new Map(commands.flatMap((command) => command.keys.map((key) => [key, command] as const)));
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey) return;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (target.closest("dialog, [role=menu]") || isTyping(target)) return;
    // The box gets the focus before the key's character is inserted anywhere, so that it receives the first letter too.
    if (store.state.pathFrom !== null && isCharacter(event)) return byKey.get("/")?.run();
    const command = byKey.get(keyOf(event));
    if (!command || (command.enabled && !command.enabled(store.state)) || isTakenByControl(event.key, target)) return;
    event.preventDefault();
    command.run();
  });
}

export function keyOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey">): string {
  const named = event.key.length > 1;
  const key = named ? event.key : event.key.toLowerCase();
  return `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.shiftKey && (named || /[a-z]/.test(key)) ? "Shift+" : ""}${key}`;
}

function isCharacter({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== " " && key !== "/" && !ctrlKey && !metaKey;
}

function isTyping(target: HTMLElement): boolean {
  return target.closest("input, textarea, select, [contenteditable=true], .cm-editor") !== null;
}

/** Enter presses a focused button; arrows move a slider or scroll a table. */
function isTakenByControl(key: string, target: HTMLElement): boolean {
  const control = target.closest("button, a, summary, [role=slider], [role=tab], .table-panel, .side");
  return control !== null && (key === "Enter" || key === " " || key.startsWith("Arrow"));
}
