/** The canvas as a vector drawing, with the axis and only the labels that are shown. */

import type { Canvas, Scale } from "../canvas";
import { labelAround } from "../controllers/labelling";
import { controlPoints, reach } from "../curves";
import type { Box, Side } from "../labels";
import type { Point } from "../layouts/layout";
import { lineOf, markOf, type LineId, type LineMark, type NodeMark } from "../marks";
import { blockWidth, focusFont, labelFont, lineHeight } from "../measure";
import type { Palette } from "../palette";
import { focusSize, nodeSize } from "../style";
import type { NodeType } from "../../api/types";

const margin = 60;
const unscaled: Scale = { marks: 1, text: 1 };

export function drawSvg({ cy, layout }: Canvas, palette: Palette): string {
  const at = (id: string): Point => layout.positions.get(id) ?? { x: 0, y: 0 };
  const points = cy.nodes().map((node) => at(node.id()));
  const rights = cy.nodes().map((node) => at(node.id()).x + blockWidth(node.data("label") as string));
  const [left, right] = [Math.min(...points.map(({ x }) => x)) - margin, Math.max(...rights) + margin];
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)) - margin, Math.max(...points.map(({ y }) => y)) + margin];
  const axis = layout.ticks.map(({ year, x, afterGap }, i) =>
    `<path d="M${x} ${top + 8}V${bottom - 22}" stroke="${palette.grid}"${afterGap ? ' stroke-dasharray="2 5"' : ""}/>`
    + (i < layout.ticks.length - 1 ? text({ x: x + 6, y: bottom - 8 }, String(year), 11, palette.soft, "start") : ""));
  const edges = cy.edges().map((edge) => {
    const stops = edge.data("stops") as readonly Point[];
    return drawEdge(edge.data("line") as LineId, at(edge.source().id()), at(edge.target().id()), edge.hasClass("curved") ? stops : null, palette);
  });
  const nodes = cy.nodes().map((node) => {
    const mark = markOf.get(node.data("type") as NodeType);
    const label = node.hasClass("labelled") ? (node.data("label") as string) : "";
    return mark ? drawNode(mark, at(node.id()), label, { isFocus: node.hasClass("focus"), isOutside: node.hasClass("outside") }, { side: node.data("place") as Side, box: labelAround(node, unscaled, node.data("place") as Side) }, palette) : "";
  });
  const [width, height] = [Math.round(right - left), Math.round(bottom - top)];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}">\n`
    + `<rect x="${left}" y="${top}" width="100%" height="100%" fill="${palette.paper}"/>\n`
    + [...axis, ...edges, ...nodes].join("\n") + "\n</svg>\n";
}

/** `stops` are the way points of a curved edge; null draws it straight. */
function drawEdge(id: LineId, a: Point, b: Point, stops: readonly Point[] | null, palette: Palette): string {
  const mark = lineOf.get(id);
  if (!mark) return "";
  const end = stops ? { x: b.x - (b.x >= a.x ? clearance : -clearance), y: b.y } : shortened(a, b, clearance);
  const dash = { solid: "", dashed: ' stroke-dasharray="5 4"', dotted: ' stroke-dasharray="1.5 3.5"' }[mark.style];
  const colour = palette[mark.colour];
  const course = stops ? branch(a, end, stops) : `M${a.x} ${a.y}L${end.x} ${end.y}`;
  const angle = stops ? (b.x >= a.x ? 0 : Math.PI) : Math.atan2(b.y - a.y, b.x - a.x);
  return `<path d="${course}" fill="none" stroke="${colour}" stroke-width="${mark.width}" stroke-opacity="${mark.opacity}"${dash}/>`
    + ending(mark, end, angle, colour);
}

/** Lines end this far from the middle of a node, where their arrow begins. */
const clearance = 11;

function branch(a: Point, b: Point, stops: readonly Point[]): string {
  const controls = controlPoints(a, b, stops, reach.cubic);
  const ends = [...stops, b];
  return `M${a.x} ${a.y}` + ends.map((end, i) => {
    const [first = end, second = end] = controls.slice(2 * i, 2 * i + 2);
    return `C${first.x} ${first.y} ${second.x} ${second.y} ${end.x} ${end.y}`;
  }).join("");
}

