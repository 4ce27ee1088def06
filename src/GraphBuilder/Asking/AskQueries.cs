namespace Stemma.GraphBuilder.Asking;

/// <summary>
/// Every Cypher text that answering sends, so that a test can run each on both engines. All values are parameters. Each starts from ids, which are indexed,
/// or from a full-text index; none scans. Paper rows have the columns paper, relation, via (a concept or null), viaRelation (or null); concept rows concept, relation, papers, source.
/// </summary>
public static class AskQueries
{
    /// <summary>The filters that all paper rows share. <c>$also</c> is the id of a concept that the paper must have one of <c>$alsoTypes</c> to; null for none.</summary>
    private const string Filters =
        """
        ($since IS NULL OR p.year >= $since) AND ($until IS NULL OR p.year <= $until) AND ($venues IS NULL OR any(venue IN $venues WHERE toLower(p.venue) STARTS WITH venue))
          AND ($also IS NULL OR EXISTS { MATCH (p)-[s]->(other:Concept) WHERE other.id = $also AND type(s) IN $alsoTypes })
        """;

    /// <summary>The concept with an id.</summary>
    public const string ConceptById = "MATCH (c:Concept {id: $id}) RETURN c AS concept";

    /// <summary>Concepts whose name or alias has the words of <c>$query</c> (full-text syntax); those that are named <c>$name</c> (lower case) first, then the most used.</summary>
    public const string ConceptsByName =
        """
        CALL db.index.fulltext.queryNodes('concepts', $query) YIELD node, score
        RETURN node AS concept
        ORDER BY CASE WHEN toLower(node.name) = $name OR any(alias IN node.aliases WHERE toLower(alias) = $name) THEN 0 ELSE 1 END, node.paperCount DESC, node.id
        LIMIT 60
        """;

    /// <summary>
    /// Papers that build on the concepts <c>$ids</c>: by their own words; by introducing or building on a variant; by introducing something that their text derives from it.
    /// Papers that introduced one of them are left out.
    /// </summary>
    public const string BuildsOn =
        $$"""
        UNWIND $ids AS id
        MATCH (x:Concept {id: id})<-[r:BUILDS_ON]-(p:Paper)
        WHERE {{Filters}}
        RETURN p AS paper, r AS relation, null AS via, null AS viaRelation
        UNION ALL
        UNWIND $ids AS id
        MATCH (x:Concept {id: id})<-[v:VARIANT_OF]-(c:Concept)<-[r:INTRODUCES|BUILDS_ON]-(p:Paper)
        WHERE {{Filters}}
        RETURN p AS paper, r AS relation, c AS via, v AS viaRelation
        UNION ALL
        UNWIND $ids AS id
        MATCH (x:Concept {id: id})<-[v:BUILDS_ON]-(c:Concept)<-[r:INTRODUCES]-(p:Paper)
        WHERE v.via = p.id AND {{Filters}}
        RETURN p AS paper, v AS relation, null AS via, null AS viaRelation
        """;

    /// <summary>Papers with a relationship of one of <c>$types</c> to the concepts <c>$ids</c>, or to variants and parts of them.</summary>
    public const string PapersByRole =
        $$"""
        UNWIND $ids AS id
        MATCH (x:Concept {id: id})<-[r]-(p:Paper)
        WHERE type(r) IN $types AND {{Filters}}
        RETURN p AS paper, r AS relation, null AS via, null AS viaRelation
        ORDER BY r.confidence DESC, p.rank DESC, p.id, id, type(r), r.start, r.value
        LIMIT $limit
        UNION ALL
        UNWIND $ids AS id
        MATCH (x:Concept {id: id})<-[v:VARIANT_OF|PART_OF]-(c:Concept)<-[r]-(p:Paper)
        WHERE $variants AND type(r) IN $types AND {{Filters}}
        RETURN p AS paper, r AS relation, c AS via, v AS viaRelation
        ORDER BY r.confidence DESC, p.rank DESC, p.id, id, type(r), r.start, r.value, c.id, type(v)
        LIMIT $limit
        """;

    /// <summary>How many papers <see cref="PapersByRole"/> would find without its limit.</summary>
    public const string CountByRole =
        $$"""
        UNWIND $ids AS id
        MATCH (x:Concept {id: id})<-[r]-(p:Paper)
        WHERE type(r) IN $types AND {{Filters}}
        RETURN count(DISTINCT p) AS papers
        """;

    /// <summary>Papers that introduce the concepts, with their authors, the earliest first.</summary>
    public const string IntroducedBy =
        """
        UNWIND $ids AS id
        MATCH (x:Concept {id: id})<-[r:INTRODUCES]-(p:Paper)
        OPTIONAL MATCH (a:Author)-[w:WROTE]->(p)
        WITH p, r, x, a, w ORDER BY w.position, a.id
        WITH p, r, x, collect(a.name) AS authors
        RETURN p AS paper, r AS relation, x AS concept, authors
        ORDER BY coalesce(p.year, 9999), r.confidence DESC, p.id, x.id
        LIMIT 50
        """;

    /// <summary>Concepts that <c>$ids</c> build on or are a variant of.</summary>
    public const string Ancestors =
        """
        UNWIND $ids AS id
        MATCH (x:Concept {id: id})-[r:BUILDS_ON|VARIANT_OF]->(c:Concept)
        WHERE $until IS NULL OR c.firstYear <= $until
        RETURN c AS concept, r AS relation, coalesce(r.papers, 0) AS papers, null AS source
        ORDER BY papers DESC, r.confidence DESC, c.id, id, type(r), startNode(r).id
        LIMIT $limit
        """;

