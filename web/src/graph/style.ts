/** The drawing's marks as a Cytoscape style sheet. Sizes are screen pixels times a scale, see `graph/controllers/zoom.ts`. */

import type { StylesheetJson } from "cytoscape";
import { lineMarks, nodeMarks, type LineMark, type NodeMark } from "./marks";
import { familyOf, focusFont, labelFont, lineHeight } from "./measure";
import type { Palette } from "./palette";
import type { Scale } from "./canvas";
import type { Side } from "./labels";

export const nodeSize = 11;
export const focusSize = 20;
/** Zoom-out factor beyond which marks shrink, smaller for many nodes: a thousand dots must be a map. */
export const maxMarkScale = (nodes: number): number => (nodes > 300 ? 1.9 : 2.6);
/** Zoom-out factor beyond which text shrinks too. */
const maxTextScale = 5;

/** When zoomed out, marks and labels keep their size on the screen up to a limit, so that text stays readable. */
export function scaleAt(zoom: number, nodes: number): Scale {
  const full = Math.max(1, 1 / zoom);
  return { marks: Math.min(maxMarkScale(nodes), full), text: Math.min(maxTextScale, full) };
}

/** Gap between a mark and its label, in pixels. */
export const labelGap = 5;
export const focusGap = 9;

/** The focus may have a wider label than others. */
export const widestFocusLabel = 230;

type Block = StylesheetJson[number];

export interface Look {
  readonly palette: Palette;
  /** Model units per pixel: above 1 when zoomed out. */
  readonly scale: Scale;
  /** Number of lines: the more there are, the thinner and fainter each is. */
  readonly lines: number;
}

export function styleSheet({ palette, scale, lines }: Look): StylesheetJson {
  return [
    nodeBase(palette, scale),
    ...nodeMarks.map((mark) => nodeOf(mark, palette)),
    ...nodeMarks.map((mark) => outsideOf(mark, palette, scale)),
    ...labelPlaces("node", labelGap * scale.text, (nodeSize / 2) * scale.marks),
    { selector: "node.labelled", style: { "text-opacity": 1 } },
    ...focus(palette, scale),
    edgeBase(scale.marks),
    ...lineMarks.map((mark) => edgeOf(mark, palette, scale.marks, fineness(lines))),
    ...states(palette, scale.marks),
  ];
}

function nodeBase(palette: Palette, scale: Scale): Block {
  return {
    selector: "node",
    style: {
      width: nodeSize * scale.marks,
      height: nodeSize * scale.marks,
      "border-width": 0,
      "background-color": palette.soft,
      label: "data(label)",
      color: palette.ink,
      "font-family": familyOf(labelFont),
      "font-size": labelFont.size * scale.text,
      "font-weight": labelFont.weight,
      "text-outline-color": palette.paper,
      "text-outline-width": 3 * scale.text,
      // The text is already broken into lines; Cytoscape must not break them further.
      "text-wrap": "wrap",
      "text-max-width": "100000px",
      "line-height": lineHeight,
      "text-opacity": 0,
      "overlay-opacity": 0,
      "z-index": 2,
    },
  };
}

function nodeOf(mark: NodeMark, palette: Palette): Block {
  const colour = palette[mark.colour as keyof Palette];
  const hollow = { "background-color": palette.paper, "border-width": 1.5, "border-color": colour };
  return {
    selector: `node[type = "${mark.type}"]`,
    style: { shape: mark.shape, ...(mark.hollow ? hollow : { "background-color": colour }) },
  };
}

/** A node outside the chosen years is an empty, dashed mark with a soft label. */
function outsideOf(mark: NodeMark, palette: Palette, scale: Scale): Block {
  return {
    selector: `node.outside[type = "${mark.type}"]`,
    style: {
      color: palette.soft, "background-color": palette.paper, "border-width": 1.5 * scale.marks, "border-style": "dashed",
      "border-color": palette[mark.colour as keyof Palette],
    },
  };
}

