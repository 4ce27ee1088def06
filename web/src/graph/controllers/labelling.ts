/** Which labels are seen: decided anew whenever the layout, the zoom or what is looked at has changed. */

import type { NodeSingular } from "cytoscape";
import type { Canvas, Scale } from "../canvas";
import { fittingLabels, overlap, type Box, type LabelBox, type MarkBox } from "../labels";
import { blockHeight, blockWidth, focusFont, labelFont } from "../measure";
import { focusSize, nodeSize } from "../style";

/** Shows the labels that fit, the important ones first; `rankOf` tells which of two equals is. */
export function chooseLabels({ cy, scale, layout, attention }: Canvas, rankOf: (id: string) => number): void {
  const labels: LabelBox[] = [];
  const marks: MarkBox[] = [];
  cy.nodes().forEach((node) => {
    const at = layout.positions.get(node.id()) ?? node.position();
    const [radius, around] = [radiusOf(node, scale), labelAround(node, scale)];
    marks.push({ id: node.id(), left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius });
    const priority = priorityOf(node, attention) + rankOf(node.id()) / 1000;
    labels.push({ id: node.id(), priority, left: at.x + around.left, right: at.x + around.right, top: at.y + around.top, bottom: at.y + around.bottom });
  });
  const focus = cy.nodes(".focus");
  const beside = labels.findIndex(({ id }) => id === focus.first().id());
  const box = labels[beside];
  if (box) {
    const { side, moved } = freeSide(box, marks);
    labels[beside] = { ...moved, required: attention.first === null && cy.nodes(".selected").empty() };
    cy.batch(() => focus.toggleClass("labelled-left", side === "left").toggleClass("labelled-below", side === "below"));
  }
  const fitting = fittingLabels(labels, marks);
  cy.batch(() => cy.nodes().forEach((node) => void node.toggleClass("labelled", fitting.has(node.id()))));
}

/** The focus keeps its label: where another node stands above it, the label moves below it or to its left; in a crowd it stands all the same. */
function freeSide(above: LabelBox, marks: readonly MarkBox[]): { side: "above" | "left" | "below"; moved: LabelBox } {
  const mark = marks.find(({ id }) => id === above.id);
  const isFree = (box: LabelBox): boolean => !marks.some((other) => other.id !== box.id && overlap(box, other));
  if (!mark || isFree(above)) return { side: "above", moved: above };
  const [gap, middle] = [mark.top - above.bottom, (mark.top + mark.bottom) / 2];
  const [width, height] = [above.right - above.left, above.bottom - above.top];
  const below = { ...above, top: mark.bottom + gap, bottom: mark.bottom + gap + height };
  if (isFree(below)) return { side: "below", moved: below };
  const left = { ...above, left: mark.left - gap - width, right: mark.left - gap, top: middle - height / 2, bottom: middle + height / 2 };
  return isFree(left) ? { side: "left", moved: left } : { side: "above", moved: above };
}

/** A node has no more lines than this. */
const many = 1e6;

/** The node under the pointer, the selected one, the focus, what is around the pointer, and then by the number of lines. */
function priorityOf(node: NodeSingular, { first, near }: Canvas["attention"]): number {
  const id = node.id();
  if (id === first) return 4 * many;
  if (node.hasClass("selected")) return 3 * many;
  if (node.hasClass("focus")) return 2 * many;
  return node.degree(false) + (near.has(id) ? many : 0);
}

/** Breathing room around a label, in pixels. */
const air = 2;

/** Where a node's label stands around the middle of its mark, in model units. */
export function labelAround(node: NodeSingular, scale: Scale): Box {
  const focus = node.hasClass("focus");
  const text = node.data("label") as string;
  const font = focus ? focusFont : labelFont;
  const [width, height] = [blockWidth(text, font) * scale.text, blockHeight(text, font) * scale.text];
  const radius = radiusOf(node, scale);
  if (!focus && node.data("side") === "right") {
    const left = radius + (6 - air) * scale.text;
    const half = height / 2 + air * scale.text;
    return { left, right: left + width + 2 * air * scale.text, top: -half, bottom: half };
  }
  const bottom = -radius - (focus ? 9 : 5) * scale.text + air;
  return { left: -width / 2 - air, right: width / 2 + air, top: bottom - height - air, bottom };
}

function radiusOf(node: NodeSingular, scale: Scale): number {
  return ((node.hasClass("focus") ? focusSize : nodeSize) / 2) * scale.marks;
}
