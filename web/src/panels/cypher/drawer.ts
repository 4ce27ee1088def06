/** Opens the console in the drawer, and fetches its code only then. */

import { h } from "../../dom/dom";
import type { Viewer } from "../viewer";

export function mountConsoleDrawer(host: HTMLElement, viewer: Viewer): void {
  let loading: Promise<{ focus(): void }> | null = null;
  viewer.store.watch((state) => [state.panels.drawer === "console"], (open) => {
    host.hidden = !open;
    if (!open) return;
    loading ??= import("./console").then(({ mountConsole }) => mountConsole(host, viewer));
    loading.then((console) => console.focus(), () => {
      loading = null;
      host.replaceChildren(h("p", { class: "fault", role: "alert" }, "The console could not be loaded. Is Stemma still running?"));
    });
  });
}
