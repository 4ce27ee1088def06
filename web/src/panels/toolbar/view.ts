/** The commands that are always visible, as buttons generated from the registry. */

import "./view.css";
import { keyName, type Command } from "../../commands/command";
import { h, type Child } from "../../dom/dom";
import { icon } from "../../dom/icons";
import type { Viewer } from "../viewer";

export function mountToolbar(host: HTMLElement, viewer: Viewer): void {
  const { commands, store } = viewer;
  const button = (id: string, content: Child, extra = ""): HTMLButtonElement => {
    const command = commandOf(commands, id);
    const keys = command.keys.map(keyName).join(" or ");
    const element = h("button", {
      type: "button", class: `tool ${extra}`, "aria-label": typeof content === "string" ? null : command.label, title: keys ? `${command.label} (${keys})` : command.label,
      onclick: () => command.run(),
    }, content);
    keepEnabled(element, command, store);
    return element;
  };
  host.append(h("div", { class: "toolbar", role: "toolbar", "aria-label": "Commands" },
    button("legend", icon("legend")), button("undo", icon("undo"), "spare"), button("redo", icon("redo"), "spare"),
    button("share", "Share", "spare"), h("span", { class: "spare" }, ...menu("export", "Export", formats, viewer)),
    button("theme", icon("theme"), "spare"), button("help", "?", "spare"),
    h("span", { class: "more" }, ...menu("more", "More", moreOf(commands), viewer)), button("detail", icon("details"))));
}

type Entry = readonly [command: string, label: string];

const formats: readonly Entry[] = [["png", "PNG image"], ["svg", "SVG drawing"], ["json", "Cytoscape JSON"], ["cypher", "Cypher"], ["verdicts", "Verdicts"]];

/** Commands that do not fit into the toolbar of a narrow page, with their labels from the registry. */
function moreOf(commands: ReadonlyMap<string, Command>): Entry[] {
  return ["read", "console", "undo", "redo", "share", ...formats.map(([id]) => id), "theme", "help"].map((id) => [id, commandOf(commands, id).label]);
}

/** A button and the list of commands that it opens below itself. */
function menu(name: string, label: string, entries: readonly Entry[], { commands, store }: Viewer): [opener: HTMLElement, list: HTMLElement] {
  const list = h("div", { class: "menu", id: `${name}-menu`, popover: "auto", role: "group", "aria-label": label }, ...entries.map(([id, text]) => {
    const command = commandOf(commands, id);
    const entry = h("button", { type: "button", onclick: () => { list.hidePopover(); command.run(); } }, text);
    keepEnabled(entry, command, store);
    return entry;
  }));
  const opener = h("button", { type: "button", class: "tool", popovertarget: list.id }, label);
  list.addEventListener("beforetoggle", () => {
    const box = opener.getBoundingClientRect();
    list.style.inset = `${box.bottom + 6}px ${innerWidth - box.right}px auto auto`;
  });
  return [opener, list];
}

function keepEnabled(button: HTMLButtonElement, { enabled }: Command, store: Viewer["store"]): void {
  if (enabled) store.watch((state) => [enabled(state)], (isEnabled) => { button.disabled = !isEnabled; });
}

export function commandOf(commands: ReadonlyMap<string, Command>, id: string): Command {
  const command = commands.get(id);
  if (!command) throw new Error(`There is no command "${id}".`);
  return command;
}
