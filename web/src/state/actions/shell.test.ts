import { describe, expect, it } from "vitest";
import { Problem } from "../../api/problem";
import { initialState, startView, type AppState, type Base, type Content } from "../state";
import { decodeView } from "../url";
import { loadEnded, loadFailed, notify, openPanel, setDrawer, setRoomy, toggleDrawer, togglePanel, tryAgain } from "./shell";

const blank = initialState(startView, "light", true);
const about = (base: Base): Content => ({ base, milliseconds: 0, nodes: new Map(), edges: new Map(), focus: null, title: "", total: 0, own: new Set(), cypher: "", answer: null, table: null });

describe("a failed request", () => {
  const offline = Problem.offline();

  it("is told once, whichever of card and notice comes first", () => {
    expect(loadFailed(offline)(notify(offline.detail)(blank)).notice).toBeNull();
    expect(notify(offline.detail)(loadFailed(offline)(blank)).notice).toBeNull();
  });

  it("leaves another notice alone", () => {
    expect(notify("Link copied.")(loadFailed(offline)(blank)).notice).toBe("Link copied.");
    expect(loadFailed(offline)(notify("Link copied.")(blank)).notice).toBe("Link copied.");
  });

  it("can be tried again without a step to undo", () => {
    const again = tryAgain()(blank);
    expect(again.view).toEqual(blank.view);
    expect(again.view.base).not.toBe(blank.view.base);
    expect(again.past).toBe(blank.past);
  });
});

describe("the sheets of a narrow page", () => {
  const narrow = initialState(startView, "light", false);

  it("exclude one another", () => {
    const answered = openPanel("right")(narrow);
    const console = toggleDrawer("console")(answered);
    expect(console.panels).toEqual({ left: false, right: false, drawer: "console" });
    expect(togglePanel("left")(console).panels).toEqual({ left: true, right: false, drawer: "closed" });
    expect(setDrawer("closed")(answered).panels.right).toBe(true);
  });

  it("are panels beside the drawing where there is room", () => {
    const wide = setRoomy(true)(openPanel("right")(narrow));
    expect(toggleDrawer("console")(wide).panels).toEqual({ left: true, right: true, drawer: "console" });
    expect(setRoomy(false)(wide).panels).toEqual(narrow.panels);
  });
});

describe("an id that the server knows as another", () => {
  const asked = (query: string): AppState => initialState(decodeView(query), "light", true);

  it("gives way to that one, keeping the rest of the view", () => {
    const before = asked("?of=dpo&up=3&layout=cluster");
    const state = loadEnded(about({ ...before.view.base, of: "direct-preference-optimization" } as Base))(before);
    expect(state.view).toEqual(decodeView("?of=direct-preference-optimization&up=3&layout=cluster"));
    expect(state.past).toEqual([]);
  });

  it("leaves the view as it is where nothing has another id", () => {
    const before = asked("?ask=what builds on DPO?");
    expect(loadEnded(about(before.view.base))(before).view).toBe(before.view);
  });
});
