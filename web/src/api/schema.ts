/** Made of docs/openapi.json by dev/schema.ts: not edited by hand. */

/** A number that the row's paper reports. */
export interface AnswerResult {
  /** The number, without sign. */
  readonly value: number;
  /** `%`, `points`, `x` or null. */
  readonly unit: string | null;
  /** The metric as printed, or null. */
  readonly metric: string | null;
  /** The change that the text states, or null; as large as the value where that is a change itself. */
  readonly delta: number | null;
}

/** One row of an answer. */
export interface AnswerRow {
  /** Id of the paper or concept. */
  readonly id: string;
  /** Id that the input record carried, or null. */
  readonly sourceId: string | null;
  /** Title of the paper, or name of the concept. */
  readonly title: string;
  /** Year, or null. */
  readonly year: number | null;
  /** Relationship type, or empty where the row comes through none. */
  readonly relation: string;
  /** Id of the variant or concept in between, or null. */
  readonly via: string | null;
  /** The sentence, or null. */
  readonly evidence: EvidenceView | null;
  /** 0..1, or null. */
  readonly confidence: number | null;
  /** The number, where the answer is about results. */
  readonly result: AnswerResult | null;
}

/** An answer with its rows, its graph and the Cypher behind it. */
export interface AnswerView {
  /** As asked. */
  readonly question: string;
  /** What it was taken for, such as `builds_on(direct-preference-optimization)`. */
  readonly understood: string;
  /** The answer in a sentence or more. */
  readonly answer: string;
  /** The statement that gives the rows. */
  readonly cypher: string;
  /** Values of its parameters. */
  readonly parameters: JsonObject;
  /** Papers or concepts, best first. */
  readonly rows: readonly AnswerRow[];
  /** Number of rows without the limit. */
  readonly total: number;
  /** Whether rows were left out. */
  readonly truncated: boolean;
  /** The rows as a graph. */
  readonly graph: GraphView;
  /** Time taken. */
  readonly milliseconds: number;
  /** Questions to ask instead or next. */
  readonly suggestions: readonly string[];
  /** For a count by year, the papers of each year that has any, oldest first; otherwise empty. */
  readonly years: readonly AnswerYear[];
}

/** The papers of a year in an answer that counts by year, beside all of the year. */
export interface AnswerYear {
  /** The year. */
  readonly year: number;
  /** Papers of the year that the answer counts. */
  readonly papers: number;
  /** All papers of the year in the graph. */
  readonly all: number;
}

/** A question in plain words. */
export interface AskRequest {
  /** For instance `what builds on DPO?` */
  readonly question: string;
  /** Only papers up to that year, or null. */
  readonly asOf?: number | null;
  /** Rows at most; 0 for all. */
  readonly limit?: number;
}

/** A paper that names a concept. */
export interface ConceptPaper {
  /** The paper. */
  readonly paper: PaperBrief;
  /** Role of the concept in the paper: a relationship type in lower case, such as `builds_on`. */
  readonly role: string;
  /** The sentence, or null where none is kept. */
  readonly evidence: EvidenceView | null;
  /** 0..1, or null. */
  readonly confidence: number | null;
}

/** The page of a concept. */
export interface ConceptView {
  /** The concept. */
  readonly node: NodeView;
  /** Other names, most used first. */
  readonly aliases: readonly string[];
  /** Papers that introduce it. */
  readonly introducedBy: readonly PaperBrief[];
  /** Title of the paper that is known to have introduced it, if the graph does not have that paper; otherwise null. */
  readonly origin: string | null;
  /** Papers by role: a relationship type in lower case, such as `builds_on`. */
  readonly roles: Readonly<Record<string, number>>;
  /** Papers that name it, by year, ascending. */
  readonly papersByYear: readonly YearCount[];
  /** Its variants, those of most papers first. */
  readonly variants: readonly NodeView[];
  /** What it descends from or is a variant of. */
  readonly parents: readonly NodeView[];
  /** Papers that name it, strongest role first; at most as many as the limit allows. */
  readonly papers: readonly ConceptPaper[];
  /** Number of papers without the limit. */
  readonly papersTotal: number;
  /** Numbers that can be ranked, best first by metric; empty for what is neither dataset nor benchmark. */
  readonly results: readonly ReportedResult[];
  /** Papers in the answers to "what builds on X?" and "which papers compare with, evaluate on, use X?", by role. Unlike `roles`, these count papers on variants too. */
  readonly asked: Readonly<Record<string, number>>;
}

