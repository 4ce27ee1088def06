import { describe, expect, it } from "vitest";
import { nextStop } from "./walk";

const here = { x: 0, y: 0 };

describe("walking with the arrow keys", () => {
  it("follows the edge in the direction of the key", () => {
    const stops = [{ id: "left", x: -50, y: 4, connected: true }, { id: "right", x: 50, y: -9, connected: true }];
    expect(nextStop(here, stops, "left")).toBe("left");
    expect(nextStop(here, stops, "right")).toBe("right");
  });

  it("prefers a connected node to a nearer stranger", () => {
    const stops = [{ id: "stranger", x: 20, y: 0, connected: false }, { id: "child", x: 90, y: 10, connected: true }];
    expect(nextStop(here, stops, "right")).toBe("child");
  });

  it("steps to a stranger where no edge leads that way", () => {
    expect(nextStop(here, [{ id: "stranger", x: 3, y: 40, connected: false }], "down")).toBe("stranger");
  });

  it("stays where nothing lies that way", () => {
    expect(nextStop(here, [{ id: "a", x: -10, y: 0, connected: true }], "right")).toBeNull();
  });
});
