/** Input and output of layouts. Layouts are pure: the same input gives the same picture, in the browser and under test. */

export interface LayoutNode {
  readonly id: string;
  readonly year: number | null;
  /** Width of the label in pixels at zoom 1. */
  readonly labelWidth: number;
  /** Whether the label is right of the node rather than above it. */
  readonly labelRight: boolean;
}

export interface LayoutEdge {
  readonly key: string;
  /** The older end of a relation of descent. */
  readonly source: string;
  readonly target: string;
  /** Edges of descent order a drawing; all others only pull. */
  readonly descent: boolean;
}

export interface LayoutInput {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
  readonly focus: string | null;
  /** Available space in pixels; a layout may need more. */
  readonly width: number;
  readonly height: number;
  /** Whether the drawing may be several screens wide, to be panned. */
  readonly pans?: boolean;
}

export interface Point { readonly x: number; readonly y: number }

/** A year's line on the axis, dashed after a gap in time. */
export interface Tick { readonly year: number; readonly x: number; readonly afterGap: boolean }

export interface LayoutResult {
  /** Labels are cut at this many pixels. */
  readonly maxLabel: number;
  readonly positions: ReadonlyMap<string, Point>;
  readonly ticks: readonly Tick[];
  /** For edges that must go round a node, by key: the points they pass, in order from source to target. */
  readonly routes: ReadonlyMap<string, readonly Point[]>;
}

export interface Layout {
  readonly id: "year" | "cluster";
  readonly label: string;
  readonly run: (input: LayoutInput) => LayoutResult;
}

/** Maximum label width in pixels where there is room. */
export const widestLabel = 190;