/** A Cypher statement to run for reading. */
export interface CypherRequest {
  /** One statement. */
  readonly statement: string;
  /** Values for `$name`. */
  readonly parameters?: JsonObject | null;
  /** Rows at most. */
  readonly limit?: number;
}

/** The rows of a statement. A cell is a scalar, list or map; an entity is `{"node":…}`, `{"edge":…}` or `{"path":…}`. Notices tell of labels, types and keys that the graph does not know. */
export interface CypherView {
  /** Names of the columns. */
  readonly columns: readonly string[];
  /** Each an array of cells. */
  readonly rows: JsonArray;
  /** Nodes and edges among the cells, or null where there are none. */
  readonly graph: GraphView | null;
  /** Number of rows here. */
  readonly rowCount: number;
  /** Whether rows were left out. */
  readonly truncated: boolean;
  /** Time taken. */
  readonly milliseconds: number;
  /** The plan, where the statement begins with EXPLAIN or PROFILE; else null. */
  readonly plan: string | null;
  /** Labels, types and keys that the graph does not know. */
  readonly notices: readonly string[];
}

/** A relationship as the viewer draws it. */
export interface EdgeView {
  /** Opaque, stable while the graph is served. */
  readonly id: string;
  /** Id of the start node. */
  readonly from: string;
  /** Id of the end node. */
  readonly to: string;
  /** Relationship type. */
  readonly type: string;
  /** 0..1, or null for facts of the input such as CITES. */
  readonly confidence: number | null;
  /** True where it follows from others. */
  readonly derived: boolean;
  /** What a derived edge came through. */
  readonly via: string | null;
  /** How many papers support a derived edge between concepts. */
  readonly papers: number | null;
  /** Null for facts of the input. */
  readonly evidence: EvidenceView | null;
}

/** Why an edge is there. */
export interface EvidenceView {
  /** Id of the paper whose sentence it is. */
  readonly paper: string;
  /** `title` or `abstract`. */
  readonly field: string;
  /** The sentence. */
  readonly sentence: string;
  /** Zero-based UTF-16 offset of the mention in the sentence, or null where it cannot be placed. */
  readonly start: number | null;
  /** Exclusive. */
  readonly end: number | null;
  /** Zero-based UTF-16 offset of the mention in the field. */
  readonly offset: number | null;
  /** Rule or model. */
  readonly by: string | null;
}

/** A text to read. */
export interface ExtractRequest {
  /** The title, or null where Abstract begins with it, a blank line behind it, or where there is none. */
  readonly title: string | null;
  /** The abstract as it was pasted; line breaks within a paragraph count as spaces. */
  readonly abstract: string;
}

/** What a text says. */
export interface ExtractView {
  /** The title that was read. */
  readonly title: string;
  /** The abstract that was read; offsets refer to it. */
  readonly abstract: string;
  /** By first mention. */
  readonly concepts: readonly ExtractedConceptView[];
  /** In text order. */
  readonly results: readonly ExtractedResultView[];
  /** In text order. */
  readonly relations: readonly ExtractedRelationView[];
  /** Time of the extraction. */
  readonly milliseconds: number;
}

