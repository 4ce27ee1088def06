import { afterEach, describe, expect, it, vi } from "vitest";
import { edges } from "../../dev/graph";
import type { Edge } from "../api/types";
import { keepTheme, rememberedTheme } from "../styles/theme";
import themeScript from "../../public/theme.js?raw";
import { judge } from "./actions/judge";
import { initialState, startView } from "./state";
import { browserStorage } from "./storage";
import { Store } from "./store";
import { keepVerdicts, rememberedVerdicts } from "./verdicts";

const [first] = edges as [Edge];
const blank = initialState(startView, "dark", true);
const blocked = (): never => { throw new DOMException("blocked", "SecurityError"); };
const full = (): never => { throw new DOMException("full", "QuotaExceededError"); };

const original = Object.getOwnPropertyDescriptor(globalThis, "localStorage") as PropertyDescriptor;

const replaceStorage = (descriptor: PropertyDescriptor): void =>
  void Object.defineProperty(globalThis, "localStorage", { ...descriptor, configurable: true });

afterEach(() => void Object.defineProperty(globalThis, "localStorage", original));

describe("a browser that stores nothing", () => {
  it("starts with the system's theme and no verdicts", () => {
    replaceStorage({ get: blocked });
    expect(rememberedTheme()).toBe("system");
    expect(rememberedVerdicts().size).toBe(0);
    expect(() => new Function(themeScript)()).not.toThrow();
    expect(document.documentElement.dataset["theme"]).toMatch(/^(light|dark)$/);
  });

  it.each([["blocked", { get: blocked }], ["full", { value: { getItem: () => null, setItem: full } }]])(
    "keeps the verdict of this visit and calls every watcher when it is %s", (_, descriptor) => {
      replaceStorage(descriptor);
      const store = new Store(blank);
      keepTheme(store);
      keepVerdicts(store);
      const watcher = vi.fn();
      store.watch((state) => [state.verdicts], watcher);
      store.dispatch(judge(first, "right", new Date(0)));
      expect(store.state.verdicts.size).toBe(1);
      expect(watcher).toHaveBeenCalledTimes(2);
    });
});

describe("a browser that stores", () => {
  it("gives back what it got", () => {
    browserStorage.setItem("stemma.theme", "light");
    expect(browserStorage.getItem("stemma.theme")).toBe("light");
    new Function(themeScript)();
    expect(document.documentElement.dataset["theme"]).toBe("light");
    localStorage.clear();
    expect(browserStorage.getItem("stemma.theme")).toBeNull();
  });
});
