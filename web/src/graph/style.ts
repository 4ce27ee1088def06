/** The drawing's marks as a Cytoscape style sheet. Sizes are screen pixels times a scale, see `graph/controllers/zoom.ts`. */

import type { StylesheetJson } from "cytoscape";
import { lineMarks, nodeMarks, type LineMark, type NodeMark } from "./marks";
import { focusFont, labelFont, lineHeight } from "./measure";
import type { Palette } from "./palette";
import type { Scale } from "./canvas";

export const nodeSize = 11;
export const focusSize = 20;
/** Seen from farther than this, marks begin to shrink, in a crowd earlier still: a thousand dots must be a map. */
export const maxMarkScale = (nodes: number): number => (nodes > 300 ? 1.9 : 2.6);
/** Seen from farther than this, text begins to shrink after all. */
const maxTextScale = 5;

/** Text stays readable at every distance: seen from afar, marks and labels keep their size on the screen. */
export function scaleAt(zoom: number, nodes: number): Scale {
  const full = Math.max(1, 1 / zoom);
  return { marks: Math.min(maxMarkScale(nodes), full), text: Math.min(maxTextScale, full) };
}

/** The focus may have a longer label than others. */
export const widestFocusLabel = 230;

type Block = StylesheetJson[number];

export interface Look {
  readonly palette: Palette;
  /** How many model units one pixel takes: above 1 when the graph is seen from afar. */
  readonly scale: Scale;
  /** In a dense graph lines are fainter. */
  readonly dense: boolean;
}

export function styleSheet({ palette, scale, dense }: Look): StylesheetJson {
  return [
    nodeBase(palette, scale),
    ...nodeMarks.map((mark) => nodeOf(mark, palette)),
    ...labelPlaces(scale.text),
    ...focus(palette, scale),
    edgeBase(scale.marks),
    ...lineMarks.map((mark) => edgeOf(mark, palette, scale.marks, dense ? 0.45 : 1)),
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
      "font-family": labelFont.family,
      "font-size": labelFont.size * scale.text,
      "font-weight": labelFont.weight,
      "text-outline-color": palette.paper,
      "text-outline-width": 3 * scale.text,
      // The text has its lines already; Cytoscape is not to break them further.
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

function labelPlaces(scale: number): Block[] {
  return [
    {
      selector: 'node[side = "right"]',
      style: { "text-halign": "right", "text-valign": "center", "text-margin-x": 6 * scale },
    },
    {
      selector: 'node[side = "above"]',
      style: { "text-halign": "center", "text-valign": "top", "text-margin-y": -5 * scale },
    },
    { selector: "node.labelled", style: { "text-opacity": 1 } },
  ];
}

function focus(palette: Palette, scale: Scale): Block[] {
  const gap = 9 * scale.marks;
  return [{
    selector: "node.focus",
    style: {
      width: focusSize * scale.marks,
      height: focusSize * scale.marks,
      "font-family": focusFont.family,
      "font-size": focusFont.size * scale.text,
      "font-weight": focusFont.weight,
      "text-halign": "center",
      "text-valign": "top",
      "text-margin-x": 0,
      "text-margin-y": -gap,
      "outline-width": 6 * scale.marks,
      "outline-color": palette.method,
      "outline-opacity": 0.26,
      "outline-offset": 0,
      "z-index": 5,
    },
  }, {
    selector: "node.labelled-left",
    style: { "text-halign": "left", "text-valign": "center", "text-margin-x": -gap, "text-margin-y": 0 },
  }, {
    selector: "node.labelled-below",
    style: { "text-valign": "bottom", "text-margin-y": gap },
  }];
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

function edgeOf(mark: LineMark, palette: Palette, scale: number, fade: number): Block {
  const colour = palette[mark.colour];
  return {
    selector: `edge[line = "${mark.id}"]`,
    style: {
      width: mark.width * scale,
      "line-color": colour,
      "line-opacity": mark.opacity * fade,
      "line-style": mark.style,
      "line-dash-pattern": mark.style === "dotted" ? [1.5 * scale, 3.5 * scale] : [5 * scale, 4 * scale],
      ...(mark.style === "dotted" ? { "line-style": "dashed" as const } : {}),
      "target-arrow-color": colour,
      "target-arrow-shape": mark.ending === "arrow" ? "triangle" : mark.ending === "dot" ? "circle" : "none",
      "arrow-scale": arrowScale(mark, scale),
    },
  };
}

/**
 * Cytoscape makes an arrow max((13.37 · width)^0.9, 29) units long, times its scale (its source, `getArrowWidth`); ours is to have
 * the same size on the screen at any width and zoom.
 */
function arrowScale(mark: LineMark, scale: number): number {
  const natural = Math.max((13.37 * mark.width * scale) ** 0.9, 29);
  return ((mark.ending === "dot" ? 16 : 25) * scale) / natural;
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
