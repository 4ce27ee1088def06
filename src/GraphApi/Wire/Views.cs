using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace Stemma.GraphApi.Wire;

/// <summary>A node as the viewer draws it.</summary>
/// <param name="Id">Stable id, unique in the graph.</param>
/// <param name="Key">The engine's own key, opaque.</param>
/// <param name="Type">Paper, Method, Dataset, Benchmark, Task, Metric, Author or Venue.</param>
/// <param name="Types">All type labels; several where usage supports several.</param>
/// <param name="Label">Short text beside the mark.</param>
/// <param name="Name">Full name; a paper's title.</param>
/// <param name="Year">Year of a paper, first year of a concept, or null.</param>
/// <param name="PaperCount">Papers that name the concept; null for other nodes.</param>
/// <param name="Rank">Importance; 1 is the mean. Null where not computed.</param>
/// <param name="Degree">All relationships that the node has in the graph.</param>
public sealed record NodeView(
    string Id, string Key, string Type, IReadOnlyList<string> Types, string Label, string Name, int? Year, int? PaperCount, double? Rank, int Degree);

/// <summary>Why an edge is there.</summary>
/// <param name="Paper">Id of the paper whose sentence it is.</param>
/// <param name="Field"><c>title</c> or <c>abstract</c>.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Start">Zero-based UTF-16 offset of the mention in the sentence, or null where it cannot be placed.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Offset">Zero-based UTF-16 offset of the mention in the field.</param>
/// <param name="By">Rule or model.</param>
public sealed record EvidenceView(string Paper, string Field, string Sentence, int? Start, int? End, int? Offset, string? By);

/// <summary>A relationship as the viewer draws it.</summary>
/// <param name="Id">Opaque, stable while the graph is served.</param>
/// <param name="From">Id of the start node.</param>
/// <param name="To">Id of the end node.</param>
/// <param name="Type">Relationship type.</param>
/// <param name="Confidence">0..1, or null for facts of the input such as CITES.</param>
/// <param name="Derived">True where it follows from others.</param>
/// <param name="Via">What a derived edge came through.</param>
/// <param name="Papers">How many papers support a derived edge between concepts.</param>
/// <param name="Evidence">Null for facts of the input.</param>
public sealed record EdgeView(
    string Id, string From, string To, string Type, double? Confidence, bool Derived, string? Via, int? Papers, EvidenceView? Evidence);

/// <summary>A part of the graph.</summary>
/// <param name="Nodes">Distinct.</param>
/// <param name="Edges">Both ends are in <paramref name="Nodes"/>.</param>
/// <param name="Shown">Number of nodes here.</param>
/// <param name="Total">Number of nodes there would be without the limit.</param>
public sealed record GraphView(IReadOnlyList<NodeView> Nodes, IReadOnlyList<EdgeView> Edges, int Shown, int Total);

/// <summary>A paper in one line.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">Title.</param>
/// <param name="Year">Year, or null.</param>
public sealed record PaperBrief(string Id, string Title, int? Year);

/// <summary>What the service is and whether it answers.</summary>
/// <param name="Status"><c>ok</c>: the graph answers.</param>
/// <param name="Graph">Name of the file or address of the server.</param>
/// <param name="Papers">Number of papers.</param>
/// <param name="Version">Version of the service.</param>
public sealed record HealthView(string Status, string Graph, int Papers, string Version);

/// <summary>Papers of one year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Papers">Number of papers.</param>
public sealed record YearCount(int Year, int Papers);

/// <summary>The graph in numbers.</summary>
/// <param name="Papers">Number of papers.</param>
/// <param name="Nodes">Number of nodes.</param>
/// <param name="Relationships">Number of relationships.</param>
/// <param name="ByLabel">Nodes by label.</param>
/// <param name="ByType">Relationships by type.</param>
/// <param name="Years">Papers by year, ascending; years without papers are left out.</param>
/// <param name="Source">Name of the file or address of the server.</param>
public sealed record StatsView(
    int Papers, int Nodes, int Relationships, IReadOnlyDictionary<string, int> ByLabel, IReadOnlyDictionary<string, int> ByType,
    IReadOnlyList<YearCount> Years, string Source);

/// <summary>What the viewer opens on.</summary>
/// <param name="Focus">Id of the concept in the middle, or null in an empty graph.</param>
/// <param name="Graph">Its lineage.</param>
public sealed record StartView(string? Focus, GraphView Graph);

/// <summary>One hit.</summary>
/// <param name="Node">What was found.</param>
/// <param name="Match">Why, in words: <c>alias DPO</c>.</param>
public sealed record SearchItem(NodeView Node, string Match);

/// <summary>Hits, best first.</summary>
/// <param name="Query">As asked.</param>
/// <param name="Items">At most as many as the limit allows.</param>
/// <param name="Total">Number of hits without the limit.</param>
public sealed record SearchView(string Query, IReadOnlyList<SearchItem> Items, int Total);

