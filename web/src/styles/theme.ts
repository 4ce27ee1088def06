/** Light or dark: the system's setting unless the user has chosen one, which is stored in this browser. */

import { browserStorage } from "../state/storage";
import type { AppState, Theme } from "../state/state";
import type { Store } from "../state/store";

const key = "stemma.theme";
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

export function rememberedTheme(): Theme {
  const theme = browserStorage.getItem(key);
  return theme === "light" || theme === "dark" ? theme : "system";
}

export function isDark(theme: Theme): boolean {
  return theme === "dark" || (theme === "system" && prefersDark.matches);
}

export function keepTheme(store: Store<AppState>): void {
  const apply = (theme: Theme): void => {
    document.documentElement.dataset["theme"] = isDark(theme) ? "dark" : "light";
  };
  store.watch((state) => [state.theme], (theme) => {
    if (theme !== "system") browserStorage.setItem(key, theme);
    apply(theme);
  });
  prefersDark.addEventListener("change", () => apply(store.state.theme));
}
