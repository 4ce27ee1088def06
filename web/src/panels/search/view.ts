/** The search box: searches as you type, asks questions, and accepts pasted ids and texts; a combobox with a list of options. */

import "./view.css";
import { h, render, plural } from "../../dom/dom";
import { icon, nodeIcon } from "../../dom/icons";
import { notify } from "../../state/actions/shell";
import { expand, select, show, showLineage, showPathTo } from "../../state/actions/view";
import type { AppState } from "../../state/state";
import { isConcept } from "../detail/parts";
import type { Viewer } from "../viewer";
import { examplesAbout, optionsFor, saidOtherwise, type Option } from "./options";
import { readQuery, type Query } from "./query";

const typingMs = 120;
/** No option is active, so Enter in an empty box does nothing. */
const none = -1;
const invitation = "Search, or ask: what builds on DPO?";

export function mountSearch(host: HTMLElement, viewer: Viewer): void {
  const { store } = viewer;
  const list = h("ul", { id: "search-options", role: "listbox", "aria-label": "Suggestions", class: "options", hidden: true });
  const input = h("input", {
    id: "search", type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", enterkeyhint: "go",
    "aria-label": "Search methods, datasets and papers, ask a question, or paste an arXiv id or DOI",
    "aria-expanded": "false", "aria-controls": "search-options", "aria-autocomplete": "list",
    placeholder: invitation,
    oninput: () => later(), onkeydown: (event: KeyboardEvent) => onKey(event), onblur: () => setTimeout(() => { if (document.activeElement !== input) close(); }, 120),
    onfocus: () => { input.select(); if (input.value === "") void look(); }, onpaste: (event: ClipboardEvent) => onPaste(event),
  });
  host.append(h("div", { class: "search" }, icon("search"), input, h("kbd", {}, "/"), list));

  let options: readonly Option[] = [];
  /** The text that the options belong to; null while none are shown. */
  let optionsOf: string | null = null;
  let active = 0;
  let timer = 0;
  let turn = 0;
  /** The options of an empty box close at the first letter, without waiting for its results. */
  const later = (): void => {
    clearTimeout(timer);
    if (optionsOf === "") close();
    timer = window.setTimeout(() => void look(), typingMs);
  };
  const look = async (): Promise<void> => {
    const mine = ++turn;
    const text = input.value;
    const query = readQuery(text);
    const items = await itemsFor(query, viewer);
    if (mine !== turn || text !== input.value || document.activeElement !== input) return;
    const isEmpty = query.kind === "empty";
    [options, optionsOf, active] = [isEmpty ? examples(store.state) : optionsFor(query, items, viewer.commands.values()), text, isEmpty ? none : 0];
    draw();
  };
  const draw = (): void => {
    render(list, ...options.map((option, i) => row(option, i, i === active, (add) => take(option, add))));
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (list.hidden || active === none) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `option-${active}`);
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  };
  const close = (): void => {
    clearTimeout(timer);
    turn++;
    [options, optionsOf] = [[], null];
    draw();
  };
  const take = (option: Option, add: boolean): void => {
    close();
    input.blur();
    run(option, add, viewer);
  };
  /** A pasted text is extracted at once rather than searched, because the box would lose its line breaks. */
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData("text") ?? "";
    if (readQuery(text).kind !== "text") return;
    event.preventDefault();
    close();
    input.blur();
    viewer.readAbstract(text);
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      active = active === none && step < 0 ? options.length - 1 : (active + step + options.length) % options.length;
      draw();
    } else if (event.key === "Enter") {
      event.preventDefault();
      void enter(event.shiftKey);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (options.length > 0) return close();
      input.value = textOf(store.state);
      input.blur();
    }
  };
  /** Enter acts on the text in the box, possibly before its suggestions have arrived: a question or an id needs none. */
  const enter = async (add: boolean): Promise<void> => {
    clearTimeout(timer);
    const text = input.value;
    if (optionsOf === text) return takeActive(add);
    const query = readQuery(text);
    if (query.kind === "question") return takeByKey({ kind: "ask", question: query.question }, add);
    if (query.kind === "paper") return takeByKey({ kind: "paper", id: query.id }, add);
    if (query.kind === "text") return take({ kind: "read", text: query.text }, add);
    await look();
    if (optionsOf === text && input.value === text) takeActive(add);
  };
  const takeActive = (add: boolean): void => {
    const option = options[active];
    if (option) takeByKey(option, add);
  };
  /** Moves the keyboard focus to the result. */
  const takeByKey = (option: Option, add: boolean): void => {
    take(option, add);
    if (option.kind !== "command" && option.kind !== "read") document.getElementById("graph")?.focus();
  };
  store.watch((state) => [state.content, state.pathFrom], (content, from) => {
    const start = from === null ? undefined : content?.nodes.get(from)?.label ?? from;
    input.placeholder = start === undefined ? invitation : `The other end of the path from ${start}`;
    if (document.activeElement !== input) input.value = start === undefined ? textOf(store.state) : "";
  });
}

