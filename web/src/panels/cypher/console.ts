/** The Cypher console: an editor, its result as a table, and its nodes and relations as the graph in view. Loaded when first opened. */

import "./console.css";
import { Problem } from "../../api/problem";
import type { CypherResult } from "../../api/types";
import { h, plural, render, took, type Child } from "../../dom/dom";
import { setDrawer } from "../../state/actions/shell";
import { show } from "../../state/actions/view";
import type { Viewer } from "../viewer";
import { runningClock } from "../running";
import { cellView } from "./cells";
import { createEditor } from "./editor";

/** Rows shown in the table; the count states how many there are. */
const maxRows = 500;
const untouched = "This statement is behind what is seen above. Change it and press Ctrl Enter.";

export interface ConsoleParts { focus(): void; explain(): void }

export function mountConsole(host: HTMLElement, viewer: Viewer): ConsoleParts {
  const { store, client } = viewer;
  const editorHost = h("div", { class: "editor" });
  const result = h("div", { class: "result", tabindex: 0, role: "region", "aria-label": "Result" });
  const control = h("div", { class: "run-control" });
  host.append(h("div", { class: "editor-side" }, editorHost, h("div", { class: "editor-foot" }, control,
    h("span", { class: "soft" }, "Read only. Nodes and relations in the result become the graph above."))), result);
  const editor = createEditor(editorHost, () => void run(), () => leave(), () => store.state.stats);
  const runButton = (): HTMLElement => h("button", { type: "button", class: "quiet primary", "data-key": "run", onclick: () => void run() }, "Run ", h("kbd", {}, "Ctrl Enter"));
  render(control, runButton());

  let running: AbortController | null = null;
  const leave = (): void => {
    if (running) running.abort();
    else store.dispatch(setDrawer("closed"));
  };
  const showProblem = (problem: Problem): void => {
    editor.showFault(problem.place);
    render(result, ...faultView(problem));
  };

  /** Runs a statement, cancelling one that is still running. Null if it was replaced, stopped or failed; the latter two are reported here. */
  const ask = async (statement: string): Promise<CypherResult | null> => {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    editor.showFault(null);
    host.classList.add("waiting");
    const clock = runningClock(performance.now(), () => mine.abort());
    render(control, clock.element);
    try {
      const answer = await client.cypher(statement, mine.signal);
      return running === mine ? answer : null;
    } catch (error) {
      if (running === mine) showProblem(error instanceof Problem ? error : new Problem(0, "viewer.fault", String(error)));
      return null;
    } finally {
      clock.end();
      if (running === mine) {
        running = null;
        host.classList.remove("waiting");
        render(control, runButton());
      }
    }
  };

  const run = async (): Promise<void> => {
    const statement = editor.text().trim();
    const answer = statement === "" ? null : await ask(statement);
    if (!answer) return;
    render(result, ...resultView(answer, viewer));
    if (answer.graph && answer.graph.nodes.length > 0) store.dispatch(show({ kind: "cypher", statement }));
  };

  const explain = async (): Promise<void> => {
    const statement = editor.text().trim();
    const answer = statement === "" ? null : await ask(/^(explain|profile)\b/i.test(statement) ? statement : `EXPLAIN ${statement}`);
    if (answer) render(result, h("p", { class: "soft" }, "How the statement runs, from the last step to the first"), h("pre", { class: "plan", tabindex: 0, "aria-label": "Plan" }, answer.plan ?? "This graph gives no plan."));
  };

  /** The console follows the view as long as its text is the view's own, so that nothing the user typed is overwritten. */
  let offered = "";
  store.watch((state) => [state.content, state.problem, state.view.base], (content, problem, base) => {
    const statement = base.kind === "cypher" ? base.statement : content?.cypher ?? "";
    const text = editor.text().trim();
    if (text !== "" && text !== offered.trim() && text !== statement.trim()) return;
    offered = statement;
    if (editor.text() !== offered) editor.setText(offered);
    if (problem && base.kind === "cypher") showProblem(problem);
    else if (content) render(result, ...(content.table ? resultView(content.table, viewer) : [h("p", { class: "soft" }, untouched)]));
    if (store.state.panels.drawer === "plan") void explain();
  });
  return { focus: editor.focus, explain: () => void explain() };
}

function resultView(result: CypherResult, viewer: Viewer): Child[] {
  const rows = result.rows.slice(0, maxRows);
  const cut = result.truncated ? ", the first of them: more are left out here" : rows.length < result.rows.length ? `, first ${rows.length} shown` : "";
  return [
    h("p", { class: "soft", role: "status" }, `${plural(result.rowCount, "row")} · ${took(result.milliseconds)}${cut}`),
    ...result.notices.map((notice) => h("p", { class: "notice" }, notice)),
    h("table", {},
      h("thead", {}, h("tr", {}, ...result.columns.map((column) => h("th", { scope: "col" }, column)))),
      h("tbody", {}, ...rows.map((row) => h("tr", {}, ...row.map((cell) => h("td", typeof cell === "number" ? { class: "figure" } : {}, cellView(cell, viewer))))))),
    result.plan ? h("pre", { class: "plan" }, result.plan) : null,
  ];
}

function faultView(problem: Problem): Child[] {
  const { place, detail } = problem;
  return [
    h("p", { class: "fault", role: "alert" }, detail),
    place ? h("p", { class: "soft" }, `Line ${place.line}, column ${place.column}`) : null,
    place?.caret ? h("pre", { tabindex: 0, "aria-label": "The place in the statement" }, caretLines(place.caret)) : null,
  ];
}

/** The line and its caret, without the sentence before them, which is already shown above. */
function caretLines(description: string): string {
  const lines = description.replace(/\n+$/, "").split("\n");
  const caret = lines.findLastIndex((line) => line.trim() === "^");
  return caret > 0 ? lines.slice(caret - 1, caret + 1).join("\n") : description;
}
