/** The shapes of the HTTP contract, named as the API names them. */

export type NodeType = "Paper" | "Method" | "Dataset" | "Benchmark" | "Task" | "Metric" | "Author" | "Venue";

export type RelationType =
  | "INTRODUCES" | "BUILDS_ON" | "COMPARES_WITH" | "EVALUATES_ON" | "USES" | "ADDRESSES" | "MEASURES" | "MENTIONS"
  | "REPORTS" | "CITES" | "VARIANT_OF" | "PART_OF" | "WROTE" | "PUBLISHED_IN";

export interface Node {
  /** Client key: unique within a graph (concept slugs are type-free, paper ids carry a scheme). */
  readonly id: string;
  readonly type: NodeType;
  readonly types: readonly NodeType[];
  /** Short display text: a usual acronym, a name, or a paper's short title. */
  readonly label: string;
  readonly name: string;
  /** Year of publication, or of first use for a concept. */
  readonly year: number | null;
  readonly paperCount: number | null;
  readonly rank: number | null;
  /** All relationships of the node in the stored graph. */
  readonly degree: number;
}

export interface Evidence {
  readonly paper: string;
  readonly field: string;
  readonly sentence: string;
  /** UTF-16 offsets of the mention within `sentence`; null where its place in the sentence is not known. */
  readonly start: number | null;
  readonly end: number | null;
  /** UTF-16 offset of the mention within the field. */
  readonly offset: number | null;
  /** Rule or model that found it. */
  readonly by: string | null;
}

export interface Edge {
  readonly id: string;
  /** The descendant, for relations of descent: edges point back in time. */
  readonly from: string;
  readonly to: string;
  readonly type: RelationType;
  readonly confidence: number | null;
  readonly derived: boolean;
  readonly via: string | null;
  /** Null only for relations that come from metadata. */
  readonly evidence: Evidence | null;
  readonly papers: number | null;
}

export interface Graph {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly shown: number;
  /** How many nodes there would be without the limit. */
  readonly total: number;
}

export interface YearCount { readonly year: number; readonly papers: number }

export interface Stats {
  readonly papers: number;
  readonly nodes: number;
  readonly relationships: number;
  readonly byLabel: Readonly<Record<string, number>>;
  readonly byType: Readonly<Record<string, number>>;
  readonly years: readonly YearCount[];
  readonly source: string;
}

/** `focus` is null where the graph is empty. */
export interface Start { readonly focus: string | null; readonly graph: Graph }

export interface SearchItem { readonly node: Node; readonly match: string | null }
export interface SearchResult { readonly query: string; readonly items: readonly SearchItem[]; readonly total: number }

export interface PaperBrief { readonly id: string; readonly title: string; readonly year: number | null }

export interface RoleInPaper {
  readonly paper: PaperBrief;
  readonly role: string;
  readonly evidence: Evidence | null;
  readonly confidence: number | null;
}

export interface ReportedResult {
  readonly paper: PaperBrief;
  readonly value: number | null;
  readonly unit: string | null;
  readonly metric: string | null;
  readonly of: string | null;
}

export interface ConceptPage {
  readonly node: Node;
  readonly aliases: readonly string[];
  readonly introducedBy: readonly PaperBrief[];
  readonly roles: Readonly<Record<string, number>>;
  readonly papersByYear: readonly YearCount[];
  readonly variants: readonly Node[];
  readonly parents: readonly Node[];
  readonly papers: readonly RoleInPaper[];
  readonly papersTotal: number;
  readonly results: readonly ReportedResult[];
}

export interface ConceptInPaper {
  readonly node: Node;
  readonly role: string;
  readonly evidence: Evidence | null;
  readonly confidence: number | null;
  readonly surface: readonly string[];
}

export interface PaperPage {
  readonly node: Node;
  readonly title: string;
  readonly abstract: string | null;
  readonly year: number | null;
  readonly venue: string | null;
  readonly authors: readonly string[];
  readonly url: string | null;
  readonly concepts: readonly ConceptInPaper[];
  readonly buildsOn: readonly PaperBrief[];
  readonly cites: number;
  readonly citedBy: number;
}

export interface Lineage { readonly focus: string; readonly graph: Graph; readonly removedArcs: number }

export interface Path { readonly nodes: readonly string[]; readonly edges: readonly string[] }
export interface Paths { readonly from: string; readonly to: string; readonly paths: readonly Path[]; readonly graph: Graph }

export interface AnswerRow {
  readonly id: string;
  readonly sourceId: string | null;
  readonly title: string;
  readonly year: number | null;
  readonly relation: string | null;
  /** The variant or concept in between; null when the row relates to what was asked itself. */
  readonly via: string | null;
  readonly evidence: Evidence | null;
  readonly confidence: number | null;
}

export interface Answer {
  readonly question: string;
  readonly understood: string;
  readonly answer: string;
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly rows: readonly AnswerRow[];
  readonly total: number;
  readonly truncated: boolean;
  readonly graph: Graph;
  readonly milliseconds: number;
  readonly suggestions: readonly string[];
}

export type Cell =
  | null | string | number | boolean
  | readonly Cell[]
  | { readonly node: Node }
  | { readonly edge: Edge }
  | { readonly path: { readonly nodes: readonly Node[]; readonly edges: readonly Edge[] } }
  | { readonly [key: string]: Cell };

export interface CypherResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly graph: Graph | null;
  readonly rowCount: number;
  readonly truncated: boolean;
  readonly milliseconds: number;
  readonly plan: string | null;
}
