/** Help: how to read the drawing, example questions, and every command with its keys, from the registry. */

import "./view.css";
import { keyName, type Command } from "../../commands/command";
import { h } from "../../dom/dom";
import type { App } from "../../graph/canvas";
import { questionsHelp } from "./questions";

export function createHelp(): HTMLDialogElement {
  return h("dialog", { class: "help", "aria-labelledby": "help-title", onclick: (event: MouseEvent) => {
    if (event.target instanceof HTMLDialogElement) event.target.close();
  } });
}

export function fillHelp(dialog: HTMLDialogElement, commands: readonly Command[], app: Pick<App, "store">): void {
  const groups = [...new Set(commands.map(({ group }) => group))];
  dialog.append(h("div", { class: "help-page" },
    h("form", { method: "dialog", class: "help-close" }, h("button", { class: "esc", "aria-label": "Esc: close help" }, h("kbd", {}, "Esc"))),
    h("h2", { id: "help-title" }, "Reading and steering"),
    h("p", {}, "Time runs from left to right. A line leads from what came first to what was built on it; a dotted red line ending in a dot is a comparison, not descent. ",
      "A click on a node opens its page, a second click expands it. A click on a line opens the sentence that shows it. Shift-click finds the path from the selected node."),
    questionsHelp(app, () => dialog.close()),
    h("div", { class: "help-groups" }, ...groups.map((group) => h("section", {}, h("h3", {}, group),
      h("dl", {}, ...rows(commands.filter((command) => command.group === group)).flatMap(([label, keys]) => [h("dt", {}, label), h("dd", {}, ...keys)])))))));
}

/** Commands with the same label, such as the four arrows, share a row. */
function rows(commands: readonly Command[]): [label: string, keys: HTMLElement[]][] {
  const byLabel = new Map<string, HTMLElement[]>();
  for (const { label, keys } of commands) {
    const names = keys.map((key) => h("kbd", {}, keyName(key)));
    byLabel.set(label, [...(byLabel.get(label) ?? []), ...names]);
  }
  return [...byLabel].filter(([, keys]) => keys.length > 0);
}
