import { describe, expect, it } from "vitest";
import { keyName } from "./command";
import { createCommands, type Parts } from "./commands";
import { keyOf } from "./shortcuts";

const commands = createCommands({ camera: {}, exporter: {} } as unknown as Parts);

describe("the registry of commands", () => {
  it("gives each command its own id and each key to one command", () => {
    const ids = commands.map(({ id }) => id);
    const keys = commands.flatMap((command) => command.keys);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("names every key in a form that a keyboard gives", () => {
    const press = (key: string, more: Partial<KeyboardEvent> = {}): string => keyOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, ...more });
    expect(press("z", { ctrlKey: true })).toBe("Ctrl+z");
    expect(press("Z", { metaKey: true, shiftKey: true })).toBe("Ctrl+Shift+z");
    expect(press("?", { shiftKey: true })).toBe("?");
    expect(press("+", { shiftKey: true })).toBe("+");
    expect(press("ArrowLeft")).toBe("ArrowLeft");
    for (const key of commands.flatMap((command) => command.keys)) expect(keyName(key), key).toMatch(/\S/);
  });
});
