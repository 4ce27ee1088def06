/** The footer: the Cypher of the current view, with its rows and time; it opens the console and the table. */

import "./bar.css";
import { h, plural, render, took } from "../../dom/dom";
import type { AppState } from "../../state/state";
import { commandOf } from "../toolbar/view";
import type { Viewer } from "../viewer";
import { cypherCode } from "./highlight";

export function mountCypherBar(host: HTMLElement, { store, commands }: Viewer): void {
  const statement = h("button", { type: "button", class: "statement", title: "Open in the console", onclick: commandOf(commands, "console").run });
  const figures = h("span", { class: "figures soft" });
  const opener = (id: "console" | "table" | "plan", label: string): HTMLButtonElement => {
    const button = h("button", { type: "button", class: id === "table" ? "tool" : "tool wide-only", "aria-controls": id === "table" ? "table" : "console", onclick: commandOf(commands, id).run }, label);
    store.watch((state) => [state.panels.drawer === id], (open) => button.setAttribute("aria-expanded", String(open)));
    return button;
  };
  host.append(h("span", { class: "soft wide-only" }, "Cypher"), statement, figures, opener("table", "Table"), opener("plan", "Explain"), opener("console", "Console"));
  store.watch((state) => [state.content, state.view.base], (content, base) => {
    const text = base.kind === "cypher" ? base.statement : content?.cypher ?? "";
    statement.hidden = text === "";
    render(statement, ...cypherCode(text.replace(/\s+/g, " ")));
    figures.textContent = figuresOf(store.state);
  });
}

export function figuresOf({ content }: Pick<AppState, "content">): string {
  if (!content) return "";
  const measured = content.answer ? { rows: content.answer.total, ms: content.answer.milliseconds }
    : content.table ? { rows: content.table.rowCount, ms: content.table.milliseconds } : null;
  const cut = content.table?.truncated ? "the first " : "";
  const { rows, ms, noun } = measured ? { ...measured, noun: "row" } : { rows: content.nodes.size, ms: content.milliseconds, noun: "node" };
  return `${cut}${plural(rows, noun)}${cut === "" ? "" : ", more left out"} · ${took(ms)}`;
}
