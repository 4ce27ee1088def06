using Stemma.GraphBuilder.Asking.Querying;

namespace Stemma.GraphApi.Exploring;

/// <summary>Cypher for the pages, the search box and the expansion of nodes. All values are parameters, and each ORDER BY is total, so that a limit selects the same rows on every engine.</summary>
internal static class ExploringQueries
{
    /// <summary>Hits in one full-text index, best first.</summary>
    public const string Search =
        "CALL db.index.fulltext.queryNodes($index, $query) YIELD node, score RETURN node, score ORDER BY score DESC, node.id LIMIT $limit";

    /// <summary>Concepts with the words of <c>$query</c>: first those named <c>$name</c> (lower case), then the most used, where a name that begins with <c>$name</c> counts four times.</summary>
    public const string SearchConcepts =
        """
        CALL db.index.fulltext.queryNodes('concepts', $query) YIELD node, score
        WITH node,
          CASE WHEN toLower(node.name) = $name OR any(alias IN node.aliases WHERE toLower(alias) = $name) THEN 0 ELSE 1 END AS fit,
          CASE WHEN toLower(node.name) STARTS WITH $name THEN 4 ELSE 1 END AS weight
        RETURN node ORDER BY fit, weight * node.paperCount DESC, node.id LIMIT $limit
        """;

    /// <summary>Number of nodes by label.</summary>
    public const string CountByLabel = "MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS count ORDER BY label";

    /// <summary>Number of relationships by type.</summary>
    public const string CountByType = "MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS count ORDER BY type";

    /// <summary>Number of nodes.</summary>
    public const string CountNodes = "MATCH (n) RETURN count(n)";

    /// <summary>Number of papers.</summary>
    public const string CountPapers = "MATCH (p:Paper) RETURN count(p)";

    /// <summary>Number of papers per year.</summary>
    public const string PapersPerYear = "MATCH (p:Paper) WHERE p.year IS NOT NULL RETURN p.year AS year, count(*) AS papers ORDER BY year";

    /// <summary>The method with the richest lineage: the most methods build on it, it builds on another itself, and a paper introduces it.</summary>
    public const string RichestLineage =
        """
        MATCH (c:Method)<-[:BUILDS_ON|VARIANT_OF]-(d:Method)
        WITH c, count(DISTINCT d) AS descendants
        WHERE EXISTS { (c)-[:BUILDS_ON|VARIANT_OF]->(:Method) } AND EXISTS { (c)<-[:INTRODUCES]-(:Paper) }
        RETURN c ORDER BY descendants DESC, c.id LIMIT 1
        """;

    /// <summary>The most important concept, for a graph without lineage.</summary>
    public const string BestConcept = "MATCH (c:Concept) RETURN c ORDER BY c.rank DESC, c.paperCount DESC, c.id LIMIT 1";

    /// <summary>Papers that introduce a concept, oldest first.</summary>
    public const string IntroducedBy = "MATCH (c:Concept {id: $id})<-[:INTRODUCES]-(p:Paper) RETURN p ORDER BY p.year, p.id LIMIT 8";

    /// <summary>Number of papers by role.</summary>
    public const string RolesOf = "MATCH (c:Concept {id: $id})<-[r]-(p:Paper) RETURN type(r) AS role, count(*) AS papers ORDER BY role";

    /// <summary>Number of papers per year that name a concept.</summary>
    public const string YearsOf =
        "MATCH (c:Concept {id: $id})<-[r]-(p:Paper) WHERE p.year IS NOT NULL AND type(r) <> 'REPORTS' RETURN p.year AS year, count(*) AS papers ORDER BY year";

    /// <summary>Variants of a concept.</summary>
    public const string VariantsOf = "MATCH (c:Concept {id: $id})<-[:VARIANT_OF]-(v:Concept) RETURN v ORDER BY v.paperCount DESC, v.id LIMIT 24";

    /// <summary>What a concept descends from.</summary>
    public const string ParentsOf =
        "MATCH (c:Concept {id: $id})-[:VARIANT_OF|BUILDS_ON]->(v:Concept) WITH DISTINCT v RETURN v ORDER BY v.paperCount DESC, v.id LIMIT 24";

    /// <summary>Papers that name a concept, the strongest role first.</summary>
    public const string PapersOf =
        """
        MATCH (c:Concept {id: $id})<-[r:INTRODUCES|BUILDS_ON|COMPARES_WITH|EVALUATES_ON|USES|ADDRESSES|MEASURES|MENTIONS]-(p:Paper)
        WITH p, r, CASE type(r) WHEN 'INTRODUCES' THEN 0 WHEN 'BUILDS_ON' THEN 1 WHEN 'EVALUATES_ON' THEN 2 WHEN 'COMPARES_WITH' THEN 3 WHEN 'USES' THEN 4 ELSE 5 END AS strength
        RETURN p, r ORDER BY strength, r.confidence DESC, p.year DESC, p.id LIMIT $limit
        """;

