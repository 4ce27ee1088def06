/** The commands that are always at hand, as buttons that read the registry. */

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
    if (command.enabled) {
      store.watch((state) => [command.enabled?.(state)], (enabled) => { element.disabled = !enabled; });
    }
    return element;
  };
  host.append(h("div", { class: "toolbar", role: "toolbar", "aria-label": "Commands" },
    button("legend", icon("legend")), button("undo", icon("undo")), button("redo", icon("redo")),
    button("share", "Share", "wide-only"), exportMenu(commands), button("theme", icon("theme")), button("help", "?"),
    button("detail", icon("details"))));
}

function exportMenu(commands: ReadonlyMap<string, Command>): HTMLElement {
  const menu = h("div", { class: "menu", id: "export-menu", popover: "auto" },
    ...[["png", "PNG image"], ["svg", "SVG drawing"], ["json", "Cytoscape JSON"], ["cypher", "Cypher"]].map(([id = "", label]) =>
      h("button", { type: "button", onclick: () => { menu.hidePopover(); commandOf(commands, id).run(); } }, label)));
  const opener = h("button", { type: "button", class: "tool wide-only", popovertarget: "export-menu" }, "Export");
  menu.addEventListener("beforetoggle", () => {
    const box = opener.getBoundingClientRect();
    menu.style.inset = `${box.bottom + 6}px auto auto ${box.left - 40}px`;
  });
  return h("span", { class: "wide-only" }, opener, menu);
}

export function commandOf(commands: ReadonlyMap<string, Command>, id: string): Command {
  const command = commands.get(id);
  if (!command) throw new Error(`There is no command "${id}".`);
  return command;
}
