/** The state of the viewer. All of it is immutable: an action returns a new state that shares what did not change. */

import type { LineageKind } from "../api/client";
import type { Problem } from "../api/problem";
import type { Answer, CypherResult, Edge, Node, NodeType, Stats } from "../api/types";
import type { LineId } from "../graph/marks";
import type { Verdicts } from "./verdicts";

/** The source of the graph in view. */
export type Base =
  | { readonly kind: "start" }
  | { readonly kind: "lineage"; readonly of: string; readonly ancestors: number; readonly descendants: number; readonly kinds: LineageKind; readonly limit?: number }
  | { readonly kind: "around"; readonly of: string }
  | { readonly kind: "path"; readonly from: string; readonly to: string }
  | { readonly kind: "ask"; readonly question: string; readonly limit?: number }
  | { readonly kind: "cypher"; readonly statement: string };

export interface Expansion { readonly of: string; readonly limit: number }

export type LayoutId = "year" | "cluster";

/** An edge is identified by its ends and type, which are stable across runs of the server, unlike the server's edge id. */
export type Selection = { readonly kind: "node" | "edge"; readonly key: string };

export type YearRange = readonly [from: number, to: number];

/** The specification of what is shown: everything that a shared link restores, and the unit of undo. */
export interface View {
  readonly base: Base;
  readonly expansions: readonly Expansion[];
  readonly removed: readonly string[];
  readonly hiddenTypes: readonly NodeType[];
  readonly hiddenLines: readonly LineId[];
  readonly years: YearRange | null;
  readonly layout: LayoutId;
  readonly selection: Selection | null;
}

/** The server's responses for a view's base and expansions, merged. */
export interface Content {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly edges: ReadonlyMap<string, Edge>;
  readonly focus: string | null;
  readonly title: string;
  /** `total` counts the nodes that match the request; `own` are those of them that were returned, the others were added by expanding. */
  readonly total: number;
  readonly own: ReadonlySet<string>;
  readonly cypher: string;
  readonly answer: Answer | null;
  readonly table: CypherResult | null;
  /** The request with the server's ids; a link may name a node by an alias. */
  readonly base: Base;
  /** Loading time, measured in the viewer. */
  readonly milliseconds: number;
}

/** `plan` is the console showing the plan of its statement. */
export type Drawer = "closed" | "console" | "plan" | "table";
export type Theme = "system" | "light" | "dark";

export interface AppState {
  readonly view: View;
  readonly past: readonly View[];
  readonly future: readonly View[];
  readonly content: Content | null;
  readonly loading: boolean;
  readonly problem: Problem | null;
  readonly stats: Stats | null;
  readonly theme: Theme;
  /** Whether the page is wide enough for all panels beside one another; on a narrow one each is a sheet, one at a time. */
  readonly roomy: boolean;
  readonly panels: { readonly left: boolean; readonly right: boolean; readonly drawer: Drawer };
  /** The first end of a path whose other end is being picked. */
  readonly pathFrom: string | null;
  readonly verdicts: Verdicts;
  /** The last message worth announcing; read by the live region. */
  readonly notice: string | null;
}

export const startView: View = {
  base: { kind: "start" },
  expansions: [],
  removed: [],
  hiddenTypes: [],
  hiddenLines: [],
  years: null,
  layout: "year",
  selection: null,
};

export function initialState(view: View, theme: Theme, roomy: boolean, verdicts: Verdicts = new Map()): AppState {
  return {
    view,
    past: [],
    future: [],
    content: null,
    loading: true,
    problem: null,
    stats: null,
    theme,
    roomy,
    panels: { left: roomy, right: roomy, drawer: "closed" },
    pathFrom: null,
    verdicts,
    notice: null,
  };
}

export function edgeKey(edge: Pick<Edge, "from" | "type" | "to">): string {
  return `${edge.from}|${edge.type}|${edge.to}`;
}
