import { describe, expect, it } from "vitest";
import { seeded } from "../../dev/random";
import { fittingLabels, overlap, type LabelBox, type MarkBox } from "./labels";

const label = (id: string, left: number, top: number, priority: number): LabelBox => ({ id, left, top, right: left + 60, bottom: top + 14, priority });

describe("labels", () => {
  it("give way to the more important one", () => {
    expect(fittingLabels([label("a", 0, 0, 1), label("b", 30, 5, 2)], [])).toEqual(new Set(["b"]));
  });

  it("do not cover another node, but may touch their own", () => {
    const mark = (id: string): MarkBox => ({ id, left: 10, top: 2, right: 20, bottom: 12 });
    expect(fittingLabels([label("a", 0, 0, 1)], [mark("b")]).size).toBe(0);
    expect(fittingLabels([label("a", 0, 0, 1)], [mark("a")]).size).toBe(1);
  });

  it("stand in any crowd where they must, and others keep clear of them", () => {
    const mark: MarkBox = { id: "b", left: 10, top: 2, right: 20, bottom: 12 };
    expect(fittingLabels([{ ...label("a", 0, 0, 9), required: true }, label("c", 30, 5, 8)], [mark])).toEqual(new Set(["a"]));
  });

  it("never overlap, and none is hidden without a reason", () => {
    for (let seed = 1; seed <= 30; seed++) {
      const { below } = seeded(seed);
      const all = Array.from({ length: 150 }, (_, i) => label(`l${i}`, below(900), below(600), below(100)));
      const shown = fittingLabels(all, []);
      const boxes = all.filter(({ id }) => shown.has(id));
      const clashes = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlap(a, b)));
      const hiddenInVain = all.filter((one) => !shown.has(one.id) && !boxes.some((box) => overlap(box, one) && box.priority >= one.priority));
      expect([clashes, hiddenInVain], `seed ${seed}`).toEqual([[], []]);
    }
  });
});
