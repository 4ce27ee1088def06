/** Keeps the address bar and the view the same: a reload, a shared link and the Back button all restore the view. */

import { goTo } from "./actions/history";
import type { AppState, Base, View } from "./state";
import type { Store } from "./store";
import { decodeView, encodeView } from "./url";

export function keepAddressInStep(store: Store<AppState>): void {
  let lastBase: Base = store.state.view.base;
  store.watch((state) => [state.view], (view) => {
    const address = addressOf(view);
    if (address === location.pathname + location.search) return;
    const isNewPlace = view.base !== lastBase;
    lastBase = view.base;
    history[isNewPlace ? "pushState" : "replaceState"](null, "", address);
  });
  addEventListener("popstate", () => {
    const view = decodeView(location.search);
    lastBase = view.base;
    store.dispatch(goTo(view));
  });
}

export function addressOf(view: View): string {
  const query = encodeView(view);
  return location.pathname + (query ? `?${query}` : "");
}
