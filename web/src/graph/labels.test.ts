import { describe, expect, it } from "vitest";
import { seeded } from "../../dev/random";
import { overlap, placeLabels, type Label, type Obstacle, type Place } from "./labels";

const right = (left: number, top: number): Place => ({ side: "right", left, top, right: left + 60, bottom: top + 14 });
const below = (left: number, top: number): Place => ({ ...right(left - 40, top + 16), side: "below" });
const label = (id: string, left: number, top: number, priority: number): Label => ({ id, priority, places: [right(left, top)] });
const mark = (id: string): Obstacle => ({ id, left: 10, top: 2, right: 20, bottom: 12 });

describe("labels", () => {
  it("give way to the more important one", () => {
    expect([...placeLabels([label("a", 0, 0, 1), label("b", 30, 5, 2)], []).keys()]).toEqual(["b"]);
  });

  it("do not cover another node, but may touch their own", () => {
    expect(placeLabels([label("a", 0, 0, 1)], [mark("b")]).size).toBe(0);
    expect(placeLabels([label("a", 0, 0, 1)], [mark("a")]).size).toBe(1);
  });

  it("move to another side where the first is taken", () => {
    const two = { ...label("a", 0, 0, 1), places: [right(0, 0), below(0, 0)] };
    expect(placeLabels([two], [mark("b")]).get("a")).toBe("below");
    expect(placeLabels([two, label("b", 20, 3, 2)], []).get("a")).toBe("below");
  });

  it("stand in any crowd where they must, on the side where they cover least, and others keep clear of them", () => {
    const crowd = [mark("b"), { ...mark("c"), top: 20, bottom: 23 }];
    const must = { ...label("a", 0, 0, 9), places: [right(0, 0), below(0, 0)], required: true };
    expect([...placeLabels([must, label("d", 10, 20, 8)], crowd)]).toEqual([["a", "below"]]);
  });

  it("never overlap, and none is hidden without a reason", () => {
    for (let seed = 1; seed <= 30; seed++) {
      const { below: random } = seeded(seed);
      const all = Array.from({ length: 150 }, (_, i): Label => {
        const [x, y] = [random(900), random(600)];
        return { id: `l${i}`, priority: random(100), places: [right(x, y), below(x, y)] };
      });
      const placed = placeLabels(all, []);
      const boxes = all.flatMap((one) => one.places.filter(({ side }) => side === placed.get(one.id)).map((box) => ({ ...box, priority: one.priority })));
      const clashes = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlap(a, b)));
      const isBlocked = (place: Place, priority: number): boolean => boxes.some((box) => overlap(box, place) && box.priority >= priority);
      const hiddenInVain = all.filter((one) => !placed.has(one.id) && !one.places.every((place) => isBlocked(place, one.priority)));
      expect([clashes, hiddenInVain], `seed ${seed}`).toEqual([[], []]);
    }
  });
});
