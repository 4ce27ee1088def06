import { expect, it } from "vitest";
import { figureOf } from "./figure";

it.each([
  [98.1, "%", null, "98.1%"], [31.2, null, null, "31.2"], [5.4, "x", null, "5.4 x"],
  [5.9, "%", 5.9, "+5.9%"], [28, "%", -28, "−28%"], [84.2, "%", 5.9, "84.2%"], [null, "%", null, ""],
])("prints %s %s with a change of %s as %s", (value, unit, delta, printed) => {
  expect(figureOf(value, unit, delta)).toBe(printed);
});
