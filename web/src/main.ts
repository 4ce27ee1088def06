/** The viewer, assembled in order: state, drawing, commands, and the page around them. */

import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";

import { Client } from "./api/client";
import { createCommands } from "./commands/commands";
import { listenToKeys } from "./commands/shortcuts";
import { h } from "./dom/dom";
import { Canvas } from "./graph/canvas";
import { showAttention } from "./graph/controllers/appearance";
import { drawAxis } from "./graph/controllers/axis";
import { createCamera } from "./graph/controllers/camera";
import { projectState } from "./graph/controllers/projection";
import { listenToPointer } from "./graph/controllers/pointer";
import { createWalker } from "./graph/controllers/walker";
import { keepReadable } from "./graph/controllers/zoom";
import { createExporter } from "./graph/export/exporter";
import { createReader } from "./panels/extract/view";
import { createHelp, fillHelp } from "./panels/help/view";
import { createAreas, fillAreas } from "./panels/shell";
import { setRoomy } from "./state/actions/shell";
import { keepAddressInStep } from "./state/address";
import { keepContentLoaded } from "./state/loader";
import { initialState } from "./state/state";
import { Store } from "./state/store";
import { decodeView } from "./state/url";
import { keepVerdicts, rememberedVerdicts } from "./state/verdicts";
import { keepTheme, rememberedTheme } from "./styles/theme";

const wide = matchMedia("(min-width: 901px)");
const store = new Store(initialState(decodeView(location.search), rememberedTheme(), wide.matches, rememberedVerdicts()));
const client = new Client();
const app = { store, client };

const areas = createAreas();
const help = createHelp();
const readerDialog = h("dialog", { class: "reader", "aria-labelledby": "reader-title" });
const skip = h("a", { class: "skip", href: "#table", onclick: () => commandMap.get("table")?.run() }, "Read the graph as a table");
document.body.append(skip, h("div", { class: "shell" }, areas.top, areas.left, areas.canvas, areas.right, areas.drawer, areas.bar), help, readerDialog);

const canvas = new Canvas(areas.graph);
const camera = createCamera(app, canvas);
const walker = createWalker(app, canvas, camera);
const exporter = createExporter(store, canvas);
const reader = createReader(readerDialog, app);

const commands = createCommands({
  ...app, canvas, camera, walker, exporter,
  focusSearch: () => document.getElementById("search")?.focus(),
  openHelp: () => help.showModal(),
  openReader: () => reader.open(),
});
const commandMap = new Map(commands.map((command) => [command.id, command]));

wide.addEventListener("change", () => store.dispatch(setRoomy(wide.matches)));
keepTheme(store);
keepVerdicts(store);
keepReadable(app, canvas);
drawAxis(canvas, areas.axis);
showAttention(app, canvas);
listenToPointer(app, canvas);
fillAreas(areas, { ...app, canvas, camera, commands: commandMap, readAbstract: (text) => reader.open(text) });
fillHelp(help, commands, app);
projectState(app, canvas);
listenToKeys(store, commands);
keepAddressInStep(store);
keepContentLoaded(store, client);
