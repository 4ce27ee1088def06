/** The responses of the HTTP contract under the names that the viewer uses. Their shapes come from the API's own document (`schema.ts`). */

import type * as wire from "./schema";

/** The types of the graph's schema are listed in `graph/marks.ts`; a graph on a server may have others. */
export type NodeType = wire.NodeView["type"];
export type RelationType = wire.EdgeView["type"];

export type Node = wire.NodeView;
export type Evidence = wire.EvidenceView;
export type Edge = wire.EdgeView;
export type Graph = wire.GraphView;
export type YearCount = wire.YearCount;
export type Stats = wire.StatsView;
export type Start = wire.StartView;
export type SearchItem = wire.SearchItem;
export type SearchResult = wire.SearchView;
export type PaperBrief = wire.PaperBrief;
export type RoleInPaper = wire.ConceptPaper;
export type ReportedResult = wire.ReportedResult;
export type ConceptPage = wire.ConceptView;
export type PaperPage = wire.PaperView;
export type Lineage = wire.LineageView;
export type Path = wire.PathView;
export type Paths = wire.PathsView;
export type Extraction = wire.ExtractView;
export type ExtractedConcept = wire.ExtractedConceptView;
export type AnswerRow = wire.AnswerRow;
export type Answer = wire.AnswerView;

/** Left open by the document: a Cypher value, with an entity under the name of its kind. */
export type Cell =
  | null | string | number | boolean
  | readonly Cell[]
  | { readonly node: Node }
  | { readonly edge: Edge }
  | { readonly path: { readonly nodes: readonly Node[]; readonly edges: readonly Edge[] } }
  | { readonly [key: string]: Cell };

export type CypherResult = Omit<wire.CypherView, "rows"> & { readonly rows: readonly (readonly Cell[])[] };
