import type { Command } from "../commands/command";
import type { App, Canvas } from "../graph/canvas";
import type { Camera } from "../graph/controllers/camera";

/** Context of a panel. A panel reads the state through `store.watch`, and changes it by dispatching actions or running commands. */
export interface Viewer extends App {
  readonly canvas: Canvas;
  readonly camera: Camera;
  readonly commands: ReadonlyMap<string, Command>;
  /** Opens the dialog that extracts a pasted text. */
  readonly readAbstract: (text: string) => void;
}
