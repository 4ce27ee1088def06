/** Chip beside the selected node: how many of its relations are shown, with buttons for more or fewer. */

import { h, number, render } from "../../dom/dom";
import type { Canvas } from "../../graph/canvas";
import { overlap, type Box } from "../../graph/labels";
import { expand } from "../../state/actions/view";
import { visibleIn } from "../../state/visible";
import { shownDegree } from "../detail/parts";
import { commandOf } from "../toolbar/view";
import type { Viewer } from "../viewer";

/** Labels are not placed again for every frame of a movement. */
const settleMs = 90;

export function nodeChip({ store, canvas, commands }: Viewer): HTMLElement {
  const chip = h("div", { class: "node-chip", hidden: true });
  let stand = 0;
  let timer = 0;
  const place = (): void => {
    const { selection } = store.state.view;
    const found = chip.hidden || selection?.kind !== "node" ? null : freePlace(canvas, selection.key, chip.offsetWidth, chip.offsetHeight, stand);
    chip.classList.toggle("away", found === null);
    stand = found?.index ?? 0;
    if (found) chip.style.transform = `translate(${Math.round(found.box.left)}px, ${Math.round(found.box.top)}px)`;
    keepClear(canvas, found?.box ?? null, () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => canvas.tell("attended"), settleMs);
    });
  };
  store.watch((state) => [state.view.selection, visibleIn(state)], (selection, shown) => {
    const node = selection?.kind === "node" ? shown.nodes.find(({ id }) => id === selection.key) : undefined;
    chip.hidden = node === undefined;
    if (!node) return place();
    const seen = shownDegree(node.id, store.state);
    const button = (key: string, label: string, act: () => void): HTMLElement => h("button", { type: "button", "data-key": key, onclick: act }, label);
    render(chip, h("span", {}, `${number(seen)} of ${number(Math.max(seen, node.degree))}`),
      seen < node.degree ? button("chip-more", "more", () => store.dispatch(expand(node.id))) : null,
      button("chip-less", "collapse", commandOf(commands, "collapse").run));
    stand = 0;
    place();
  });
  canvas.cy.on("viewport", place);
  canvas.cy.on("position", "node", () => requestAnimationFrame(place));
  canvas.on("laidOut", () => requestAnimationFrame(place));
  return chip;
}

/** Passes the area covered by the chip to the placement of labels; `changed` is called if it differs from the previous one. */
function keepClear(canvas: Canvas, box: Box | null, changed: () => void): void {
  const { x, y } = canvas.cy.pan();
  const zoom = canvas.cy.zoom();
  const [was, now] = [canvas.chip, box && { left: (box.left - x) / zoom, right: (box.right - x) / zoom, top: (box.top - y) / zoom, bottom: (box.bottom - y) / zoom }];
  canvas.chip = now;
  const isSame = was === null || now === null ? was === now : (Object.keys(was) as (keyof Box)[]).every((side) => Math.abs(was[side] - now[side]) < 1);
  if (!isSame) changed();
}

/** A place where the chip covers no other node: the current one if possible, else the first free one around the node, or below it if none is free; null if the node is out of view. */
function freePlace({ cy, room }: Canvas, id: string, width: number, height: number, now: number): { index: number; box: Box } | null {
  const node = cy.getElementById(id);
  if (node.empty()) return null;
  const { x, y } = node.renderedPosition();
  if (x < 0 || y < 0 || x > room.width || y > room.height) return null;
  const gap = node.renderedOuterWidth() / 2 + 8;
  const corners = [[x - width / 2, y + gap], [x - width - gap + 8, y + gap - 4], [x - gap + 8, y + gap], [x - width - gap, y - height / 2], [x - width - gap + 8, y - gap - height + 4]];
  const boxes = corners.map(([left = 0, top = 0]): Box => ({ left, top, right: left + width, bottom: top + height }));
  const marks = cy.nodes().map((other) => ({ other: other.id(), at: other.renderedPosition() })).filter(({ other }) => other !== id)
    .map(({ at }): Box => ({ left: at.x - 8, right: at.x + 8, top: at.y - 8, bottom: at.y + 8 }));
  const isFree = (box: Box): boolean => box.left > 0 && box.bottom < room.height && !marks.some((mark) => overlap(mark, box));
  const order = [now, ...boxes.keys()];
  const index = order.find((i) => boxes[i] && isFree(boxes[i])) ?? 0;
  return boxes[index] ? { index, box: boxes[index] } : null;
}
