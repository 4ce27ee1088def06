/** The editor of the console: CodeMirror with Cypher highlighting, completion from the graph's own schema, and the marking of faults. */

import { autocompletion, closeCompletion, completionKeymap, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, keymap, lineNumbers, placeholder, type DecorationSet } from "@codemirror/view";
import { tags, type Tag } from "@lezer/highlight";
import type { Stats } from "../../api/types";
import { number } from "../../dom/dom";
import { tokenAt, type TokenKind } from "../../cypher/tokens";

const tagNames: Readonly<Record<Exclude<TokenKind, "plain">, string>> = {
  keyword: "keyword", string: "string", number: "number", type: "typeName", comment: "comment", parameter: "variableName.special",
};

const cypher = StreamLanguage.define({
  name: "cypher",
  token: (stream) => {
    const { kind, end } = tokenAt(stream.string, stream.pos);
    stream.pos = end;
    return kind === "plain" ? null : tagNames[kind];
  },
});

const colours = HighlightStyle.define(([
  [tags.keyword, "--accent"], [tags.string, "--dataset"], [tags.number, "--benchmark"], [tags.typeName, "--task"],
  [tags.comment, "--soft"], [tags.special(tags.variableName), "--metric"],
] satisfies [Tag, string][]).map(([tag, colour]) => ({ tag, color: `var(${colour})` })));

const theme = EditorView.theme({
  "&": { height: "100%", fontSize: "13px", color: "var(--ink)", background: "transparent" },
  "&.cm-focused": { outline: "none" },
  ".cm-content": { fontFamily: "var(--mono)", caretColor: "var(--ink)", padding: "10px 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { background: "transparent", border: "0", color: "var(--soft)" },
  ".cm-placeholder": { color: "var(--soft)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "var(--mark)" },
  ".cm-fault": { textDecoration: "underline wavy var(--contrast)", textUnderlineOffset: "4px", textDecorationSkipInk: "none" },
  ".cm-tooltip": { background: "var(--panel)", border: "1px solid var(--line)", borderRadius: "var(--radius)", boxShadow: "var(--shadow)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", fontSize: "12px", maxHeight: "15em", padding: "4px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 8px", borderRadius: "var(--radius-small)", color: "var(--ink)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { background: "var(--wash)", color: "var(--ink)" },
  ".cm-completionMatchedText": { color: "var(--accent)", fontWeight: "600", textDecoration: "none" },
  ".cm-completionDetail": { color: "var(--soft)", fontStyle: "normal", fontVariantNumeric: "tabular-nums" },
});

/** 1-based, as the API counts. */
export interface Place { readonly line: number; readonly column: number }

const setFault = StateEffect.define<Place | null>();

const fault = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, transaction) => {
    for (const effect of transaction.effects) if (effect.is(setFault)) return faultMark(transaction.state, effect.value);
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** From the fault to the end of its word; at the end of a line, its last character. */
function faultMark(state: EditorState, place: Place | null): DecorationSet {
  if (!place || state.doc.length === 0) return Decoration.none;
  const line = state.doc.line(Math.min(Math.max(1, place.line), state.doc.lines));
  const from = Math.min(line.from + Math.max(0, place.column - 1), Math.max(line.from, line.to - 1));
  const word = /^\w+/.exec(state.doc.sliceString(from, line.to))?.[0].length ?? 1;
  const to = Math.min(state.doc.length, from + word);
  return from < to ? Decoration.set([Decoration.mark({ class: "cm-fault" }).range(from, to)]) : Decoration.none;
}

const properties = (
  "id name title year abstract venue arxiv doi url citedByCount rank aliases paperCount firstYear community "
  + "evidence field start end confidence by via papers value unit metric delta of"
).split(" ");
const clauses = (
  "MATCH|OPTIONAL MATCH|WHERE|RETURN|RETURN DISTINCT|WITH|UNWIND|ORDER BY|LIMIT|SKIP|UNION|CALL|EXISTS|CONTAINS|STARTS WITH|"
  + "count|collect|shortestPath|labels|type|nodes|relationships|length|size|toLower"
).split("|");

function complete(stats: () => Stats | null) {
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[:|.]?\w*/);
    if (!word || (word.from === word.to && !context.explicit)) return null;
    const lead = word.text[0] ?? "";
    const known = (counts: Readonly<Record<string, number>> | undefined) =>
      Object.entries(counts ?? {}).map(([label, count]) => ({ label, detail: number(count), type: "type" }));
    const plain = (labels: readonly string[], type: string) => labels.map((label) => ({ label, type }));
    if (lead === ":" || lead === "|") return { from: word.from + 1, options: [...known(stats()?.byLabel), ...known(stats()?.byType)] };
    if (lead === ".") return { from: word.from + 1, options: plain(properties, "property") };
    return { from: word.from, options: plain(clauses, "keyword") };
  };
}

export interface Editor {
  readonly text: () => string;
  readonly setText: (text: string) => void;
  readonly showFault: (place: Place | null) => void;
  readonly focus: () => void;
}

export function createEditor(parent: HTMLElement, run: () => void, leave: () => void, stats: () => Stats | null): Editor {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        lineNumbers(), history(), bracketMatching(), cypher, syntaxHighlighting(colours), theme, fault, EditorView.lineWrapping,
        autocompletion({ override: [complete(stats)], icons: false }),
        placeholder("MATCH (m:Method)-[r:BUILDS_ON]->(d) RETURN m, r, d LIMIT 50"),
        EditorView.contentAttributes.of({ "aria-label": "Cypher statement" }),
        keymap.of([
          { key: "Mod-Enter", run: (editor) => { closeCompletion(editor); run(); return true; } },
          ...completionKeymap,
          { key: "Escape", run: () => { leave(); return true; } },
          ...defaultKeymap, ...historyKeymap,
        ]),
      ],
    }),
  });
  // Allows scrolling a statement longer than its box with the keyboard alone.
  view.scrollDOM.tabIndex = 0;
  return {
    text: () => view.state.doc.toString(),
    setText: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    showFault: (place) => view.dispatch({ effects: setFault.of(place) }),
    focus: () => view.focus(),
  };
}