function shortened(a: Point, b: Point, by: number): Point {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  return { x: b.x - ((b.x - a.x) / length) * by, y: b.y - ((b.y - a.y) / length) * by };
}

function ending(mark: LineMark, at: Point, angle: number, colour: string): string {
  if (mark.ending === "dot") return `<circle cx="${at.x}" cy="${at.y}" r="2.6" fill="${colour}"/>`;
  if (mark.ending === "none") return "";
  const turn = (angle * 180) / Math.PI;
  return `<path d="M5 0L-4 -4.2V4.2Z" fill="${colour}" transform="translate(${at.x} ${at.y}) rotate(${turn})"/>`;
}

function drawNode(mark: NodeMark, at: Point, label: string, { isFocus, isOutside }: { isFocus: boolean; isOutside: boolean }, place: { side: Side; box: Box }, palette: Palette): string {
  const size = isFocus ? focusSize : nodeSize;
  const colour = palette[mark.colour as keyof Palette];
  const paint = mark.hollow || isOutside ? `fill="${palette.paper}" stroke="${colour}" stroke-width="1.5"${isOutside ? ' stroke-dasharray="3 2"' : ""}` : `fill="${colour}"`;
  const halo = isFocus ? `<circle cx="${at.x}" cy="${at.y}" r="${size / 2 + 6}" fill="${palette.method}" fill-opacity="0.26"/>` : "";
  const shape = `<path d="${outline(mark, size)}" transform="translate(${at.x} ${at.y})" ${paint}/>`;
  if (label === "") return halo + shape;
  const font = isFocus ? focusFont : labelFont;
  const lines = label.split("\n");
  const { side, box } = place;
  const x = at.x + (side.endsWith("right") ? box.left : side.endsWith("left") ? box.right : 0);
  const anchor = side.endsWith("right") ? "start" : side.endsWith("left") ? "end" : "middle";
  return halo + shape + lines.map((line, i) =>
    text({ x, y: at.y + box.top + font.size * (ascent + i * lineHeight) }, line, font.size, isOutside ? palette.soft : palette.ink, anchor, font, palette.paper)).join("");
}

/** From the top of a label's box to the baseline of its first line, in font sizes. */
const ascent = 0.95;

/** A mark's outline around the origin, also used by the legend. */
export function outline({ shape }: NodeMark, size: number): string {
  const r = size / 2;
  const polygon = (corners: number, turn: number): string => Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners + turn;
    return `${i === 0 ? "M" : "L"}${(r * 1.1 * Math.cos(angle)).toFixed(2)} ${(r * 1.1 * Math.sin(angle)).toFixed(2)}`;
  }).join("") + "Z";
  switch (shape) {
    case "ellipse": return `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z`;
    case "rectangle": return `M${-r} ${-r}H${r}V${r}H${-r}Z`;
    case "round-rectangle": {
      const [w, h, c] = [r, r - 1, 2.5];
      return `M${c - w} ${-h}H${w - c}Q${w} ${-h} ${w} ${c - h}V${h - c}Q${w} ${h} ${w - c} ${h}H${c - w}Q${-w} ${h} ${-w} ${h - c}V${c - h}Q${-w} ${-h} ${c - w} ${-h}Z`;
    }
    case "hexagon": return polygon(6, 0);
    case "triangle": return polygon(3, -Math.PI / 2);
    case "diamond": return polygon(4, 0);
    case "pentagon": return polygon(5, -Math.PI / 2);
    case "octagon": return polygon(8, Math.PI / 8);
  }
}

function text(
  at: Point, content: string, size: number, colour: string, anchor: string,
  font: { weight: number; family: string } = labelFont, halo?: string,
): string {
  const escaped = content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const ring = halo ? ` stroke="${halo}" stroke-width="3" paint-order="stroke" stroke-linejoin="round"` : "";
  return `<text x="${at.x}" y="${at.y}" font-family='${font.family}' font-size="${size}" font-weight="${font.weight}" fill="${colour}" text-anchor="${anchor}"${ring}>${escaped}</text>`;
}
