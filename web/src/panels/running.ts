/** Indicator of a running request: the elapsed time, and a button to stop it. */

import { h } from "../dom/dom";

export interface RunningClock {
  readonly element: HTMLElement;
  end(): void;
}

const tickMs = 100;

/** `begun` is a time of `performance.now()`. Screen readers announce once that it runs, not every tenth of a second. */
export function runningClock(begun: number, cancel: () => void): RunningClock {
  const time = h("span", { class: "elapsed" });
  const show = (): void => { time.textContent = `${((performance.now() - begun) / 1000).toFixed(1)} s`; };
  show();
  const timer = window.setInterval(show, tickMs);
  const element = h("div", { class: "running" }, h("span", { role: "status" }, "Running"), time,
    h("button", { type: "button", class: "quiet", "data-key": "cancel", onclick: cancel }, "Cancel"));
  return { element, end: () => clearInterval(timer) };
}