async function itemsFor(query: Query, { client, store }: Viewer) {
  if (query.kind !== "words" && query.kind !== "question") return [];
  const words = query.kind === "words" ? query.words : query.question.replace(/\?+$/, "");
  try {
    return (await client.search(words, query.kind === "words" ? 10 : 4)).items;
  } catch (error) {
    store.dispatch(notify(error instanceof Error ? error.message : String(error)));
    return [];
  }
}

/** Questions about the concept in view; none while the other end of a path is being picked. */
function examples({ content, pathFrom }: AppState): Option[] {
  const focus = content?.focus ? content.nodes.get(content.focus) : undefined;
  return focus && isConcept(focus.type) && pathFrom === null ? examplesAbout(focus) : [];
}

function textOf({ view, content }: AppState): string {
  const { base } = view;
  if (base.kind === "ask") return base.question;
  return base.kind === "lineage" || base.kind === "around" ? content?.nodes.get(base.of)?.name ?? "" : "";
}

function row(option: Option, index: number, active: boolean, take: (add: boolean) => void): HTMLLIElement {
  return h("li", {
    id: `option-${index}`, role: "option", "aria-selected": String(active), class: "option",
    onmousedown: (event: MouseEvent) => event.preventDefault(), onclick: (event: MouseEvent) => take(event.shiftKey),
  }, ...rowContent(option));
}

function rowContent(option: Option): (HTMLElement | SVGElement)[] {
  switch (option.kind) {
    case "ask": return [icon("search"), h("span", { class: "name" }, "Ask: ", h("em", {}, option.question))];
    case "read": return [icon("search"), h("span", { class: "name" }, h("b", {}, "Read this text"), ` ${option.text}`)];
    case "paper": return [nodeIcon("Paper"), h("span", { class: "name" }, `Open ${option.id}`)];
    case "command": return [h("span", { class: "name" }, option.command.label), h("span", { class: "aside" }, option.hint)];
    case "node": {
      const { node, match } = option.item;
      const name = node.name.startsWith(node.label.replace(/…$/, "")) ? h("b", {}, node.name) : h("span", {}, h("b", {}, node.label), ` ${node.name}`);
      const otherwise = saidOtherwise(node, match);
      const papers = node.paperCount !== null && node.type !== "Paper" ? ` · ${plural(node.paperCount, "paper")}` : "";
      return [nodeIcon(node.type), h("span", { class: "name", title: match ?? node.name }, name, otherwise === null ? null : h("span", { class: "otherwise" }, otherwise)), h("span", { class: "aside" }, `${node.year ?? ""}${papers}`)];
    }
  }
}

/** Shift adds to the view instead of replacing it. While the other end of a path is being picked, a node becomes that end. */
function run(option: Option, add: boolean, { store, readAbstract }: Viewer): void {
  const isPicking = store.state.pathFrom !== null;
  switch (option.kind) {
    case "ask": return store.dispatch(show({ kind: "ask", question: option.question }));
    case "read": return readAbstract(option.text);
    case "paper": return store.dispatch(isPicking ? showPathTo(option.id) : show({ kind: "around", of: option.id }, { kind: "node", key: option.id }));
    case "command": return option.command.run();
    case "node": {
      const { id, type } = option.item.node;
      if (isPicking) {
        store.dispatch(showPathTo(id));
      } else if (add) {
        store.dispatch(expand(id));
        store.dispatch(select({ kind: "node", key: id }));
      } else if (type === "Paper" || type === "Author" || type === "Venue") {
        store.dispatch(show({ kind: "around", of: id }, { kind: "node", key: id }));
      } else {
        store.dispatch(showLineage(id));
      }
    }
  }
}