/// <summary>A paper that names a concept.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Role">Role of the concept in the paper: a relationship type in lower case, such as <c>builds_on</c>.</param>
/// <param name="Evidence">The sentence, or null where none is kept.</param>
/// <param name="Confidence">0..1, or null.</param>
public sealed record ConceptPaper(PaperBrief Paper, string Role, EvidenceView? Evidence, double? Confidence);

/// <summary>A number that a paper reports on a dataset or benchmark.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Value">The number, without sign.</param>
/// <param name="Unit"><c>%</c>, <c>points</c>, <c>x</c> or null.</param>
/// <param name="Metric">The metric as printed, or null.</param>
/// <param name="Of">Name of the method that reached it, or null.</param>
public sealed record ReportedResult(PaperBrief Paper, double? Value, string? Unit, string? Metric, string? Of);

/// <summary>The page of a concept.</summary>
/// <param name="Node">The concept.</param>
/// <param name="Aliases">Other names, most used first.</param>
/// <param name="IntroducedBy">Papers that introduce it.</param>
/// <param name="Origin">Title of the paper that is known to have introduced it, if the graph does not have that paper; otherwise null.</param>
/// <param name="Roles">Papers by role: a relationship type in lower case, such as <c>builds_on</c>.</param>
/// <param name="PapersByYear">Papers that name it, by year, ascending.</param>
/// <param name="Variants">Its variants, those of most papers first.</param>
/// <param name="Parents">What it descends from or is a variant of.</param>
/// <param name="Papers">Papers that name it, strongest role first; at most as many as the limit allows.</param>
/// <param name="PapersTotal">Number of papers without the limit.</param>
/// <param name="Results">Numbers that can be ranked, best first by metric; empty for what is neither dataset nor benchmark.</param>
/// <param name="Asked">Papers in the answers to "what builds on X?" and "which papers compare with, evaluate on, use X?", by role. Unlike <c>roles</c>, these count papers on variants too.</param>
public sealed record ConceptView(
    NodeView Node, IReadOnlyList<string> Aliases, IReadOnlyList<PaperBrief> IntroducedBy, string? Origin, IReadOnlyDictionary<string, int> Roles,
    IReadOnlyList<YearCount> PapersByYear, IReadOnlyList<NodeView> Variants, IReadOnlyList<NodeView> Parents,
    IReadOnlyList<ConceptPaper> Papers, int PapersTotal, IReadOnlyList<ReportedResult> Results, IReadOnlyDictionary<string, int> Asked);

/// <summary>A concept that a paper names.</summary>
/// <param name="Node">The concept.</param>
/// <param name="Role">Role of the concept in the paper: a relationship type in lower case, such as <c>builds_on</c>.</param>
/// <param name="Evidence">The sentence, or null where none is kept.</param>
/// <param name="Confidence">0..1, or null.</param>
/// <param name="Surface">Forms in which the paper names it.</param>
public sealed record PaperConcept(NodeView Node, string Role, EvidenceView? Evidence, double? Confidence, IReadOnlyList<string> Surface);

/// <summary>The page of a paper.</summary>
/// <param name="Node">The paper.</param>
/// <param name="Title">Title.</param>
/// <param name="Abstract">Abstract; empty where the input had none.</param>
/// <param name="Year">Year, or null.</param>
/// <param name="Venue">Name of the venue, or null.</param>
/// <param name="Authors">Names in the order of the paper.</param>
/// <param name="Url">Web address, or null.</param>
/// <param name="Concepts">What it introduces, what it builds on, then the others in the order of the text.</param>
/// <param name="BuildsOn">Papers whose concepts it builds on.</param>
/// <param name="Cites">Number of papers in the graph that it cites.</param>
/// <param name="CitedBy">Number of papers in the graph that cite it.</param>
public sealed record PaperView(
    NodeView Node, string Title, string Abstract, int? Year, string? Venue, IReadOnlyList<string> Authors, string? Url,
    IReadOnlyList<PaperConcept> Concepts, IReadOnlyList<PaperBrief> BuildsOn, int Cites, int CitedBy);

/// <summary>Ancestors and descendants of a node.</summary>
/// <param name="Focus">The node asked for.</param>
/// <param name="Graph">Edges run from descendant to ancestor.</param>
/// <param name="RemovedArcs">Arcs left out because they closed a cycle or were implied by others.</param>
public sealed record LineageView(string Focus, GraphView Graph, int RemovedArcs);

/// <summary>One way from a node to another.</summary>
/// <param name="Nodes">Ids of the nodes in order.</param>
/// <param name="Edges">Ids of the edges between them.</param>
public sealed record PathView(IReadOnlyList<string> Nodes, IReadOnlyList<string> Edges);

