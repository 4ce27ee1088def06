import { describe, expect, it } from "vitest";
import { controlPoints, courseAt, curveBetween } from "./curves";

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
    const { weights, distances } = curveBetween(a, b);
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
});
