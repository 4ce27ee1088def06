import { expect, it } from "vitest";
import { createCommands, type Parts } from "../../commands/commands";
import { expand } from "../../state/actions/view";
import { initialState, startView } from "../../state/state";
import { Store } from "../../state/store";
import type { Viewer } from "../viewer";
import { mountToolbar } from "./view";

it("has under More whatever a narrow page has no room for, enabled as the registry says", () => {
  const store = new Store(initialState(startView, "light", false));
  const list = createCommands({ store, camera: {}, exporter: {} } as unknown as Parts);
  const commands = new Map(list.map((command) => [command.id, command]));
  const host = document.createElement("div");
  mountToolbar(host, { store, commands } as unknown as Viewer);
  const entries = [...host.querySelectorAll<HTMLButtonElement>("#more-menu button")];
  expect(entries.map((entry) => entry.textContent)).toEqual(
    ["read", "console", "undo", "redo", "share", "png", "svg", "json", "cypher", "verdicts", "theme", "help"].map((id) => commands.get(id)?.label));
  expect(host.querySelector("[popovertarget=more-menu]")?.textContent).toBe("More");
  expect(entries[2]?.disabled).toBe(true);
  store.dispatch(expand("ppo"));
  expect(entries[2]?.disabled).toBe(false);
});