/// <summary>How two nodes are connected, shortest first.</summary>
/// <param name="From">Id of the first node.</param>
/// <param name="To">Id of the last node.</param>
/// <param name="Paths">The paths, shortest first; empty where there is none.</param>
/// <param name="Graph">All nodes and edges of the paths.</param>
public sealed record PathsView(string From, string To, IReadOnlyList<PathView> Paths, GraphView Graph);

/// <summary>A question in plain words.</summary>
/// <param name="Question">For instance <c>what builds on DPO?</c></param>
/// <param name="AsOf">Only papers up to that year, or null.</param>
/// <param name="Limit">Rows at most; 0 for all.</param>
public sealed record AskRequest(string Question, [property: Range(0, 9999)] int? AsOf = null, [property: Range(0, 10_000)] int Limit = 50);

/// <summary>A number that the row's paper reports.</summary>
/// <param name="Value">The number, without sign.</param>
/// <param name="Unit"><c>%</c>, <c>points</c>, <c>x</c> or null.</param>
/// <param name="Metric">The metric as printed, or null.</param>
/// <param name="Delta">The change that the text states, or null; as large as the value where that is a change itself.</param>
public sealed record AnswerResult(double Value, string? Unit, string? Metric, double? Delta);

/// <summary>One row of an answer.</summary>
/// <param name="Id">Id of the paper or concept.</param>
/// <param name="SourceId">Id that the input record carried, or null.</param>
/// <param name="Title">Title of the paper, or name of the concept.</param>
/// <param name="Year">Year, or null.</param>
/// <param name="Relation">Relationship type, or empty where the row comes through none.</param>
/// <param name="Via">Id of the variant or concept in between, or null.</param>
/// <param name="Evidence">The sentence, or null.</param>
/// <param name="Confidence">0..1, or null.</param>
/// <param name="Result">The number, where the answer is about results.</param>
public sealed record AnswerRow(
    string Id, string? SourceId, string Title, int? Year, string Relation, string? Via, EvidenceView? Evidence, double? Confidence, AnswerResult? Result);

/// <summary>The papers of a year in an answer that counts by year, beside all of the year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Papers">Papers of the year that the answer counts.</param>
/// <param name="All">All papers of the year in the graph.</param>
public sealed record AnswerYear(int Year, int Papers, int All);

/// <summary>An answer with its rows, its graph and the Cypher behind it.</summary>
/// <param name="Question">As asked.</param>
/// <param name="Understood">What it was taken for, such as <c>builds_on(direct-preference-optimization)</c>.</param>
/// <param name="Answer">The answer in a sentence or more.</param>
/// <param name="Cypher">The statement that gives the rows.</param>
/// <param name="Parameters">Values of its parameters.</param>
/// <param name="Rows">Papers or concepts, best first.</param>
/// <param name="Total">Number of rows without the limit.</param>
/// <param name="Truncated">Whether rows were left out.</param>
/// <param name="Graph">The rows as a graph.</param>
/// <param name="Milliseconds">Time taken.</param>
/// <param name="Suggestions">Questions to ask instead or next.</param>
/// <param name="Years">For a count by year, the papers of each year that has any, oldest first; otherwise empty.</param>
public sealed record AnswerView(
    string Question, string Understood, string Answer, string Cypher, JsonObject Parameters, IReadOnlyList<AnswerRow> Rows, int Total, bool Truncated,
    GraphView Graph, double Milliseconds, IReadOnlyList<string> Suggestions, IReadOnlyList<AnswerYear> Years);

/// <summary>A Cypher statement to run for reading.</summary>
/// <param name="Statement">One statement.</param>
/// <param name="Parameters">Values for <c>$name</c>.</param>
/// <param name="Limit">Rows at most.</param>
public sealed record CypherRequest(string Statement, JsonObject? Parameters = null, [property: Range(1, 10_000)] int Limit = 1000);

/// <summary>The rows of a statement. A cell is a scalar, list or map; an entity is <c>{"node":…}</c>, <c>{"edge":…}</c> or <c>{"path":…}</c>. Notices tell of labels, types and keys that the graph does not know.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">Each an array of cells.</param>
/// <param name="Graph">Nodes and edges among the cells, or null where there are none.</param>
/// <param name="RowCount">Number of rows here.</param>
/// <param name="Truncated">Whether rows were left out.</param>
/// <param name="Milliseconds">Time taken.</param>
/// <param name="Plan">The plan, where the statement begins with EXPLAIN or PROFILE; else null.</param>
/// <param name="Notices">Labels, types and keys that the graph does not know.</param>
public sealed record CypherView(
    IReadOnlyList<string> Columns, JsonArray Rows, GraphView? Graph, int RowCount, bool Truncated, double Milliseconds, string? Plan, IReadOnlyList<string> Notices);