/** A concept of the text. */
export interface ExtractedConceptView {
  /** Best form: the long one where the text gives it. */
  readonly name: string;
  /** All forms in the text, in order of first mention. */
  readonly surface: readonly string[];
  /** Types that usage supports, the likeliest first. */
  readonly types: readonly string[];
  /** What it is to the paper: `introduces`, `builds_on`, … */
  readonly role: string;
  /** 0..1, the product of the next two. */
  readonly confidence: number;
  /** 0..1 that it is a concept of its first type. */
  readonly typeConfidence: number;
  /** 0..1 that the role is right. */
  readonly roleConfidence: number;
  /** The rule that shows the role, or `role.model`. */
  readonly by: string;
  /** The sentence that shows the role. */
  readonly evidence: string;
  /** The mention in it. */
  readonly evidenceMention: SpanView;
  /** All mentions, title first. */
  readonly mentions: readonly SpanView[];
  /** What the decision rests on; empty where the trained model alone decided. */
  readonly why: readonly ReasonView[];
}

/** A relation between two concepts that the text states. */
export interface ExtractedRelationView {
  /** Name of the first. */
  readonly head: string;
  /** BUILDS_ON, COMPARES_WITH, PART_OF or VARIANT_OF. */
  readonly type: string;
  /** Name of the second. */
  readonly tail: string;
  /** Rule. */
  readonly by: string;
  /** 0..1. */
  readonly confidence: number;
}

/** A number tied to a dataset or benchmark of the text. */
export interface ExtractedResultView {
  /** Name of the concept. */
  readonly on: string;
  /** The number as printed, without its unit. */
  readonly value: number;
  /** `%`, `points`, `x` or null. */
  readonly unit: string | null;
  /** Metric as printed, or null. */
  readonly metric: string | null;
  /** The change that the text states, or null; as large as the value where that is a change itself. */
  readonly delta: number | null;
  /** Name of the method that reached it; null where the text names none. */
  readonly of: string | null;
  /** Rule. */
  readonly by: string;
  /** 0..1. */
  readonly confidence: number;
}

/** A part of the graph. */
export interface GraphView {
  /** Distinct. */
  readonly nodes: readonly NodeView[];
  /** Both ends are in Nodes. */
  readonly edges: readonly EdgeView[];
  /** Number of nodes here. */
  readonly shown: number;
  /** Number of nodes there would be without the limit. */
  readonly total: number;
}

/** What the service is and whether it answers. */
export interface HealthView {
  /** `ok`: the graph answers. */
  readonly status: string;
  /** Name of the file or address of the server. */
  readonly graph: string;
  /** Number of papers. */
  readonly papers: number;
  /** Version of the service. */
  readonly version: string;
}

export type JsonArray = readonly unknown[];

export type JsonObject = Readonly<Record<string, unknown>>;

/** Ancestors and descendants of a node. */
export interface LineageView {
  /** The node asked for. */
  readonly focus: string;
  /** Edges run from descendant to ancestor. */
  readonly graph: GraphView;
  /** Arcs left out because they closed a cycle or were implied by others. */
  readonly removedArcs: number;
}

/** A node as the viewer draws it. */
export interface NodeView {
  /** Stable id, unique in the graph. */
  readonly id: string;
  /** The engine's own key, opaque. */
  readonly key: string;
  /** Paper, Method, Dataset, Benchmark, Task, Metric, Author or Venue. */
  readonly type: string;
  /** All type labels; several where usage supports several. */
  readonly types: readonly string[];
  /** Short text beside the mark. */
  readonly label: string;
  /** Full name; a paper's title. */
  readonly name: string;
  /** Year of a paper, first year of a concept, or null. */
  readonly year: number | null;
  /** Papers that name the concept; null for other nodes. */
  readonly paperCount: number | null;
  /** Importance; 1 is the mean. Null where not computed. */
  readonly rank: number | null;
  /** All relationships that the node has in the graph. */
  readonly degree: number;
}

/** A paper in one line. */
export interface PaperBrief {
  /** Stable id. */
  readonly id: string;
  /** Title. */
  readonly title: string;
  /** Year, or null. */
  readonly year: number | null;
}

/** A concept that a paper names. */
export interface PaperConcept {
  /** The concept. */
  readonly node: NodeView;
  /** Role of the concept in the paper: a relationship type in lower case, such as `builds_on`. */
  readonly role: string;
  /** The sentence, or null where none is kept. */
  readonly evidence: EvidenceView | null;
  /** 0..1, or null. */
  readonly confidence: number | null;
  /** Forms in which the paper names it. */
  readonly surface: readonly string[];
}

