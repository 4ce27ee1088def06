namespace Stemma.GraphApi.Asking;

/// <summary>Cypher that tells of which years the graph has papers.</summary>
internal static class CoverageQueries
{
    /// <summary>Papers by year, of the venues that begin with one of <c>$venues</c> in lower case; of all venues where it is null.</summary>
    public const string PapersPerYear =
        """
        MATCH (p:Paper)
        WHERE p.year IS NOT NULL AND ($venues IS NULL OR any(venue IN $venues WHERE toLower(p.venue) STARTS WITH venue))
        RETURN p.year AS year, count(*) AS papers ORDER BY year
        """;
}
