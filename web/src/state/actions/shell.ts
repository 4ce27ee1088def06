/** Actions on what surrounds the view: panels, theme, notices, what has been loaded. */

import { Problem } from "../../api/problem";
import type { Stats } from "../../api/types";
import type { AppState, Content, Drawer, Theme } from "../state";
import { amend } from "./history";

type Action = (state: AppState) => AppState;

type Panels = AppState["panels"];
const shut: Panels = { left: false, right: false, drawer: "closed" };

/** On a narrow page, opening a sheet closes the others, which it would cover. */
const withPanel = (state: AppState, change: Partial<Panels>, isOpening: boolean): AppState =>
  ({ ...state, panels: { ...(isOpening && !state.roomy ? shut : state.panels), ...change } });

export const togglePanel = (side: "left" | "right"): Action => (state) => openPanel(side, !state.panels[side])(state);

export const openPanel = (side: "left" | "right", open = true): Action => (state) =>
  state.panels[side] === open ? state : withPanel(state, { [side]: open }, open);

export const setDrawer = (drawer: Drawer): Action => (state) => withPanel(state, { drawer }, drawer !== "closed");

/** The window has become wide or narrow: both side panels open beside the drawing, or all sheets close. */
export const setRoomy = (roomy: boolean): Action => (state) =>
  state.roomy === roomy ? state : { ...state, roomy, panels: roomy ? { ...state.panels, left: true, right: true } : shut };

export const toggleDrawer = (drawer: Drawer): Action => (state) =>
  setDrawer(state.panels.drawer === drawer ? "closed" : drawer)(state);

export const setTheme = (theme: Theme): Action => (state) => ({ ...state, theme });

/** A notice that repeats the current problem is suppressed. */
export const notify = (notice: string | null): Action => (state) =>
  ({ ...state, notice: notice === state.problem?.detail ? null : notice });

export const pickPathFrom = (pathFrom: string | null): Action => (state) => ({ ...state, pathFrom });

export const loadStarted = (): Action => (state) => ({ ...state, loading: true, problem: null });

/** The view adopts the id by which the server knows its subject. */
export const loadEnded = (content: Content): Action => (state) => ({ ...(content.base === state.view.base ? state : amend(state, { base: content.base })), loading: false, problem: null, content });

export const loadFailed = (problem: Problem): Action => (state) =>
  ({ ...state, loading: false, problem, notice: state.notice === problem.detail ? null : state.notice });

/** The user does not want to wait any longer; the loader sees this state and aborts. */
export const stopLoading = (): Action => (state) => (state.loading ? { ...state, loading: false, problem: Problem.stopped() } : state);

/** Requests the same content again. */
export const tryAgain = (): Action => (state) => amend(state, { base: { ...state.view.base } });

export const statsKnown = (stats: Stats): Action => (state) => ({ ...state, stats });
