/** Years as a histogram with a brush: drag to narrow the range, or use the arrow keys on its two handles. */

import "./view.css";
import { h, render, svg } from "../../dom/dom";
import { setYears } from "../../state/actions/view";
import type { YearRange } from "../../state/state";
import { visibleIn } from "../../state/visible";
import type { Viewer } from "../viewer";
import { barsOf, countBefore, rangeOf, type Bar } from "./bars";

const [width, height] = [200, 42];

export function mountYears(host: HTMLElement, { store }: Viewer): void {
  const chart = h("div", { class: "years" });
  host.append(h("h2", {}, "Years"), chart);
  let bars: Bar[] = [];
  const set = (years: YearRange | null): void => store.dispatch(setYears(years));
  store.watch((state) => [visibleIn(state).yearCounts, state.view.years], (counts, years) => {
    bars = barsOf(counts);
    host.hidden = bars.length < 2;
    render(chart, ...(host.hidden ? [] : draw(bars, countBefore(bars, counts), years, set)));
  });
  brush(chart, () => bars, set);
}

function draw(bars: readonly Bar[], before: number, years: YearRange | null, set: (years: YearRange | null) => void): (Element | null)[] {
  const [first, last] = [bars[0]?.year ?? 0, bars.at(-1)?.year ?? 0];
  const [from, to] = [Math.max(years?.[0] ?? first, first), Math.min(years?.[1] ?? last, last)];
  const step = width / Math.max(1, bars.length);
  const tallest = Math.max(1, ...bars.map(({ count }) => count));
  const [left, right] = [(from - first) * step, (to - first + 1) * step];
  const rects = bars.map(({ year, count }, i) => {
    const tall = count === 0 ? 0 : Math.max(2, (count / tallest) * (height - 6));
    const inside = year >= from && year <= to;
    return svg("rect", { x: i * step + 1, y: height - 2 - tall, width: Math.max(1, step - 2), height: tall, rx: 1, class: inside ? "bar" : "bar out" },
      svg("title", {}, `${year}: ${count}`));
  });
  const handle = (key: string, label: string, value: number, at: number, change: (year: number) => YearRange): HTMLElement =>
    h("span", {
      role: "slider", tabindex: 0, class: "handle", "data-key": key, style: `left: ${(at / width) * 100}%`, "aria-label": label,
      "aria-valuemin": first, "aria-valuemax": last, "aria-valuenow": value,
      onkeydown: (event: KeyboardEvent) => {
        const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        const [low, high] = change(Math.min(last, Math.max(first, value + by)));
        set(low <= first && high >= last ? null : [Math.min(low, high), Math.max(low, high)]);
      },
    });
  return [
    svg("svg", { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", class: "bars", "aria-hidden": "true" },
      svg("rect", { x: left, y: 0.5, width: right - left, height: height - 1, rx: 4, class: "brush" }), ...rects),
    handle("year-from", "From year", from, left, (year) => [year, to]),
    handle("year-to", "To year", to, right, (year) => [from, year]),
    h("div", { class: "ends" }, h("span", {}, before === 0 ? String(first) : `${first}, ${before} earlier`),
      years ? h("button", { type: "button", class: "link", "data-key": "years-all", onclick: () => set(null) }, `${from}–${to} · all`) : null,
      h("span", {}, String(last))),
  ];
}

/** A drag selects the years that it covers; a click on one bar selects that year. */
function brush(chart: HTMLElement, bars: () => readonly Bar[], set: (years: YearRange | null) => void): void {
  const place = (event: PointerEvent, box: DOMRect): number => (event.clientX - box.left) / box.width;
  chart.addEventListener("pointerdown", (down) => {
    const surface = chart.querySelector(".bars");
    if (!(down.target instanceof Element) || !surface?.contains(down.target)) return;
    const box = surface.getBoundingClientRect();
    const begun = place(down, box);
    down.preventDefault();
    addEventListener("pointerup", (up) => set(rangeOf(bars(), begun, place(up, box))), { once: true });
  });
}
