import { expect, it } from "vitest";
import { fineness } from "./style";

it("draws lines thinner and fainter as their number grows, and never invisible", () => {
  expect(fineness(40)).toEqual({ width: 1, opacity: 1 });
  const [many, more] = [fineness(240), fineness(3000)];
  expect(many.width).toBeLessThan(0.7);
  expect(many.opacity).toBeLessThan(0.6);
  expect(more.width).toBeGreaterThanOrEqual(0.5);
  expect(more.opacity).toBeGreaterThanOrEqual(0.3);
});
