import type { AppState } from "../state/state";

/** A command of the viewer. Toolbar, shortcuts, search box and help all use the same list. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: "Find" | "Graph" | "View" | "Share" | "Panels";
  /** Keys as `KeyboardEvent.key`, prefixed with `Ctrl+` (also ⌘) and `Shift+`; each of them runs the command. */
  readonly keys: readonly string[];
  readonly enabled?: (state: AppState) => boolean;
  readonly run: () => void;
}

/** A key as it is printed on a keyboard. */
export function keyName(key: string): string {
  const names: Readonly<Record<string, string>> = {
    ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", Escape: "Esc", Delete: "Del",
  };
  return key.split(/(?<=.)\+/).map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(" ");
}
