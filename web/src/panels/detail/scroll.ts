/** Scroll position of the details: another page begins at its top, and returning from a row to the answer restores the position. */

import type { AppState } from "../../state/state";
import type { Store } from "../../state/store";
import { subjectOf } from "./view";

export function keepScroll(panel: HTMLElement, store: Store<AppState>): void {
  let [subject, view, left] = ["", "", 0];
  store.watch((state) => [subjectOf(state), state.content], (selected, content) => {
    const now = selected ? `${selected.kind} ${selected.key}` : "";
    const of = content ? JSON.stringify({ ...content.base, limit: undefined }) : "";
    if (of !== view) {
      left = panel.scrollTop = 0;
    } else if (now !== subject) {
      if (subject === "") left = panel.scrollTop;
      panel.scrollTop = now === "" ? left : 0;
    }
    [subject, view] = [now, of];
  });
}
