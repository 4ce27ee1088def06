using Stemma.GraphBuilder.Asking.Questions;

namespace Stemma.GraphBuilder.Asking.Querying;

/// <content>Texts that count papers: by year, by venue, by words.</content>
internal static partial class AskQueries
{
    /// <summary>Number of papers of each year.</summary>
    public const string PapersByYear = "MATCH (p:Paper) WHERE p.year IS NOT NULL RETURN p.year AS year, count(p) AS papers ORDER BY year";

    /// <summary>The newest publication year; null if no paper has one.</summary>
    public const string NewestYear = "MATCH (p:Paper) RETURN max(p.year) AS year";

    /// <summary>Number of papers that contain all words of <c>$query</c> (full-text syntax) in the title or abstract.</summary>
    public const string CountWorded = "CALL db.index.fulltext.queryNodes('papers', $query) YIELD node RETURN count(node) AS papers";

    /// <summary>The papers of a text grouped by year, oldest first: the first paper of each year and the number of its papers. Papers without a year are left out.</summary>
    public static AskText ByYear(AskText text) => new(
        $$"""
        {{text.Body}}
        WITH {{text.Columns}}
        ORDER BY {{text.Order}}
        WITH paper.year AS year, count(paper) AS papers, head(collect({paper: paper, relation: relation})) AS best
        WHERE year IS NOT NULL
        """,
        "best.paper AS paper, best.relation AS relation, papers",
        "best.paper.year");

    /// <summary>Venues of papers with a role towards the concepts, most papers first, each with the relationship of its most confident paper.</summary>
    private static AskText PublishedIn(AskPlan plan, AskConditions conditions) => new(
        $$"""
        UNWIND $ids AS id
        MATCH (:Concept {id: id})<-[r:{{Types(plan.Types)}}]-(p:Paper){{conditions.OnPapers("p")}}
        WITH p, r ORDER BY r.confidence DESC, type(r), r.start
        WITH p, head(collect(r)) AS r
        MATCH (p)-[:PUBLISHED_IN]->(v:Venue)
        WITH v, p, r ORDER BY r.confidence DESC, p.id
        WITH v, count(p) AS papers, head(collect({r: r, p: p})) AS best
        """,
        "v AS venue, best.r AS relation, papers, best.p AS source",
        "papers DESC, v.id");

    /// <summary>Venues of the papers of the author <c>$ids</c>, most papers first, each with its newest paper.</summary>
    private static AskText PublishedBy(AskConditions conditions) => new(
        $$"""
        UNWIND $ids AS id
        MATCH (:Author {id: id})-[:WROTE]->(p:Paper){{conditions.OnPapers("p")}}
        MATCH (p)-[r:PUBLISHED_IN]->(v:Venue)
        WITH DISTINCT v, p, r ORDER BY coalesce(p.year, 0) DESC, p.id
        WITH v, count(p) AS papers, head(collect({r: r, p: p})) AS best
        """,
        "v AS venue, best.r AS relation, papers, best.p AS source",
        "papers DESC, v.id");
}
