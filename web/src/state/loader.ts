/** Keeps the content in sync with the view: the only place where the state waits for the server. */

import type { Client } from "../api/client";
import { Problem } from "../api/problem";
import { loadEnded, loadFailed, loadStarted, statsKnown } from "./actions/shell";
import { loadContent } from "./content";
import type { AppState, View } from "./state";
import type { Store } from "./store";

export function keepContentLoaded(store: Store<AppState>, client: Client): void {
  let loading: AbortController | null = null;
  let shown: View["expansions"] | null = null;
  store.watch((state) => [state.view.base, state.view.expansions], (base, expansions) => {
    const { content, problem, loading: isLoading } = store.state;
    // The view has only adopted the server's id of what is already loaded.
    if (content?.base === base && expansions === shown && !problem && !isLoading) return;
    loading?.abort();
    const mine = new AbortController();
    loading = mine;
    store.dispatch(loadStarted());
    const end = (act: (state: AppState) => AppState): void => {
      if (loading !== mine) return;
      loading = null;
      store.dispatch(act);
    };
    loadContent(client, { base, expansions }, mine.signal).then(
      (content) => {
        if (loading === mine) shown = expansions;
        end(loadEnded(content));
      },
      (error: unknown) => end(loadFailed(asProblem(error))),
    );
  });
  store.watch((state) => [state.loading], (isLoading) => {
    if (isLoading) return;
    const stopped = loading;
    loading = null;
    stopped?.abort();
  });
  client.stats().then((stats) => store.dispatch(statsKnown(stats)), () => undefined);
}

/** Any error that is not a problem from the server is a fault of the viewer, and is also logged to the console. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  console.error(error);
  return new Problem(0, "viewer.fault", "The viewer failed to read the answer. Details are in the browser's console.");
}
