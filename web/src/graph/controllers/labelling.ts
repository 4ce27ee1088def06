/** Which labels are seen: decided anew whenever the layout, the zoom or what is looked at has changed. */

import type { NodeSingular } from "cytoscape";
import type { Canvas } from "../canvas";
import { fittingLabels, overlap, type LabelBox, type MarkBox } from "../labels";
import { focusFont, labelFont, labelWidth } from "../measure";
import { focusSize, nodeSize, widestFocusLabel } from "../style";

/** Shows the labels that fit, the important ones first; `rankOf` tells which of two equals is. */
export function chooseLabels({ cy, scale, layout, attention }: Canvas, rankOf: (id: string) => number): void {
  const labels: LabelBox[] = [];
  const marks: MarkBox[] = [];
  cy.nodes().forEach((node) => {
    const at = layout.positions.get(node.id()) ?? node.position();
    const radius = ((node.hasClass("focus") ? focusSize : nodeSize) / 2) * scale.marks;
    marks.push({ id: node.id(), left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius });
    const priority = priorityOf(node, attention) + rankOf(node.id()) / 1000;
    labels.push(labelBox(node, at, radius, { scale: scale.text, maxLabel: layout.maxLabel }, priority));
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

/** The focus keeps its label: where another node stands above it, the label moves to its left or below it; in a crowd it stands all the same. */
function freeSide(above: LabelBox, marks: readonly MarkBox[]): { side: "above" | "left" | "below"; moved: LabelBox } {
  const mark = marks.find(({ id }) => id === above.id);
  const isFree = (box: LabelBox): boolean => !marks.some((other) => other.id !== box.id && overlap(box, other));
  if (!mark || isFree(above)) return { side: "above", moved: above };
  const [gap, middle] = [mark.top - above.bottom, (mark.top + mark.bottom) / 2];
  const [width, height] = [above.right - above.left, above.bottom - above.top];
  const left = { ...above, left: mark.left - gap - width, right: mark.left - gap, top: middle - height / 2, bottom: middle + height / 2 };
  if (isFree(left)) return { side: "left", moved: left };
  const below = { ...above, top: mark.bottom + gap, bottom: mark.bottom + gap + height };
  return isFree(below) ? { side: "below", moved: below } : { side: "above", moved: above };
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

function labelBox(node: NodeSingular, at: { x: number; y: number }, radius: number, { scale, maxLabel }: { scale: number; maxLabel: number }, priority: number): LabelBox {
  const focus = node.hasClass("focus");
  const text = node.data("label") as string;
  const font = focus ? focusFont : labelFont;
  const width = Math.min(labelWidth(text, font), focus ? widestFocusLabel : maxLabel) * scale;
  const height = font.size * scale;
  const id = node.id();
  if (!focus && node.data("side") === "right") {
    const left = at.x + radius + (6 - air) * scale;
    return { id, priority, left, right: left + width + 2 * air * scale, top: at.y - height / 2, bottom: at.y + height / 2 };
  }
  const bottom = at.y - radius - (focus ? 9 : 5) * scale + air;
  return { id, priority, left: at.x - width / 2 - air, right: at.x + width / 2 + air, top: bottom - height - air, bottom };
}