    /// <summary>Numbers reported on a dataset or benchmark that can be ranked, in the order of an answer to "best results on".</summary>
    public static readonly string ResultsOn =
        "MATCH (c:Concept {id: $id})<-[r:REPORTS]-(p:Paper)\n" + ResultRule.Ranked + "\nOPTIONAL MATCH (m:Concept {id: r.of}) RETURN p, r, m.name ORDER BY " + ResultRule.Order + " LIMIT 50";

    /// <summary>Concepts of a paper: what it introduces, what it builds on, then the others in text order.</summary>
    public const string ConceptsOf =
        """
        MATCH (p:Paper {id: $id})-[r:INTRODUCES|BUILDS_ON|COMPARES_WITH|EVALUATES_ON|USES|ADDRESSES|MEASURES|MENTIONS]->(c:Concept)
        RETURN c, r ORDER BY CASE type(r) WHEN 'INTRODUCES' THEN 0 WHEN 'BUILDS_ON' THEN 1 ELSE 2 END, r.field DESC, r.start, c.id
        """;

    /// <summary>Papers that a paper builds on.</summary>
    public const string BuildsOn =
        "MATCH (p:Paper {id: $id})-[:BUILDS_ON]->(q:Paper) WITH DISTINCT q RETURN q ORDER BY q.year, q.id LIMIT 50";

    /// <summary>The concepts through which a paper's lineage continues, as of year <c>$asOf</c> (null for now): those that it introduces, then those that it builds on.</summary>
    public const string ConceptsInLineageOf =
        """
        MATCH (p:Paper {id: $id})-[r:INTRODUCES|BUILDS_ON]->(c:Concept)
        WHERE $asOf IS NULL OR c.firstYear <= $asOf
        RETURN c, r ORDER BY type(r) DESC, r.confidence DESC, c.paperCount DESC, c.id LIMIT $limit
        """;

    /// <summary>Authors of a paper, and its citations both ways.</summary>
    public const string Circumstances =
        """
        MATCH (p:Paper {id: $id})
        OPTIONAL MATCH (p)<-[w:WROTE]-(a:Author)
        WITH p, w, a ORDER BY w.position, a.id
        WITH p, collect(a.name) AS authors
        RETURN authors, COUNT { (p)-[:CITES]->() } AS cites, COUNT { (p)<-[:CITES]-() } AS citedBy
        """;

    /// <summary>COMPARES_WITH relationships among the concepts <c>$ids</c>.</summary>
    public const string ContrastsAmong =
        "UNWIND $ids AS id MATCH (a:Concept {id: id})-[r:COMPARES_WITH]->(b:Concept) WHERE b.id IN $ids RETURN r ORDER BY r.confidence DESC, id, b.id LIMIT 40";

    /// <summary>Datasets and benchmarks on which papers that introduce the concepts <c>$ids</c> evaluate.</summary>
    public const string GroundOf =
        """
        UNWIND $ids AS id
        MATCH (c:Concept {id: id})<-[:INTRODUCES]-(p:Paper)-[r:EVALUATES_ON]->(d:Concept)
        RETURN c, d, r, p ORDER BY r.confidence DESC, p.id, c.id, d.id LIMIT 400
        """;

    /// <summary>Neighbours of a node in both directions, highest confidence first.</summary>
    public const string NeighboursBoth = "MATCH (n)-[r]-(m) " + NeighbourFilter;

    /// <summary>Neighbours that the node points to.</summary>
    public const string NeighboursOut = "MATCH (n)-[r]->(m) " + NeighbourFilter;

    /// <summary>Neighbours that point to the node.</summary>
    public const string NeighboursIn = "MATCH (n)<-[r]-(m) " + NeighbourFilter;

    private const string NeighbourFilter =
        """
        WHERE elementId(n) = $key AND ($types IS NULL OR type(r) IN $types) AND ($kinds IS NULL OR any(kind IN labels(m) WHERE kind IN $kinds))
        RETURN r, m ORDER BY coalesce(r.confidence, 0.5) DESC, coalesce(m.rank, 0.0) DESC, m.id, type(r), startNode(r) = n, r.via, r.start, r.value, r.metric, r.of
        LIMIT $limit
        """;

    /// <summary>Number of neighbours in both directions, without a limit.</summary>
    public const string CountNeighboursBoth = "MATCH (n)-[r]-(m) " + NeighbourCount;

    /// <summary>Number of neighbours that the node points to.</summary>
    public const string CountNeighboursOut = "MATCH (n)-[r]->(m) " + NeighbourCount;

    /// <summary>Number of neighbours that point to the node.</summary>
    public const string CountNeighboursIn = "MATCH (n)<-[r]-(m) " + NeighbourCount;

    private const string NeighbourCount =
        """
        WHERE elementId(n) = $key AND ($types IS NULL OR type(r) IN $types) AND ($kinds IS NULL OR any(kind IN labels(m) WHERE kind IN $kinds))
        RETURN count(DISTINCT m)
        """;
}
