import { describe, expect, it } from "vitest";
import { barsOf, countBefore, rangeOf } from "./bars";

describe("the histogram of years", () => {
  it("has no holes", () => {
    expect(barsOf(new Map([[2020, 3], [2017, 1]]))).toEqual([{ year: 2017, count: 1 }, { year: 2018, count: 0 }, { year: 2019, count: 0 }, { year: 2020, count: 3 }]);
  });

  it("does not let one old paper squeeze the rest", () => {
    const bars = barsOf(new Map([[1952, 1], ...Array.from({ length: 10 }, (_, i) => [2015 + i, 50] as const)]));
    expect(bars.length).toBeLessThanOrEqual(30);
    expect(bars.at(-1)?.year).toBe(2024);
  });

  it("counts what is before its first bar", () => {
    const counts = new Map([[1952, 2], ...Array.from({ length: 10 }, (_, i) => [2015 + i, 50] as const)]);
    expect(countBefore(barsOf(counts), counts)).toBe(2);
    expect(countBefore([], new Map())).toBe(0);
  });

  it("is brushed in either direction, and wholly means not at all", () => {
    const bars = barsOf(new Map([[2020, 1], [2023, 1]]));
    expect(rangeOf(bars, 0.3, 0.6)).toEqual([2021, 2022]);
    expect(rangeOf(bars, 0.6, 0.3)).toEqual([2021, 2022]);
    expect(rangeOf(bars, 0, 1)).toBeNull();
    expect(rangeOf(bars, 0.9, 0.9)).toEqual([2023, 2023]);
  });
});
