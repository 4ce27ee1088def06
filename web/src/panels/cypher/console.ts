/** The Cypher console: an editor, its result as a table, and its nodes and relations as the graph in view. Loaded when first opened. */

import "./console.css";
import { Problem } from "../../api/problem";
import type { CypherResult } from "../../api/types";
import { h, number, plural, render, type Child } from "../../dom/dom";
import { notify, setDrawer } from "../../state/actions/shell";
import { show } from "../../state/actions/view";
import type { Viewer } from "../viewer";
import { cellView } from "./cells";
import { createEditor } from "./editor";

/** Rows drawn in the table; the count says how many there are. */
const maxRows = 500;

export function mountConsole(host: HTMLElement, viewer: Viewer): { focus(): void } {
  const { store, client } = viewer;
  const editorHost = h("div", { class: "editor" });
  const result = h("div", { class: "result", tabindex: 0, role: "region", "aria-label": "Result" });
  const runButton = h("button", { type: "button", class: "quiet primary", onclick: () => void run() }, "Run ", h("kbd", {}, "Ctrl Enter"));
  host.append(h("div", { class: "editor-side" }, editorHost, h("div", { class: "editor-foot" }, runButton,
    h("span", { class: "soft" }, "Read only. Nodes and relations in the result become the graph above."))), result);
  const editor = createEditor(editorHost, () => void run(), () => store.dispatch(setDrawer("closed")), () => store.state.stats);

  let turn = 0;
  const run = async (): Promise<void> => {
    const statement = editor.text().trim();
    if (statement === "") return;
    const mine = ++turn;
    editor.showFault(null);
    host.classList.add("waiting");
    try {
      const answer = await client.cypher(statement);
      if (mine !== turn) return;
      render(result, ...resultView(answer, viewer));
      if (answer.graph && answer.graph.nodes.length > 0) store.dispatch(show({ kind: "cypher", statement }));
      store.dispatch(notify(`${plural(answer.rowCount, "row")} in ${number(answer.milliseconds)} ms.`));
    } catch (error) {
      if (mine !== turn) return;
      const problem = error instanceof Problem ? error : new Problem(0, "viewer.fault", String(error));
      editor.showFault(problem.place);
      render(result, ...faultView(problem));
    } finally {
      if (mine === turn) host.classList.remove("waiting");
    }
  };

  store.watch((state) => [state.content], (content) => {
    if (!content) return;
    if (content.cypher.trim() !== editor.text().trim()) editor.setText(content.cypher);
    if (content.table) render(result, ...resultView(content.table, viewer));
    else render(result, h("p", { class: "soft" }, "This statement gives what is seen above. Change it and press Ctrl Enter."));
  });
  return editor;
}

function resultView(result: CypherResult, viewer: Viewer): Child[] {
  const rows = result.rows.slice(0, maxRows);
  const cut = result.truncated ? ", cut off by the server" : rows.length < result.rows.length ? `, first ${rows.length} shown` : "";
  return [
    h("p", { class: "soft figures-line" }, `${plural(result.rowCount, "row")} · ${number(result.milliseconds)} ms${cut}`),
    h("table", {},
      h("thead", {}, h("tr", {}, ...result.columns.map((column) => h("th", { scope: "col" }, column)))),
      h("tbody", {}, ...rows.map((row) => h("tr", {}, ...row.map((cell) => h("td", {}, cellView(cell, viewer))))))),
    result.plan ? h("pre", { class: "plan" }, result.plan) : null,
  ];
}

function faultView(problem: Problem): Child[] {
  const { place, detail } = problem;
  return [
    h("p", { class: "fault", role: "alert" }, detail),
    place ? h("p", { class: "soft" }, `Line ${place.line}, column ${place.column}`) : null,
    place?.caret ? h("pre", { class: "caret" }, place.caret) : null,
  ];
}
