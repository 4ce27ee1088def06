/** Beside the selected node: how much of it is seen, and more or less of it. */

import { h, number, render } from "../../dom/dom";
import type { Canvas } from "../../graph/canvas";
import { expand } from "../../state/actions/view";
import { visibleIn } from "../../state/visible";
import { shownDegree } from "../detail/parts";
import { commandOf } from "../toolbar/view";
import type { Viewer } from "../viewer";

export function nodeChip({ store, canvas, commands }: Viewer): HTMLElement {
  const chip = h("div", { class: "node-chip", hidden: true });
  const place = (): void => {
    const { selection } = store.state.view;
    if (chip.hidden || selection?.kind !== "node") return;
    const at = freePlace(canvas, selection.key, chip.offsetWidth, chip.offsetHeight);
    chip.classList.toggle("away", at === null);
    if (at) chip.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`;
  };
  store.watch((state) => [state.view.selection, visibleIn(state)], (selection, shown) => {
    const node = selection?.kind === "node" ? shown.nodes.find(({ id }) => id === selection.key) : undefined;
    chip.hidden = node === undefined;
    if (!node) return;
    const seen = shownDegree(node.id, store.state);
    const button = (key: string, label: string, act: () => void): HTMLElement => h("button", { type: "button", "data-key": key, onclick: act }, label);
    render(chip, h("span", {}, `${number(seen)} of ${number(Math.max(seen, node.degree))}`),
      seen < node.degree ? button("chip-more", "more", () => store.dispatch(expand(node.id))) : null,
      button("chip-less", "collapse", commandOf(commands, "collapse").run));
    place();
  });
  canvas.cy.on("viewport", place);
  canvas.cy.on("position", "node", () => requestAnimationFrame(place));
  canvas.on("laidOut", () => requestAnimationFrame(place));
  return chip;
}

/** The first place around the node where the chip covers no other node; below it where there is none; null where the node is out of view. */
function freePlace({ cy, room }: Canvas, id: string, width: number, height: number): { x: number; y: number } | null {
  const node = cy.getElementById(id);
  if (node.empty()) return null;
  const { x, y } = node.renderedPosition();
  if (x < 0 || y < 0 || x > room.width || y > room.height) return null;
  const gap = node.renderedOuterWidth() / 2 + 8;
  const below = { x: x - width / 2, y: y + gap };
  const places = [below, { x: x - width - gap + 8, y: y + gap - 4 }, { x: x - gap + 8, y: y + gap }, { x: x - width - gap, y: y - height / 2 }, { x: x - width - gap + 8, y: y - gap - height + 4 }];
  const others = cy.nodes().map((other) => ({ other: other.id(), ...other.renderedPosition() })).filter(({ other }) => other !== id);
  const isFree = (at: { x: number; y: number }): boolean => at.x > 0 && at.y + height < room.height
    && others.every((other) => other.x < at.x - 8 || other.x > at.x + width + 8 || other.y < at.y - 8 || other.y > at.y + height + 8);
  return places.find(isFree) ?? below;
}
