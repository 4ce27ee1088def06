import { describe, expect, it } from "vitest";
import { clusterLayout } from "./cluster";
import type { LayoutInput } from "./layout";

const ids = ["a", "b", "c", "d", "e", "f"];
const graph: LayoutInput = {
  nodes: ids.map((id) => ({ id, year: 2024, labelWidth: 50, labelRight: true })),
  edges: [["a", "b"], ["b", "c"], ["d", "e"], ["e", "f"]].map(([source = "", target = ""]) => ({ key: source + target, source, target, descent: true })),
  focus: "a", width: 800, height: 600,
};

describe("the layout by cluster", () => {
  it("is the same every time, in any order of arrival", () => {
    const turned = { ...graph, nodes: [...graph.nodes].reverse() };
    expect(clusterLayout.run(turned).positions).toEqual(clusterLayout.run(graph).positions);
  });

  it("holds the focus in the middle", () => {
    expect(clusterLayout.run(graph).positions.get("a")).toEqual({ x: 0, y: 0 });
  });

  it("puts connected nodes nearer than strangers", () => {
    const { positions } = clusterLayout.run(graph);
    const distance = (a: string, b: string): number =>
      Math.hypot((positions.get(a)?.x ?? 0) - (positions.get(b)?.x ?? 0), (positions.get(a)?.y ?? 0) - (positions.get(b)?.y ?? 0));
    expect(distance("d", "e")).toBeLessThan(distance("b", "e"));
  });
});
