import { expect, it } from "vitest";
import { windowOn } from "./framing";

const whole = { from: 0, to: 1000 };

it.each([
  ["in the middle where nothing is near", 500, [], 350],
  ["with most of what is near, and home", 500, [200, 700, 720, 740, 760], 460],
  ["without what is too far for both", 100, [900, 910, 920], 0],
  ["at the rim of the whole", 990, [], 700],
])("a window stands %s", (_, home, near, start) => {
  expect(windowOn(home, near, 300, whole)).toBe(start);
});

it("stands around a whole that is smaller", () => {
  expect(windowOn(10, [], 1200, whole)).toBe(-100);
});
