namespace Stemma.GraphAnalysis.Lineage;

/// <summary>
/// All Cypher queries for lineages and paths, so that a test can run each on both engines. All values are parameters. A hop is one query for a list of ids, so depth
/// needs no query of its own, and each hop is an index lookup. Each ORDER BY is total, so that a limit selects the same rows on every engine.
/// </summary>
public static class LineageQueries
{
    /// <summary>Descendants of the concepts <c>$ids</c>, as of year <c>$asOf</c> (null for now), best supported first, at most <c>$limit</c> rows.</summary>
    public const string ConceptDescendants =
        """
        UNWIND $ids AS id
        MATCH (a:Concept {id: id})<-[r:BUILDS_ON|VARIANT_OF]-(d:Concept)
        WHERE $asOf IS NULL OR d.firstYear <= $asOf
        RETURN id AS known, d AS other, r AS relation, true AS down
        ORDER BY coalesce(r.papers, 0) DESC, r.confidence DESC, d.id, known, type(r)
        LIMIT $limit
        """;

    /// <summary>Ancestors of the concepts <c>$ids</c>.</summary>
    public const string ConceptAncestors =
        """
        UNWIND $ids AS id
        MATCH (d:Concept {id: id})-[r:BUILDS_ON|VARIANT_OF]->(a:Concept)
        WHERE $asOf IS NULL OR a.firstYear <= $asOf
        RETURN id AS known, a AS other, r AS relation, false AS down
        ORDER BY coalesce(r.papers, 0) DESC, r.confidence DESC, a.id, known, type(r)
        LIMIT $limit
        """;

    /// <summary>Papers that build on the papers <c>$ids</c>.</summary>
    public const string PaperDescendants =
        """
        UNWIND $ids AS id
        MATCH (a:Paper {id: id})<-[r:BUILDS_ON]-(d:Paper)
        WHERE $asOf IS NULL OR d.year <= $asOf
        RETURN id AS known, d AS other, r AS relation, true AS down
        ORDER BY r.confidence DESC, d.id, known, r.via
        LIMIT $limit
        """;

    /// <summary>Papers that the papers <c>$ids</c> build on.</summary>
    public const string PaperAncestors =
        """
        UNWIND $ids AS id
        MATCH (d:Paper {id: id})-[r:BUILDS_ON]->(a:Paper)
        WHERE $asOf IS NULL OR a.year <= $asOf
        RETURN id AS known, a AS other, r AS relation, false AS down
        ORDER BY r.confidence DESC, a.id, known, r.via
        LIMIT $limit
        """;

    /// <summary>Papers that build on the concepts <c>$ids</c>: the first hop to descendants if a concept's lineage is shown as papers.</summary>
    public const string PapersOnConcept =
        """
        UNWIND $ids AS id
        MATCH (a:Concept {id: id})<-[r:BUILDS_ON]-(d:Paper)
        WHERE $asOf IS NULL OR d.year <= $asOf
        RETURN id AS known, d AS other, r AS relation, true AS down
        ORDER BY r.confidence DESC, d.rank DESC, d.id, known
        LIMIT $limit
        """;

    /// <summary>Papers that introduce the concepts <c>$ids</c>: the first hop to ancestors in that case.</summary>
    public const string PapersOfConcept =
        """
        UNWIND $ids AS id
        MATCH (a:Concept {id: id})<-[r:INTRODUCES]-(d:Paper)
        WHERE $asOf IS NULL OR d.year <= $asOf
        RETURN id AS known, d AS other, r AS relation, false AS down
        ORDER BY d.year, r.confidence DESC, d.id, known
        LIMIT $limit
        """;

    /// <summary>The node that a walk starts from.</summary>
    public const string Focus =
        """
        MATCH (n:Concept {id: $id}) RETURN n AS node
        UNION
        MATCH (n:Paper {id: $id}) RETURN n AS node
        """;

    /// <summary>
    /// Papers that mention both concepts, with the relationships; those that introduce, build on or compare with them come first. Connects two concepts that no lineage
    /// does.
    /// </summary>
    public const string CommonPapers =
        """
        MATCH (a:Concept {id: $from})<-[r]-(p:Paper)-[s]->(b:Concept {id: $to})
        WITH p, r, s,
          CASE type(r) WHEN 'INTRODUCES' THEN 3 WHEN 'BUILDS_ON' THEN 3 WHEN 'COMPARES_WITH' THEN 1 ELSE 0 END
          + CASE type(s) WHEN 'INTRODUCES' THEN 3 WHEN 'BUILDS_ON' THEN 3 WHEN 'COMPARES_WITH' THEN 1 ELSE 0 END AS weight
        RETURN p AS paper, r AS first, s AS second
        ORDER BY weight DESC, r.confidence + s.confidence DESC, p.id, type(r), r.start, r.value, type(s), s.start, s.value
        LIMIT $limit
        """;

    /// <summary>The queries by name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(ConceptDescendants)] = ConceptDescendants,
        [nameof(ConceptAncestors)] = ConceptAncestors,
        [nameof(PaperDescendants)] = PaperDescendants,
        [nameof(PaperAncestors)] = PaperAncestors,
        [nameof(PapersOnConcept)] = PapersOnConcept,
        [nameof(PapersOfConcept)] = PapersOfConcept,
        [nameof(Focus)] = Focus,
        [nameof(CommonPapers)] = CommonPapers,
    };
}
