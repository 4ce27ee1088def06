/** Which labels are shown, and where: chosen again whenever the layout, the zoom or the highlighting has changed. */

import type { NodeSingular } from "cytoscape";
import type { Canvas, Scale } from "../canvas";
import { placeLabels, type Box, type Label, type Obstacle, type Place, type Side } from "../labels";
import { blockHeight, blockWidth, focusFont, labelFont } from "../measure";
import { focusGap, focusSize, labelGap, nodeSize } from "../style";

/** Sides in the order in which they are tried, after the one that the layout has kept free. */
const sides: readonly Side[] = ["right", "above", "below", "left", "above-right", "below-right", "above-left", "below-left"];
/** Space below the lowest node for a label, before the axis begins. */
const lowest = 30;
/** Id of the selected node's chip among the obstacles. */
const chipId = " chip";

/** Shows the labels that fit, the important ones first; `rankOf` breaks ties. The focus, the selected and the hovered node always have their labels. Returns the number of labels left out. */
export function chooseLabels({ cy, scale, layout, attention, chip }: Canvas, rankOf: (id: string) => number): number {
  const obstacles: Obstacle[] = chip ? [{ id: chipId, ...chip }] : [];
  const at = (node: NodeSingular): { x: number; y: number } => layout.positions.get(node.id()) ?? node.position();
  const region: { -readonly [side in keyof Box]: Box[side] } = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  cy.nodes().forEach((node) => {
    const { x, y } = at(node);
    const [radius, label] = [radiusOf(node, scale), labelAround(node, scale)];
    obstacles.push({ id: node.id(), left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
    region.left = Math.min(region.left, x + Math.min(label.left, -radius));
    region.right = Math.max(region.right, x + Math.max(label.right, radius));
    region.top = Math.min(region.top, y + Math.min(label.top, -radius));
    region.bottom = Math.max(region.bottom, y + radius + lowest * scale.text);
  });
  const labels = cy.nodes().map((node): Label => ({
    id: node.id(),
    priority: priorityOf(node, attention) + rankOf(node.id()) / 1000,
    places: placesOf(node, at(node), scale, region),
    required: node.id() === attention.first || node.hasClass("focus") || node.hasClass("selected"),
  }));
  const placed = placeLabels(labels, obstacles);
  cy.batch(() => cy.nodes().forEach((node) => {
    const side = placed.get(node.id());
    node.toggleClass("labelled", side !== undefined);
    if (side !== undefined && node.data("place") !== side) node.data("place", side);
  }));
  return labels.length - placed.size;
}

/** The camera has made room for each label on its first side; on other sides a label must stay inside that region. */
function placesOf(node: NodeSingular, { x, y }: { x: number; y: number }, scale: Scale, region: Box): Place[] {
  const first = firstSide(node);
  return [first, ...sides.filter((side) => side !== first)].map((side): Place => {
    const { left, right, top, bottom } = labelAround(node, scale, side);
    return { side, left: x + left, right: x + right, top: y + top, bottom: y + bottom };
  }).filter((place) => place.side === first
    || (place.left >= region.left && place.right <= region.right && place.top >= region.top && place.bottom <= region.bottom));
}

/** More than the number of lines of any node. */
const many = 1e6;

/** The node under the pointer, the focus, the selected node, nodes around the pointer, and then by number of lines. */
function priorityOf(node: NodeSingular, { first, near }: Canvas["attention"]): number {
  const id = node.id();
  if (id === first) return 4 * many;
  if (node.hasClass("focus")) return 3 * many;
  if (node.hasClass("selected")) return 2 * many;
  return node.degree(false) + (near.has(id) ? many : 0);
}

/** Padding around a label, in pixels. */
const air = 2;

/** The side that the layout has kept free. */
export function firstSide(node: NodeSingular): Side {
  return !node.hasClass("focus") && node.data("side") === "right" ? "right" : "above";
}

/** The box of a node's label relative to the middle of its mark, in model units. */
export function labelAround(node: NodeSingular, scale: Scale, side: Side = firstSide(node)): Box {
  const focus = node.hasClass("focus");
  const text = node.data("label") as string;
  const font = focus ? focusFont : labelFont;
  const pad = air * scale.text;
  const [width, height] = [blockWidth(text, font) * scale.text + 2 * pad, blockHeight(text, font) * scale.text + 2 * pad];
  const radius = radiusOf(node, scale);
  const gap = (focus ? focusGap : labelGap) * scale.text - pad;
  const [near, corner] = [radius + gap, radius / 2];
  const isCorner = side.includes("-");
  const left = side.endsWith("right") ? (isCorner ? radius : near) : side.endsWith("left") ? -(isCorner ? radius : near) - width : -width / 2;
  const top = side.startsWith("above") ? -(isCorner ? corner : near) - height : side.startsWith("below") ? (isCorner ? corner : near) : -height / 2;
  return { left, top, right: left + width, bottom: top + height };
}

function radiusOf(node: NodeSingular, scale: Scale): number {
  return ((node.hasClass("focus") ? focusSize : nodeSize) / 2) * scale.marks;
}
