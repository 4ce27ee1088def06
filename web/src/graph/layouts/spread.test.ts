import { describe, expect, it } from "vitest";
import { spread } from "./spread";

describe("spreading points on a line", () => {
  it("leaves what is far enough apart", () => {
    expect(spread([0, 10, 20], [5, 5])).toEqual([0, 10, 20]);
  });

  it("parts a heap evenly around where it was wanted", () => {
    expect(spread([7, 7, 7], [4, 4])).toEqual([3, 7, 11]);
  });

  it("keeps every distance and the order", () => {
    const placed = spread([3, -8, 40, 39, 39, 2], [6, 6, 6, 6, 6]);
    placed.slice(1).forEach((value, i) => expect(value - (placed[i] ?? 0)).toBeGreaterThanOrEqual(6 - 1e-9));
  });
});
