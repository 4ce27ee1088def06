using Stemma.GraphModel;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Cypher queries that count a graph's content.</summary>
internal static class StatisticsQueries
{
    /// <summary>All nodes.</summary>
    public const string CountNodes = "MATCH (n) RETURN count(*) AS nodes";

    /// <summary>Nodes by label, in descending order.</summary>
    public const string CountLabels = "MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS nodes ORDER BY nodes DESC, label";

    /// <summary>Relationships by type, in descending order.</summary>
    public const string CountTypes = "MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS relationships ORDER BY relationships DESC, type";

    /// <summary>Papers by year, earliest first.</summary>
    public const string CountYears =
        $"MATCH (p:{GraphSchema.Labels.Paper}) WHERE p.{GraphSchema.Keys.Year} IS NOT NULL RETURN p.{GraphSchema.Keys.Year} AS year, count(*) AS papers ORDER BY year";
}
