import { describe, expect, it } from "vitest";
import page from "../../docs/viewer.md?raw";
import { createCommands, type Parts } from "./commands/commands";
import { defaultDepth, encodeView } from "./state/url";
import { startView, type View } from "./state/state";

describe("the page about the viewer", () => {
  it.each(createCommands({ camera: {}, exporter: {} } as unknown as Parts).map(({ label }) => label))("has the command %s", (label) => {
    expect(page).toContain(`| ${label} |`);
  });

  it("has every parameter of a link", () => {
    const full: View = {
      ...startView, expansions: [{ of: "a", limit: 1 }], removed: ["a"], hiddenTypes: ["Paper"], hiddenLines: ["uses"], years: [2019, 2024], layout: "cluster",
    };
    const views: View[] = [
      { ...full, base: { kind: "lineage", of: "a", ancestors: defaultDepth.ancestors + 1, descendants: 0, kinds: "papers" }, selection: { kind: "node", key: "a" } },
      { ...full, base: { kind: "around", of: "a" }, selection: { kind: "edge", key: "a|USES|b" } },
      { ...full, base: { kind: "path", from: "a", to: "b" } },
      { ...full, base: { kind: "ask", question: "a?" } },
      { ...full, base: { kind: "cypher", statement: "RETURN 1" } },
    ];
    const used = new Set(views.flatMap((view) => [...new URLSearchParams(encodeView(view)).keys()]));
    expect([...used].filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
  });
});
