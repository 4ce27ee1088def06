/** The marks of the drawing as icons for lists and the legend, and the icons of the toolbar. */

import type { NodeType } from "../api/types";
import { outline } from "../graph/export/svg";
import { lineOf, markOf, type LineId } from "../graph/marks";
import { svg } from "./dom";

export function nodeIcon(type: NodeType, size = 11): SVGSVGElement {
  const mark = markOf.get(type);
  const colour = `var(--${mark?.colour ?? "soft"})`;
  const paint = mark?.hollow ? { fill: "none", stroke: colour, "stroke-width": 1.5 } : { fill: colour };
  return svg("svg", { class: "node-icon", width: 16, height: 16, viewBox: "-8 -8 16 16", "aria-hidden": "true" },
    mark ? svg("path", { d: outline(mark, size), ...paint }) : null);
}

export function lineIcon(id: LineId): SVGSVGElement {
  const mark = lineOf.get(id);
  const dash = { solid: null, dashed: "5 4", dotted: "1.5 3.5" }[mark?.style ?? "solid"];
  const colour = `var(--${mark?.colour ?? "line-ink"})`;
  return svg("svg", { class: "line-icon", width: 28, height: 10, viewBox: "0 0 28 10", "aria-hidden": "true" },
    svg("line", { x1: 0, x2: 28, y1: 5, y2: 5, stroke: colour, "stroke-width": mark?.width ?? 1, "stroke-opacity": mark?.opacity ?? 1, "stroke-dasharray": dash }),
    mark?.ending === "dot" ? svg("circle", { cx: 26, cy: 5, r: 2, fill: colour }) : null);
}

const paths = {
  search: "M7 12.2A5.2 5.2 0 1 0 7 1.8a5.2 5.2 0 0 0 0 10.4ZM10.8 10.8 14.5 14.5",
  undo: "M3 6.5h7a3.5 3.5 0 0 1 0 7H7M6 3.5l-3 3 3 3",
  redo: "M13 6.5H6a3.5 3.5 0 0 0 0 7h3M10 3.5l3 3-3 3",
  theme: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 2v12M8.6 3.5a4.6 4.6 0 0 1 0 9M10.5 4.4a4 4 0 0 1 0 7.2",
  close: "M4 4l8 8M12 4l-8 8",
  legend: "M2.5 3.5h11v9h-11ZM6.5 3.5v9",
  details: "M2.5 3.5h11v9h-11ZM9.5 3.5v9",
} as const;

export function icon(name: keyof typeof paths): SVGSVGElement {
  return svg("svg", { class: "icon", width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: paths[name] }));
}

/** The logo: a small tree of descent. */
export function logo(): SVGSVGElement {
  const dot = (cx: number, cy: number, fill: string): SVGCircleElement => svg("circle", { cx, cy, r: 2.4, fill });
  return svg("svg", { class: "logo", width: 24, height: 24, viewBox: "0 0 24 24", "aria-hidden": "true" },
    svg("path", { d: "M12 4v8M4 20v-3c0-3 3-5 8-5s8 2 8 5v3M12 12v8", fill: "none", stroke: "currentColor", "stroke-width": 1.6 }),
    dot(12, 3.5, "var(--accent)"), dot(4, 20.5, "currentColor"), dot(12, 20.5, "currentColor"), dot(20, 20.5, "currentColor"));
}