    /// <summary>Concepts that <c>$ids</c> build on or are a variant of, then those that build on them or are a variant of them.</summary>
    public const string Lineage =
        """
        UNWIND $ids AS id
        MATCH (x:Concept {id: id})-[r:BUILDS_ON|VARIANT_OF]->(c:Concept)
        WHERE $until IS NULL OR c.firstYear <= $until
        RETURN c AS concept, r AS relation, coalesce(r.papers, 0) AS papers, null AS source
        ORDER BY papers DESC, r.confidence DESC, c.id, id, type(r), startNode(r).id
        LIMIT $limit
        UNION ALL
        UNWIND $ids AS id
        MATCH (x:Concept {id: id})<-[r:BUILDS_ON|VARIANT_OF]-(c:Concept)
        WHERE ($since IS NULL OR c.firstYear >= $since) AND ($until IS NULL OR c.firstYear <= $until)
        RETURN c AS concept, r AS relation, coalesce(r.papers, 0) AS papers, null AS source
        ORDER BY papers DESC, r.confidence DESC, c.id, id, type(r), startNode(r).id
        LIMIT $limit
        """;

    /// <summary>Variants of <c>$ids</c>.</summary>
    public const string Variants =
        """
        UNWIND $ids AS id
        MATCH (x:Concept {id: id})<-[r:VARIANT_OF]-(c:Concept)
        WHERE ($since IS NULL OR c.firstYear >= $since) AND ($until IS NULL OR c.firstYear <= $until)
        RETURN c AS concept, r AS relation, c.paperCount AS papers, null AS source
        ORDER BY papers DESC, r.confidence DESC, c.id, id, type(r), startNode(r).id
        LIMIT $limit
        """;

    /// <summary>Concepts that <c>$ids</c> are compared with.</summary>
    public const string ComparedTo =
        """
        UNWIND $ids AS id
        MATCH (x:Concept {id: id})-[r:COMPARES_WITH]-(c:Concept)
        RETURN c AS concept, r AS relation, coalesce(r.papers, 0) AS papers, null AS source
        ORDER BY papers DESC, r.confidence DESC, c.id, id, type(r), startNode(r).id
        LIMIT $limit
        """;

    /// <summary>
    /// Concepts of a label of <c>$labels</c> that papers name in a role of <c>$types</c>, where the same papers have a role of <c>$own</c> towards <c>$ids</c>; the most frequent first,
    /// with one relationship as evidence and the paper that it comes from.
    /// </summary>
    public const string ConceptsBeside =
        """
        UNWIND $ids AS id
        MATCH (x:Concept {id: id})<-[q]-(p:Paper)-[r]->(c:Concept)
        WHERE type(q) IN $own AND type(r) IN $types AND c.id <> id AND any(label IN labels(c) WHERE label IN $labels)
          AND ($since IS NULL OR p.year >= $since) AND ($until IS NULL OR p.year <= $until)
        WITH c, p, r ORDER BY r.confidence DESC, p.id, type(r)
        WITH c, count(DISTINCT p) AS papers, collect(r) AS relations, collect(p) AS sources
        RETURN c AS concept, relations[0] AS relation, papers, sources[0] AS source
        ORDER BY papers DESC, c.id
        LIMIT $limit
        """;

    /// <summary>Numeric results on <c>$ids</c>, the highest first.</summary>
    public const string ResultsOn =
        $$"""
        UNWIND $ids AS id
        MATCH (x:Concept {id: id})<-[r:REPORTS]-(p:Paper)
        WHERE (r.unit <> '%' OR r.unit IS NULL OR r.value <= 100) AND {{Filters}}
        RETURN p AS paper, r AS relation, null AS via, null AS viaRelation
        ORDER BY CASE WHEN r.unit = '%' THEN 0 ELSE 1 END, r.value DESC, p.id, id, r.start, r.metric, r.of
        LIMIT $limit
        """;

    /// <summary>Papers of the author <c>$id</c>, the youngest first.</summary>
    public const string ByAuthor =
        $$"""
        MATCH (a:Author {id: $id})-[r:WROTE]->(p:Paper)
        WHERE {{Filters}}
        RETURN p AS paper, r AS relation, null AS via, null AS viaRelation, a.name AS author
        ORDER BY p.year DESC, p.id
        LIMIT $limit
        """;

    /// <summary>Name and text of each.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(ConceptById)] = ConceptById,
        [nameof(ConceptsByName)] = ConceptsByName,
        [nameof(BuildsOn)] = BuildsOn,
        [nameof(PapersByRole)] = PapersByRole,
        [nameof(CountByRole)] = CountByRole,
        [nameof(IntroducedBy)] = IntroducedBy,
        [nameof(Ancestors)] = Ancestors,
        [nameof(Lineage)] = Lineage,
        [nameof(Variants)] = Variants,
        [nameof(ComparedTo)] = ComparedTo,
        [nameof(ConceptsBeside)] = ConceptsBeside,
        [nameof(ResultsOn)] = ResultsOn,
        [nameof(ByAuthor)] = ByAuthor,
    };
}
