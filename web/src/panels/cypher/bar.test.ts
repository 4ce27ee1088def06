import { expect, it } from "vitest";
import type { Content } from "../../state/state";
import { figuresOf } from "./bar";

it.each([
  [false, "3 rows · 7 ms"], [true, "the first 3 rows, more left out · 7 ms"],
])("tells how many rows came, cut off: %s", (truncated, words) => {
  const content = { answer: null, table: { rowCount: 3, milliseconds: 7, truncated }, nodes: new Map(), milliseconds: 9 } as unknown as Content;
  expect(figuresOf({ content })).toBe(words);
});
