import { describe, expect, it } from "vitest";
import { sparkline } from "./parts";

function drawn(papersIn: Readonly<Record<number, number>>): { middles: number[]; labels: string[]; widths: string[] } | null {
  const element = sparkline(Object.entries(papersIn).map(([year, papers]) => ({ year: Number(year), papers }))) as HTMLElement | null;
  if (!element) return null;
  const labels = [...element.querySelectorAll<HTMLElement>(".ends span")];
  return {
    middles: [...element.querySelectorAll("rect")].map((bar) => (Number(bar.getAttribute("x")) + Number(bar.getAttribute("width")) / 2) / 332),
    labels: labels.map(({ textContent }) => textContent),
    widths: labels.map(({ style }) => style.width),
  };
}

describe("papers by year", () => {
  it("stand in the middle of their year's share, as do the labels of the first and the last", () => {
    const { middles = [], labels, widths } = drawn({ 2023: 4, 2024: 9 }) ?? {};
    expect(middles).toEqual([expect.closeTo(0.25), expect.closeTo(0.75)]);
    expect(labels).toEqual(["2023", "2024"]);
    expect(widths).toEqual(["50%", "50%"]);
  });

  it("keep the room of years without papers between them", () => {
    const { middles = [], labels } = drawn({ 2020: 0, 2021: 1, 2022: 0, 2023: 0, 2024: 1, 2025: 2 }) ?? {};
    expect(middles).toEqual([expect.closeTo(0.1), expect.closeTo(0.7), expect.closeTo(0.9)]);
    expect(labels).toEqual(["2021", "2025"]);
  });

  it("are not drawn for a single year", () => {
    expect(drawn({ 2024: 3 })).toBeNull();
  });
});
