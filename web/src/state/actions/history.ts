/** The undo log: each step is a whole view, so that undo, redo and a shared link all restore it in the same way. */

import type { AppState, View } from "../state";

type Action = (state: AppState) => AppState;

/** Maximum number of steps; older ones are dropped. */
const maxSteps = 200;

/** Makes a new view the current one and the previous one a step to undo. */
export function commit(state: AppState, change: Partial<View>): AppState {
  return {
    ...state,
    view: { ...state.view, ...change },
    past: [...state.past, state.view].slice(-maxSteps),
    future: [],
    pathFrom: null,
  };
}

/** Changes the view in place, without an undo step, for changes such as selecting. */
export function amend(state: AppState, change: Partial<View>): AppState {
  return { ...state, view: { ...state.view, ...change } };
}

export const undo = (): Action => (state) => {
  const view = state.past.at(-1);
  return view ? { ...state, view, past: state.past.slice(0, -1), future: [state.view, ...state.future] } : state;
};

export const redo = (): Action => (state) => {
  const [view, ...future] = state.future;
  return view ? { ...state, view, past: [...state.past, state.view], future } : state;
};

/** Goes to a view from the browser's history or a link. Equal parts stay the same objects, so that nothing is loaded again for them. */
export const goTo = (view: View): Action => (state) => commit(state, {
  ...view,
  base: kept(state.view.base, view.base),
  expansions: kept(state.view.expansions, view.expansions),
});

function kept<T>(now: T, next: T): T {
  return JSON.stringify(now) === JSON.stringify(next) ? now : next;
}
