import { expect, it } from "vitest";
import { labelText, linesOf } from "./wrapping";

const lines = (text: string, width = 20): string[] => linesOf(text, width, ({ length }) => length);

it.each([
  ["DPO", ["DPO"]],
  ["Quoll Preferences for Larger Models", ["Quoll Preferences", "for Larger Models"]],
  ["Large Language Models are Quolls that Hunt at Night", ["Large Language", "Models are Quolls…"]],
  ["Unhyphenatedpreferencemodels everywhere", ["Unhyphenatedprefere…"]],
  ["Models with Unhyphenatedpreferencemodels", ["Models with", "Unhyphenatedprefere…"]],
])("%s has the lines %j", (text, expected) => {
  expect(lines(text)).toEqual(expected);
});

it("takes the name where the service has cut it, of a title the part before the colon", () => {
  expect(labelText({ label: "DPO", name: "Direct Preference Optimization" })).toBe("DPO");
  expect(labelText({ label: "Larger Quolls with Smaller…", name: "Larger Quolls with Smaller Ears: a Study" })).toBe("Larger Quolls with Smaller Ears");
  expect(labelText({ label: "Quoll: how a small animal with…", name: "Quoll: how a small animal with spots hunts at night" })).toBe("Quoll: how a small animal with spots hunts at night");
  expect(labelText({ label: "Quolls hunt in the…", name: "Quolls hunt in the night and sleep through the whole of the day: a Study" })).toMatch(/^Quolls .* Study$/);
});
