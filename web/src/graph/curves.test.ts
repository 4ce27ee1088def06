import { describe, expect, it } from "vitest";
import { controlPoints, courseAt, curveBetween, type Curve } from "./curves";

const [a, b] = [{ x: 0, y: 0 }, { x: 100, y: 60 }];

describe("the course of an edge", () => {
  it("leaves and arrives level", () => {
    const [first, second] = controlPoints(a, b);
    expect(first?.y).toBe(a.y);
    expect(second?.y).toBe(b.y);
    expect(courseAt(a, b, 0)).toBe(0);
    expect(courseAt(a, b, 50)).toBe(30);
    expect(courseAt(a, b, 100)).toBe(60);
  });

  it("passes its way points", () => {
    const stop = { x: 40, y: -20 };
    const [, before, after] = controlPoints(a, b, [stop]);
    expect([before?.y, after?.y]).toEqual([stop.y, stop.y]);
  });

  it("says the same relative to the line between the nodes", () => {
    const { weights = [], distances = [] } = curveBetween(a, b, { source: 16, target: 16 }) ?? {};
    const length = Math.hypot(100, 60);
    controlPoints(a, b).forEach((point, i) => {
      const [weight = 0, distance = 0] = [weights[i], distances[i]];
      expect(100 * weight - (60 / length) * distance).toBeCloseTo(point.x);
      expect(60 * weight + (100 / length) * distance).toBeCloseTo(point.y);
    });
  });

  it("bows out where both nodes stand in one column", () => {
    expect(controlPoints(a, { x: 5, y: 90 }).every(({ x }) => x < 0)).toBe(true);
  });

  it.each([
    ["on a short stretch", { x: 50, y: 60 }, [], 0],
    ["backwards", { x: -50, y: 60 }, [], 0],
    ["over a near way point", { x: 120, y: 40 }, [{ x: 30, y: -20 }], 0],
    ["moved aside", { x: 50, y: 300 }, [], 18],
    ["in one column", { x: 0, y: 90 }, [], 0],
    ["in one column, upwards and moved aside", { x: 0, y: -90 }, [], 18],
  ])("keeps clear of both nodes %s", (_, end, stops, shift) => {
    const points = pointsOf(end, curveBetween(a, end, { source: 28, target: 16 }, stops, shift));
    expect(points.length).toBeGreaterThanOrEqual(2);
    expect(Math.abs(points[0]!.x - a.x)).toBeGreaterThanOrEqual(28 - 1e-9);
    expect(Math.abs(points.at(-1)!.x - end.x)).toBeGreaterThanOrEqual(16 - 1e-9);
  });

  it.each([["beside", { x: 40, y: 200 }], ["above", { x: 0, y: 30 }], ["on", a]])("is straight where a node stands close %s another", (_, end) => {
    expect(curveBetween(a, end, { source: 28, target: 16 })).toBeNull();
  });

  it("meets each node on the side that faces the other", () => {
    expect(curveBetween(a, b, { source: 9, target: 9 })).toMatchObject({ leaving: "90deg", arriving: "270deg" });
    expect(curveBetween(b, a, { source: 9, target: 9 })).toMatchObject({ leaving: "270deg", arriving: "90deg" });
    expect(curveBetween(a, { x: 0, y: 90 }, { source: 9, target: 9 })).toMatchObject({ leaving: "270deg", arriving: "270deg" });
  });
});

/** Control points on the plane, for a line that begins at the origin. */
function pointsOf(end: { x: number; y: number }, curve: Curve | null): { x: number; y: number }[] {
  const length = Math.hypot(end.x, end.y);
  return (curve?.weights ?? []).map((weight, i) => {
    const distance = (curve?.distances[i] ?? 0) / length;
    return { x: end.x * weight - end.y * distance, y: end.y * weight + end.x * distance };
  });
}
