/** Actions on what surrounds the view: panels, theme, notices, what has been loaded. */

import type { Problem } from "../../api/problem";
import type { Stats } from "../../api/types";
import type { AppState, Content, Drawer, Theme } from "../state";

type Action = (state: AppState) => AppState;

export const togglePanel = (side: "left" | "right"): Action => (state) =>
  ({ ...state, panels: { ...state.panels, [side]: !state.panels[side] } });

export const openPanel = (side: "left" | "right", open = true): Action => (state) =>
  state.panels[side] === open ? state : { ...state, panels: { ...state.panels, [side]: open } };

export const setDrawer = (drawer: Drawer): Action => (state) => ({ ...state, panels: { ...state.panels, drawer } });

export const toggleDrawer = (drawer: Drawer): Action => (state) =>
  setDrawer(state.panels.drawer === drawer ? "closed" : drawer)(state);

export const setTheme = (theme: Theme): Action => (state) => ({ ...state, theme });

export const notify = (notice: string | null): Action => (state) => ({ ...state, notice });

export const pickPathFrom = (pathFrom: string | null): Action => (state) => ({ ...state, pathFrom });

export const loadStarted = (): Action => (state) => ({ ...state, loading: true, problem: null });

export const loadEnded = (content: Content): Action => (state) => ({ ...state, loading: false, problem: null, content });

export const loadFailed = (problem: Problem): Action => (state) => ({ ...state, loading: false, problem });

export const statsKnown = (stats: Stats): Action => (state) => ({ ...state, stats });
