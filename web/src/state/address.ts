/**
 * Keeps the address bar and the view in sync: a reload, a shared link and the Back button all restore the view.
 * A step (also one that is undone or redone) that changes what is shown adds an entry to the browser's history; an amendment, such as
 * selecting, replaces the current entry.
 */

import { goTo } from "./actions/history";
import type { AppState, View } from "./state";
import type { Store } from "./store";
import { decodeView, encodeView } from "./url";

export function keepAddressInStep(store: Store<AppState>): void {
  let [shown, steps] = [shownIn(store.state.view), store.state.past];
  let isRestoring = false;
  store.watch((state) => [state.view, state.past], (view, past) => {
    const isStep = past !== steps && shownIn(view) !== shown && !isRestoring;
    [shown, steps] = [shownIn(view), past];
    const address = addressOf(view);
    if (address !== location.pathname + location.search) history[isStep ? "pushState" : "replaceState"](null, "", address);
  });
  addEventListener("popstate", () => {
    if (addressOf(store.state.view) === location.pathname + location.search) return;
    isRestoring = true;
    store.dispatch(goTo(decodeView(location.search)));
    isRestoring = false;
  });
}

function shownIn(view: View): string {
  return encodeView({ ...view, selection: null });
}

export function addressOf(view: View): string {
  const query = encodeView(view);
  return location.pathname + (query ? `?${query}` : "");
}