/** At a corner a label begins at the mark's edge, half way up. */
function labelPlaces(selector: string, gap: number, radius: number): Block[] {
  const place = (side: Side, x: number, y: number): Block => ({
    selector: `${selector}[place = "${side}"]`,
    style: {
      "text-halign": side.endsWith("right") ? "right" : side.endsWith("left") ? "left" : "center",
      "text-valign": side.startsWith("above") ? "top" : side.startsWith("below") ? "bottom" : "center",
      "text-margin-x": x, "text-margin-y": y,
    },
  });
  return [
    place("right", gap, 0), place("left", -gap, 0), place("above", 0, -gap), place("below", 0, gap),
    place("above-right", 2, radius / 2), place("below-right", 2, -radius / 2), place("above-left", -2, radius / 2), place("below-left", -2, -radius / 2),
  ];
}

function focus(palette: Palette, scale: Scale): Block[] {
  return [{
    selector: "node.focus",
    style: {
      width: focusSize * scale.marks,
      height: focusSize * scale.marks,
      "font-family": familyOf(focusFont),
      "font-size": focusFont.size * scale.text,
      "font-weight": focusFont.weight,
      "outline-width": 6 * scale.marks,
      "outline-color": palette.method,
      "outline-opacity": 0.26,
      "outline-offset": 0,
      "z-index": 5,
    },
  }, ...labelPlaces("node.focus", focusGap * scale.text, (focusSize / 2) * scale.marks)];
}

function edgeBase(scale: number): Block {
  return {
    selector: "edge",
    style: {
      "curve-style": "straight",
      "overlay-opacity": 0,
      "source-distance-from-node": 2 * scale,
      "target-distance-from-node": 3 * scale,
      "z-index": 1,
    },
  };
}

interface Fineness { readonly width: number; readonly opacity: number }

/** Up to this many lines, each is drawn at full strength; beyond it, the total ink stays about the same. */
const fullLines = 60;

export function fineness(lines: number): Fineness {
  const share = Math.min(1, fullLines / Math.max(1, lines));
  return { width: Math.max(0.5, share ** 0.4), opacity: Math.max(0.3, share ** 0.5) };
}

function edgeOf(mark: LineMark, palette: Palette, scale: number, fine: Fineness): Block {
  const colour = palette[mark.colour];
  return {
    selector: `edge[line = "${mark.id}"]`,
    style: {
      width: mark.width * fine.width * scale,
      "line-color": colour,
      "line-opacity": mark.opacity * fine.opacity,
      "line-style": mark.style,
      "line-dash-pattern": mark.style === "dotted" ? [1.5 * scale, 3.5 * scale] : [5 * scale, 4 * scale],
      ...(mark.style === "dotted" ? { "line-style": "dashed" as const } : {}),
      "target-arrow-color": colour,
      "target-arrow-shape": mark.ending === "arrow" ? "triangle" : mark.ending === "dot" ? "circle" : "none",
      "arrow-scale": arrowScale(mark.ending, mark.width * fine.width, scale) * fine.width,
    },
  };
}

/**
 * Cytoscape makes an arrow max((13.37 · width)^0.9, 29) units long, times its scale (its source, `getArrowWidth`); here arrows keep
 * the same size on the screen at any width and zoom.
 */
function arrowScale(ending: LineMark["ending"], width: number, scale: number): number {
  const natural = Math.max((13.37 * width * scale) ** 0.9, 29);
  return ((ending === "dot" ? 16 : 25) * scale) / natural;
}

function states(palette: Palette, scale: number): Block[] {
  return [
    {
      selector: "edge.curved",
      style: {
        "curve-style": "unbundled-bezier",
        "edge-distances": "node-position",
        "source-endpoint": "data(leaving)",
        "target-endpoint": "data(arriving)",
        "control-point-weights": "data(weights)" as unknown as number[],
        "control-point-distances": "data(distances)" as unknown as number[],
      },
    },
    { selector: "node.faded", style: { opacity: 0.28 } },
    { selector: "edge.faded", style: { opacity: 0.16 } },
    { selector: "edge.near", style: { "line-opacity": 0.95, "z-index": 3 } },
    {
      selector: "node.selected",
      style: {
        "outline-width": 2 * scale, "outline-color": palette.method, "outline-opacity": 1, "outline-offset": 3 * scale,
        "z-index": 6,
      },
    },
    {
      selector: "edge.selected",
      style: {
        width: 2.8 * scale, "line-color": palette.method, "target-arrow-color": palette.method, "line-opacity": 1, "z-index": 4,
      },
    },
  ];
}