/** The page of a paper. */
export interface PaperView {
  /** The paper. */
  readonly node: NodeView;
  /** Title. */
  readonly title: string;
  /** Abstract; empty where the input had none. */
  readonly abstract: string;
  /** Year, or null. */
  readonly year: number | null;
  /** Name of the venue, or null. */
  readonly venue: string | null;
  /** Names in the order of the paper. */
  readonly authors: readonly string[];
  /** Web address, or null. */
  readonly url: string | null;
  /** What it introduces, what it builds on, then the others in the order of the text. */
  readonly concepts: readonly PaperConcept[];
  /** Papers whose concepts it builds on. */
  readonly buildsOn: readonly PaperBrief[];
  /** Number of papers in the graph that it cites. */
  readonly cites: number;
  /** Number of papers in the graph that cite it. */
  readonly citedBy: number;
}

/** One way from a node to another. */
export interface PathView {
  /** Ids of the nodes in order. */
  readonly nodes: readonly string[];
  /** Ids of the edges between them. */
  readonly edges: readonly string[];
}

/** How two nodes are connected, shortest first. */
export interface PathsView {
  /** Id of the first node. */
  readonly from: string;
  /** Id of the last node. */
  readonly to: string;
  /** The paths, shortest first; empty where there is none. */
  readonly paths: readonly PathView[];
  /** All nodes and edges of the paths. */
  readonly graph: GraphView;
}

export interface ProblemDetails {
  readonly type?: string | null;
  readonly title?: string | null;
  readonly status?: number | null;
  readonly detail?: string | null;
  readonly instance?: string | null;
}

/** One thing that a decision rests on. */
export interface ReasonView {
  /** `lexicon`, `acronym`, `definition`, `cue` of the role that was decided, or `otherCue` of one that was weighed and not taken. */
  readonly kind: string;
  /** Rule id, or id of the lexicon entry. */
  readonly rule: string;
  /** What was seen, for a reader. */
  readonly sentence: string;
  /** The words that show it. */
  readonly where: SpanView | null;
}

/** A number that a paper reports on a dataset or benchmark. */
export interface ReportedResult {
  /** The paper. */
  readonly paper: PaperBrief;
  /** The number, without sign. */
  readonly value: number | null;
  /** `%`, `points`, `x` or null. */
  readonly unit: string | null;
  /** The metric as printed, or null. */
  readonly metric: string | null;
  /** Name of the method that reached it, or null. */
  readonly of: string | null;
}

/** One hit. */
export interface SearchItem {
  /** What was found. */
  readonly node: NodeView;
  /** Why, in words: `alias DPO`. */
  readonly match: string;
}

/** Hits, best first. */
export interface SearchView {
  /** As asked. */
  readonly query: string;
  /** At most as many as the limit allows. */
  readonly items: readonly SearchItem[];
  /** Number of hits without the limit. */
  readonly total: number;
}

/** A stretch of the title or the abstract of an ExtractView. */
export interface SpanView {
  /** `title` or `abstract`. */
  readonly field: string;
  /** Zero-based UTF-16 offset in that field. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** What the viewer opens on. */
export interface StartView {
  /** Id of the concept in the middle, or null in an empty graph. */
  readonly focus: string | null;
  /** Its lineage. */
  readonly graph: GraphView;
}

/** The graph in numbers. */
export interface StatsView {
  /** Number of papers. */
  readonly papers: number;
  /** Number of nodes. */
  readonly nodes: number;
  /** Number of relationships. */
  readonly relationships: number;
  /** Nodes by label. */
  readonly byLabel: Readonly<Record<string, number>>;
  /** Relationships by type. */
  readonly byType: Readonly<Record<string, number>>;
  /** Papers by year, ascending; years without papers are left out. */
  readonly years: readonly YearCount[];
  /** Name of the file or address of the server. */
  readonly source: string;
}

/** Papers of one year. */
export interface YearCount {
  /** The year. */
  readonly year: number;
  /** Number of papers. */
  readonly papers: number;
}
