/** Keeps content up with the view: the one place where state waits for the server. */

import type { Client } from "../api/client";
import { Problem } from "../api/problem";
import { loadEnded, loadFailed, loadStarted, statsKnown } from "./actions/shell";
import { loadContent } from "./content";
import type { AppState } from "./state";
import type { Store } from "./store";

export function keepContentLoaded(store: Store<AppState>, client: Client): void {
  let latest = 0;
  store.watch((state) => [state.view.base, state.view.expansions], (base, expansions) => {
    const turn = ++latest;
    store.dispatch(loadStarted());
    loadContent(client, { base, expansions }).then(
      (content) => { if (turn === latest) store.dispatch(loadEnded(content)); },
      (error: unknown) => { if (turn === latest) store.dispatch(loadFailed(asProblem(error))); },
    );
  });
  client.stats().then((stats) => store.dispatch(statsKnown(stats)), () => undefined);
}

/** What is not the server's word is our own fault and goes to the console as well. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  console.error(error);
  return new Problem(0, "viewer.fault", "The viewer failed to read the answer. Details are in the browser's console.");
}
