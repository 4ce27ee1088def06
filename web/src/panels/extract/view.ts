/** Extraction of one pasted abstract: its mentions marked, and for each concept its role, confidence and reasons. */

import "./view.css";
import type { ExtractedConcept, Extraction } from "../../api/types";
import { h, render, type Child } from "../../dom/dom";
import { figureOf, isChange } from "../../dom/figure";
import { nodeIcon } from "../../dom/icons";
import { sureness } from "../../dom/sureness";
import { markOf } from "../../graph/marks";
import { notify } from "../../state/actions/shell";
import { showLineage } from "../../state/actions/view";
import type { Viewer } from "../viewer";
import { passagesOf, type Field } from "./passages";

export interface Reader {
  /** Opens the dialog; if a text is given, extracts it at once. */
  open(text?: string): void;
}

export function createReader(dialog: HTMLDialogElement, { client, store }: Pick<Viewer, "client" | "store">): Reader {
  const input = h("textarea", {
    id: "abstract", rows: 7, "aria-label": "Title, a blank line, and abstract", placeholder: "A title, a blank line, and an abstract; or an abstract alone",
    onkeydown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void read();
    },
  });
  const found = h("div", { class: "found", "aria-live": "polite" });
  let turn = 0;
  const read = async (): Promise<void> => {
    const mine = ++turn;
    const text = input.value.trim();
    if (text === "") return render(found, h("p", { class: "soft" }, "Paste a text first."));
    render(found, h("p", { class: "soft" }, "Reading …"));
    const shown = await client.extract(text).then((extraction) => extractionPage(extraction, open), (error: unknown) => [problem(error)]);
    if (mine === turn) render(found, ...shown);
  };
  const open = async (name: string): Promise<void> => {
    const hit = await client.search(name, 1).then(({ items }) => items[0]?.node, () => undefined);
    if (hit === undefined) return store.dispatch(notify(`This graph does not know ${name}.`));
    dialog.close();
    store.dispatch(showLineage(hit.id, hit.type === "Paper" ? "papers" : "concepts"));
  };
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.append(h("div", { class: "reader-page" },
    h("form", { method: "dialog", class: "reader-close" }, h("button", { class: "esc", "aria-label": "Esc: close" }, h("kbd", {}, "Esc"))),
    h("h2", { id: "reader-title" }, "Read an abstract"),
    h("p", { class: "lead" }, "What Stemma finds in a text, and why. Nothing is kept; the graph stays as it is."),
    h("form", { class: "reader-form", onsubmit: (event: Event) => { event.preventDefault(); void read(); } }, input, h("button", { class: "quiet" }, "Read ", h("kbd", {}, "Ctrl Enter"))),
    found));
  return {
    open(text) {
      if (!dialog.open) dialog.showModal();
      input.focus();
      if (text === undefined) return;
      input.value = text;
      void read();
    },
  };
}

function problem(error: unknown): HTMLElement {
  return h("p", { class: "wrong", role: "alert" }, error instanceof Error ? error.message : String(error));
}

function extractionPage(extraction: Extraction, open: (name: string) => Promise<void>): Child[] {
  const { concepts, results, relations } = extraction;
  if (concepts.length === 0) return [h("p", { class: "soft" }, "No concept was found in this text.")];
  return [
    h("blockquote", { class: "text" },
      extraction.title === "" ? null : h("p", { class: "text-title" }, ...marked(extraction, "title")),
      h("p", {}, ...marked(extraction, "abstract"))),
    h("ol", { class: "found-concepts" }, ...concepts.map((concept) => conceptItem(concept, open))),
    ...lines("Results", results.map(({ on, value, unit, metric, delta, of }) =>
      [`${on}: ${figureOf(value, unit, delta)}`, metric, delta === null || isChange(value, delta) ? null : `change ${delta > 0 ? "+" : ""}${delta}`, of === null ? null : `by ${of}`]
        .filter((part) => part !== null).join(", "))),
    ...lines("Relations", relations.map(({ head, type, tail, confidence }) => `${head} ${words(type)} ${tail} (${sureness(confidence)})`)),
  ];
}

function marked(extraction: Extraction, field: Field): Child[] {
  return passagesOf(extraction, field).map(({ text, concept }) => {
    if (concept === null) return text;
    const colour = markOf.get(extraction.concepts[concept]?.types[0] ?? "")?.colour ?? "soft";
    return h("mark", { class: "mention", style: `--tone: var(--${colour})` }, text, h("sup", {}, String(concept + 1)));
  });
}

function conceptItem(concept: ExtractedConcept, open: (name: string) => Promise<void>): HTMLElement {
  const others = concept.surface.filter((surface) => surface !== concept.name).join(", ");
  const because = concept.why.filter(({ kind }) => kind !== "otherCue");
  return h("li", {},
    h("div", { class: "found-head" },
      nodeIcon(concept.types[0] ?? ""),
      h("button", { type: "button", class: "link", title: "Show it in the graph", onclick: () => void open(concept.name) }, concept.name),
      others === "" ? null : h("span", { class: "soft" }, others),
      h("span", { class: "found-role" }, `${words(concept.role)} · ${sureness(concept.confidence)}`)),
    h("ul", { class: "why" }, ...(because.length > 0 ? because.map(({ sentence, rule }) => h("li", { title: rule }, sentence))
      : [h("li", {}, "The trained model decided from the words around it")])));
}

function lines(heading: string, texts: readonly string[]): Child[] {
  return texts.length === 0 ? [] : [h("h3", {}, heading), h("ul", { class: "found-lines" }, ...texts.map((text) => h("li", {}, text)))];
}

const words = (name: string): string => name.replaceAll("_", " ").toLowerCase();
