/** Exports the view as a file. */

import type { AppState } from "../../state/state";
import type { Store } from "../../state/store";
import { jsonLines } from "../../state/verdicts";
import type { Canvas } from "../canvas";
import { readPalette } from "../palette";
import { drawSvg } from "./svg";

export interface Exporter {
  png(): void;
  svg(): void;
  json(): void;
  cypher(): void;
  verdicts(): void;
}

export function createExporter(store: Store<AppState>, canvas: Canvas): Exporter {
  const name = (extension: string): string => {
    const title = store.state.content?.title ?? "graph";
    return `stemma-${title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60)}.${extension}`;
  };
  const text = (extension: string, type: string, body: string): void => save(name(extension), new Blob([body], { type }));
  return {
    png: () => save(name("png"), canvas.cy.png({ output: "blob", full: true, scale: 2, bg: readPalette().paper })),
    svg: () => text("svg", "image/svg+xml", drawSvg(canvas, readPalette())),
    json: () => text("json", "application/json", JSON.stringify(cytoscapeJson(store.state, canvas), null, 1)),
    cypher: () => text("cypher", "text/plain", `${store.state.content?.cypher ?? ""};\n`),
    verdicts: () => save("stemma-verdicts.jsonl", new Blob([jsonLines(store.state.verdicts)], { type: "application/x-ndjson" })),
  };
}

/** Elements in Cytoscape's JSON format, which its desktop application reads too, with all known data. */
function cytoscapeJson({ content }: AppState, { cy }: Canvas): unknown {
  return {
    elements: {
      nodes: cy.nodes().map((node) => ({ data: { ...content?.nodes.get(node.id()) }, position: node.position() })),
      edges: cy.edges().map((edge) => {
        const known = content?.edges.get(edge.id());
        return { data: { ...known, id: edge.id(), source: known?.from, target: known?.to } };
      }),
    },
  };
}

function save(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
