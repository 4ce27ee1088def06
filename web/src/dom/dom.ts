/** Builds the elements of the page: `h("button", { class: "quiet", onclick }, "Fit")`. */

export type Child = globalThis.Node | string | null | false | undefined;

type Listener<E extends Event = Event> = (event: E) => void;

export interface Attributes {
  readonly [name: string]: string | number | boolean | null | undefined | Listener<never>;
}

export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  dress(element, attributes);
  element.append(...present(children));
  return element;
}

export function svg<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: readonly Child[]): SVGElementTagNameMap[K] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  dress(element, attributes);
  element.append(...present(children));
  return element;
}

/** `true` sets an attribute without value; `false`, `null` and `undefined` omit it; `on…` adds a listener. */
function dress(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value as Listener);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : String(value));
  }
}

function present(children: readonly Child[]): (globalThis.Node | string)[] {
  return children.filter((child): child is globalThis.Node | string => child !== null && child !== undefined && child !== false);
}

/** Replaces the children of `host` and restores the keyboard focus, without scrolling: elements are identified by `data-key`. */
export function render(host: Element, ...children: readonly Child[]): void {
  const active = document.activeElement;
  const key = active instanceof HTMLElement && host.contains(active) ? active.dataset["key"] : undefined;
  host.replaceChildren(...present(children));
  if (key !== undefined) host.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

/** `plural(3, "row")` → "3 rows", with thousands separators. */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${number(count)} ${count === 1 ? noun : many}`;
}

/** A duration for display: whole milliseconds, at least one. */
export function took(milliseconds: number): string {
  return `${number(Math.max(1, Math.round(milliseconds)))} ms`;
}

export function number(value: number): string {
  return value.toLocaleString("en-US");
}
