namespace Stemma.GraphBuilder.Mining;

/// <summary>Cypher that reads the evidence for lexicon entries; both engines run it.</summary>
internal static class MiningQueries
{
    /// <summary>Concepts named by at least <c>$least</c> papers.</summary>
    public const string Concepts =
        """
        MATCH (c:Concept) WHERE c.paperCount >= $least
        RETURN c.id AS id, c.name AS name, c.aliases AS aliases, c.aliasReasons AS reasons, c.aliasPapers AS aliasPapers, labels(c) AS labels,
               c.paperCount AS papers, c.firstYear AS year, coalesce(c.ambiguous, false) AS ambiguous
        ORDER BY id
        """;

    /// <summary>
    /// Their number of papers by role, with the sum of confidences as an integer in millionths, which does not depend on the order of addition. Numeric results are not a role.
    /// </summary>
    public const string Roles =
        """
        MATCH (:Paper)-[r]->(c:Concept) WHERE c.paperCount >= $least AND type(r) <> 'REPORTS'
        RETURN c.id AS id, type(r) AS role, count(*) AS papers, sum(toInteger(r.confidence * 1000000)) AS millionths
        """;

    /// <summary>The papers that introduce them, oldest first.</summary>
    public const string Introductions =
        """
        MATCH (p:Paper)-[r:INTRODUCES]->(c:Concept) WHERE c.paperCount >= $least
        RETURN c.id AS id, p.id AS paper, r.by AS rule
        ORDER BY id, coalesce(p.year, 9999), paper
        """;

    /// <summary>The mentions of the concepts <c>$ids</c>, most confident first.</summary>
    public const string Mentions =
        """
        UNWIND $ids AS id
        MATCH (p:Paper)-[r]->(c:Concept {id: id}) WHERE type(r) <> 'REPORTS' AND r.start IS NOT NULL
        RETURN id, p.id AS paper, r.field AS field, r.start AS first, r.end AS last
        ORDER BY id, r.confidence DESC, paper
        """;
}
