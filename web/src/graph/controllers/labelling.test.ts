import { describe, expect, it } from "vitest";
import { Canvas } from "../canvas";
import { chooseLabels } from "./labelling";

/** Dots `apart` model units from one another, in a square of `rows` by `rows`. */
function drawn(rows: number, apart: number): Canvas {
  const canvas = new Canvas(null);
  const positions = new Map(Array.from({ length: rows * rows }, (_, i) => [`n${i}`, { x: (i % rows) * apart, y: Math.floor(i / rows) * apart }]));
  canvas.cy.add([...positions].map(([id, position]) => ({ group: "nodes", data: { id, label: "A long enough name", side: "right" }, position })));
  canvas.layout = { ...canvas.layout, positions };
  return canvas;
}

describe("choosing labels", () => {
  it("leaves out none where there is room", () => {
    expect(chooseLabels(drawn(4, 300), () => 0)).toBe(0);
  });

  it("counts those that it leaves out", () => {
    const canvas = drawn(4, 14);
    const leftOut = chooseLabels(canvas, () => 0);
    expect(leftOut).toBeGreaterThan(0);
    expect(leftOut).toBe(canvas.cy.nodes().not(".labelled").length);
  });
});
