/** Opens the console in the drawer, and loads its code only then. */

import { h } from "../../dom/dom";
import type { Viewer } from "../viewer";
import type { ConsoleParts } from "./console";

export function mountConsoleDrawer(host: HTMLElement, viewer: Viewer): void {
  let loading: Promise<ConsoleParts> | null = null;
  viewer.store.watch((state) => [state.panels.drawer], (drawer) => {
    const isOpen = drawer === "console" || drawer === "plan";
    host.hidden = !isOpen;
    if (!isOpen) return;
    loading ??= import("./console").then(({ mountConsole }) => mountConsole(host, viewer));
    loading.then((console) => (drawer === "plan" ? console.explain() : console.focus()), () => {
      loading = null;
      host.replaceChildren(h("p", { class: "fault", role: "alert" }, "The console could not be loaded. Is Stemma still running?"));
    });
  });
}
