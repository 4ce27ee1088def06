import { describe, expect, it } from "vitest";
import { seeded } from "../../../dev/random";
import type { LayoutEdge, LayoutInput, LayoutNode } from "./layout";
import { yearLayout } from "./year";

const node = (id: string, year: number | null, labelRight = true): LayoutNode => ({ id, year, labelWidth: 60, labelRight });
const descent = (source: string, target: string): LayoutEdge => ({ key: `${source}>${target}`, source, target, descent: true });
const input = (nodes: LayoutNode[], edges: LayoutEdge[] = [], focus: string | null = null): LayoutInput => ({ nodes, edges, focus, width: 800, height: 600 });

function anyGraph(seed: number, size: number): LayoutInput {
  const { below } = seeded(seed);
  const nodes = Array.from({ length: size }, (_, i) => node(`n${i}`, 2005 + below(20), below(2) === 0));
  const edges = Array.from({ length: size * 2 }, (_, i) => ({ ...descent(`n${below(size)}`, `n${below(size)}`), key: `e${i}`, descent: below(2) === 0 }));
  return input(nodes, edges, "n0");
}

describe("the layout by year", () => {
  it("puts older nodes left of younger ones", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const graph = anyGraph(seed, 60);
      const { positions } = yearLayout.run(graph);
      const sorted = [...graph.nodes].sort((a, b) => (positions.get(a.id)?.x ?? 0) - (positions.get(b.id)?.x ?? 0));
      const years = sorted.map(({ year }) => year);
      expect(years, `seed ${seed}`).toEqual([...years].sort((a, b) => (a ?? 0) - (b ?? 0)));
    }
  });

  it("puts a descendant of the same year right of its ancestor", () => {
    const { positions } = yearLayout.run(input([node("a", 2024), node("b", 2024), node("c", 2024)], [descent("a", "b"), descent("b", "c")]));
    const [a, b, c] = ["a", "b", "c"].map((id) => positions.get(id)?.x ?? NaN);
    expect(a).toBeLessThan(b as number);
    expect(b).toBeLessThan(c as number);
  });

  it("ends on a cycle within one year", () => {
    expect(yearLayout.run(input([node("a", 2024), node("b", 2024)], [descent("a", "b"), descent("b", "a")])).positions.size).toBe(2);
  });

  it("compresses a gap in time and marks the line after it", () => {
    const near = yearLayout.run(input([node("a", 2015), node("b", 2016)]));
    const far = yearLayout.run(input([node("a", 1995), node("b", 2016)]));
    expect(near.ticks.map(({ afterGap }) => afterGap)).toEqual([false, false, false]);
    expect(far.ticks.map(({ year, afterGap }) => [year, afterGap])).toEqual([[1995, false], [2016, true], [2017, false]]);
    const reach = ({ ticks }: typeof near): number => (ticks.at(-1)?.x ?? 0) - (ticks[0]?.x ?? 0);
    expect(reach(far)).toBeLessThan(reach(near) * 1.3);
  });

  it("keeps nodes apart, whatever the graph", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const points = [...yearLayout.run(anyGraph(seed, 120)).positions.values()];
      const close = points.flatMap((a, i) => points.slice(i + 1).filter((b) => Math.abs(a.x - b.x) < 20 && Math.abs(a.y - b.y) < 17.9));
      expect(close, `seed ${seed}`).toEqual([]);
    }
  });

  it("gives the same picture for the same graph in another order", () => {
    const graph = anyGraph(3, 80);
    const turned = { ...graph, nodes: [...graph.nodes].reverse() };
    expect(yearLayout.run(turned).positions.get("n7")).toEqual(yearLayout.run(graph).positions.get("n7"));
  });

  it("places a node without a year beside its neighbour", () => {
    const { positions } = yearLayout.run(input([node("a", 2001), node("b", 2020), node("c", null)], [{ ...descent("a", "c"), descent: false }]));
    expect(positions.get("c")?.x).toBe(positions.get("a")?.x);
  });

  it("has no axis if no year is known", () => {
    const { positions, ticks } = yearLayout.run(input([node("a", null), node("b", null)]));
    expect(positions.size).toBe(2);
    expect(ticks).toEqual([]);
    expect(yearLayout.run(input([node("a", null), node("b", 2020)])).ticks.map(({ year }) => year)).toEqual([2020, 2021]);
  });

  it("leads a line round a node that stands in its way", () => {
    const { positions, routes } = yearLayout.run(input([node("a", 2019), node("b", 2020), node("c", 2021)], [descent("a", "b"), descent("b", "c"), descent("a", "c")]));
    const [stop] = routes.get("a>c") ?? [];
    expect(stop?.x).toBe(positions.get("b")?.x);
    expect(Math.abs((stop?.y ?? NaN) - (positions.get("b")?.y ?? 0))).toBeGreaterThan(11);
  });

  it("does not let what hangs on nothing drift away", () => {
    const { positions } = yearLayout.run(input(
      [node("a", 2020), node("b", 2021), node("lone", 2021), node("c", 2021), node("d", 2021)],
      [descent("a", "b"), { ...descent("c", "d"), descent: false }], "a"));
    expect([...positions.values()].every(({ y }) => Math.abs(y) < 600)).toBe(true);
  });

  it("draws nothing for nothing", () => {
    expect(yearLayout.run(input([]))).toMatchObject({ positions: new Map(), ticks: [], routes: new Map() });
  });
});
