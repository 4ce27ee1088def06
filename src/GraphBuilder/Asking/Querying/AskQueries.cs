using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel;

namespace Stemma.GraphBuilder.Asking.Querying;

/// <summary>
/// Writes the Cypher texts of answers: constants, and one text for each <see cref="AskForm"/> with only the conditions that the question states, so that the text shown with an
/// answer is the one that returned its rows, in their order. Names, years and limits are parameters; only labels, relationship types and rule names of the schema are literals. A
/// text starts from ids, which are indexed, or from a full-text index, unless it is about the whole graph. Rows of papers have the columns paper and relation, and also via and
/// viaRelation if a variant may be in between; rows of concepts have concept, relation, papers and source. Every order is total, so that a limit cuts the same rows on every
/// engine.
/// </summary>
internal static partial class AskQueries
{
    /// <summary>Factor on the confidence of a paper that relates to a variant of the concept.</summary>
    public const double ThroughVariant = 0.9;

    /// <summary>
    /// Minimum confidence of "builds on". Of 44 papers checked in the answer about DPO on 143,937 papers, both of the two below it are wrong, and three of the 42 above it
    /// (docs/extraction.md).
    /// </summary>
    public const double MinDescentConfidence = 0.4;

    /// <summary>Sort key that puts relations below <see cref="MinDescentConfidence"/> last, however many papers support them.</summary>
    private static string DoubtfulLast => $"CASE WHEN r.confidence < {MinDescentConfidence} THEN 1 ELSE 0 END, ";

    /// <summary>Extraction rule for a sentence that says one method outperforms another.</summary>
    private const string Winning = "role.outperforms";

    /// <summary>The concept with the id <c>$id</c>.</summary>
    public const string ConceptById = "MATCH (c:Concept {id: $id}) RETURN c AS concept";

    /// <summary>The concepts with the ids <c>$ids</c>, in their order.</summary>
    public const string ConceptsById = "UNWIND range(0, size($ids) - 1) AS at MATCH (c:Concept {id: $ids[at]}) RETURN c AS concept ORDER BY at, c.id";

    /// <summary>Names and aliases of the <c>$limit</c> concepts that most papers name, most papers first.</summary>
    public const string BestKnownNames =
        "MATCH (c:Concept) RETURN c.id AS id, c.name AS name, c.paperCount AS papers, c.aliases AS aliases, c.aliasReasons AS reasons, c.aliasPapers AS uses ORDER BY papers DESC, id LIMIT $limit";

    /// <summary>Number of concepts, which a server answers without a scan.</summary>
    public const string CountConcepts = "MATCH (c:Concept) RETURN count(c) AS concepts";

    /// <summary>Concepts whose name or alias contains the words of <c>$query</c> (full-text syntax); those named <c>$name</c> (lower case) first, then the most used.</summary>
    public const string ConceptsByName =
        """
        CALL db.index.fulltext.queryNodes('concepts', $query) YIELD node, score
        RETURN node AS concept
        ORDER BY CASE WHEN toLower(node.name) = $name OR any(alias IN node.aliases WHERE toLower(alias) = $name) THEN 0 ELSE 1 END, node.paperCount DESC, node.id
        LIMIT 60
        """;

    /// <summary>
    /// Number of papers from <c>$since</c> to <c>$until</c> of the venues that begin with one of <c>$venues</c> (lower case), and the first and last year of all papers of these
    /// venues.
    /// </summary>
    public const string PapersOfVenue =
        """
        MATCH (v:Venue) WHERE any(venue IN $venues WHERE toLower(v.name) STARTS WITH venue)
        MATCH (v)<-[:PUBLISHED_IN]-(p:Paper)
        RETURN count(CASE WHEN p.year >= $since AND p.year <= $until THEN 1 END) AS papers, min(p.year) AS first, max(p.year) AS last
        """;

    /// <summary>Number of papers from <c>$since</c> to <c>$until</c>, and the first and last year of all papers.</summary>
    public const string PapersOfYears =
        "MATCH (p:Paper) RETURN count(CASE WHEN p.year >= $since AND p.year <= $until THEN 1 END) AS papers, min(p.year) AS first, max(p.year) AS last";

    /// <summary>The authors with the ids <c>$ids</c>, in their order, with the number of papers of each.</summary>
    public const string AuthorsById =
        "UNWIND range(0, size($ids) - 1) AS at MATCH (a:Author {id: $ids[at]}) RETURN a.id AS id, a.name AS name, COUNT { MATCH (a)-[:WROTE]->(:Paper) } AS papers ORDER BY at";

    /// <summary>
    /// Authors whose id begins with <c>$begin</c> or ends with <c>$end</c>: those who share a given name or a surname. Scans all authors, so it runs only if no author has the
    /// exact name.
    /// </summary>
    public const string AuthorsLike = "MATCH (a:Author) WHERE a.id STARTS WITH $begin OR a.id ENDS WITH $end RETURN a.id AS id ORDER BY id";

    /// <summary>Ids of the authors whose id begins with <c>$begin</c> and ends with <c>$end</c>: those with a given name and a surname.</summary>
    public const string AuthorsNamed = "MATCH (a:Author) WHERE a.id STARTS WITH $begin AND a.id ENDS WITH $end RETURN a.id AS id ORDER BY id";

    /// <summary>Condition that a paper p is by one of the authors <c>$second</c> as well.</summary>
    private const string BySecond = "EXISTS { MATCH (p)<-[:WROTE]-(second:Author) WHERE second.id IN $second }";

    /// <summary>Names of the authors of a paper, in their order.</summary>
    public const string AuthorsOf = "MATCH (:Paper {id: $id})<-[w:WROTE]-(a:Author) RETURN a.name AS author ORDER BY w.position, a.id";

    /// <summary>The paper with the id <c>$id</c>.</summary>
    public const string PaperById = "MATCH (p:Paper {id: $id}) RETURN p AS paper";

    /// <summary>Papers whose title contains the words of <c>$query</c> (full-text syntax), oldest first.</summary>
    public const string PapersByTitle =
        """
        CALL db.index.fulltext.queryNodes('papers', $query) YIELD node, score
        RETURN node AS paper
        ORDER BY coalesce(node.year, 9999), node.id
        LIMIT 60
        """;

    /// <summary>
    /// Papers with all words of <c>$query</c> (full-text syntax) in the title or abstract; those with most of <c>$terms</c> (lower case) in the title first, then the newest. Index
    /// scores are ignored, because they differ between engines.
    /// </summary>
    public static AskText WriteWorded(AskConditions conditions) => new(
        $$"""
        CALL db.index.fulltext.queryNodes('papers', $query) YIELD node AS p, score
        WITH p{{conditions.OnPapers("p")}}
        """,
        "p AS paper, null AS relation",
        conditions.Order("size([term IN $terms WHERE toLower(p.title) CONTAINS term]) DESC, coalesce(p.year, 0) DESC, p.id"));

    /// <summary>The text for a plan: body, columns and order, without a limit.</summary>
    public static AskText Write(AskPlan plan, AskConditions conditions) => plan.Form switch
    {
        AskForm.BuildsOn => Best(BuildsOnLegs(plan), conditions, MinDescentConfidence, "NOT EXISTS { MATCH (p)-[:INTRODUCES]->(own:Concept) WHERE own.id IN $ids }"),
        AskForm.PapersByRole when plan.Between.Count > 0 => Best(RoleLegs(plan), conditions),
        AskForm.PapersByRole when plan.Types is [GraphSchema.Types.Uses, ..] => Using(plan, conditions),
        AskForm.PapersByRole => ByRole(plan, conditions),
        AskForm.IntroducedBy => Introducing(conditions),
        AskForm.ResultsOn => Results(conditions),
        AskForm.NumbersOn => Numbers(conditions),
        AskForm.Telling => Telling(conditions),
        AskForm.Cites => Citing(
            """
            UNWIND $ids AS id
            MATCH (x:Concept {id: id})<-[:INTRODUCES]-(claimed:Paper)
            WITH x, min(claimed.year) AS first
            MATCH (x)<-[:INTRODUCES]-(source:Paper)<-[r:CITES]-(p:Paper)
            """,
            conditions,
            "(source.year IS NULL OR source.year = first)"),
        AskForm.CitesPaper => Citing("MATCH (source:Paper {id: $id})<-[r:CITES]-(p:Paper)", conditions),
        AskForm.IntroducedIn => new AskText("MATCH (p:Paper {id: $id})-[r:INTRODUCES]->(c:Concept)", "c AS concept, r AS relation, c.paperCount AS papers, p AS source", "r.confidence DESC, c.id"),
        AskForm.ByAuthor => WriteByAuthor(conditions, together: false),
        AskForm.Coauthors => WritingWith(conditions),
        AskForm.Ancestors => Related(plan, conditions, "-[r:{0}]->", DoubtfulLast),
        AskForm.Lineage => Related(plan, conditions, "-[r:{0}]-", "startNode(r).id IN $ids DESC, " + DoubtfulLast),
        AskForm.Successors => Succeeding(plan, conditions),
        AskForm.AuthorsOn => WorkingOn(plan, conditions),
        AskForm.VenuesOn => PublishedIn(plan, conditions),
        AskForm.VenuesOfAuthor => PublishedBy(conditions),
        AskForm.Worded => WriteWorded(conditions),
        AskForm.ResultsOf => ResultsOf(conditions),
        AskForm.InCommon => Shared(plan, conditions),
        AskForm.Variants => Related(plan, conditions, "<-[r:{0}]-", papers: "c.paperCount"),
        AskForm.ComparedTo => Related(plan, conditions, "-[r:{0}]-"),
        AskForm.ConceptsBeside => Beside(plan, conditions),
        AskForm.Outperforming => Outperforming(plan, conditions),
        AskForm.Senses => new AskText("UNWIND range(0, size($ids) - 1) AS at\nMATCH (c:Concept {id: $ids[at]})", "c AS concept", "at"),
        _ => throw new ArgumentOutOfRangeException(nameof(plan)),
    };

    private static string Types(IEnumerable<string> types) => string.Join('|', types);

    /// <summary>Papers by their own role, by a variant that they introduce or build on, or by a concept that they introduce and derive from it.</summary>
    private static string BuildsOnLegs(AskPlan plan) =>
        $$"""
          UNWIND $ids AS id
          MATCH (:Concept {id: id})<-[r:{{Types(plan.Types)}}]-(p:Paper)
          RETURN p, r, null AS via, null AS v
          UNION ALL
          UNWIND $ids AS id
          MATCH (:Concept {id: id})<-[v:{{Types(plan.Between)}}]-(via:Concept)<-[r:INTRODUCES|{{Types(plan.Types)}}]-(p:Paper)
          RETURN p, r, via, v
          UNION ALL
          UNWIND $ids AS id
          MATCH (:Concept {id: id})<-[r:{{Types(plan.Types)}}]-(:Concept)<-[:INTRODUCES]-(p:Paper)
          WHERE r.via = p.id
          RETURN p, r, null AS via, null AS v
        """;

    private static string RoleLegs(AskPlan plan) =>
        $$"""
          UNWIND $ids AS id
          MATCH (:Concept {id: id})<-[r:{{Types(plan.Types)}}]-(p:Paper)
          RETURN p, r, null AS via, null AS v
          UNION ALL
          UNWIND $ids AS id
          MATCH (:Concept {id: id})<-[v:{{Types(plan.Between)}}]-(via:Concept)<-[r:{{Types(plan.Types)}}]-(p:Paper)
          RETURN p, r, via, v
        """;

    /// <summary>Each paper once, by its most confident reading; readings through a variant are discounted by <see cref="ThroughVariant"/>.</summary>
    private static AskText Best(string legs, AskConditions conditions, double? leastSure = null, params string[] further) => new(
        $$"""
        CALL {
        {{legs}}
        }
        WITH p, r, via, v{{conditions.OnPapers("p", further)}}
        WITH p, r, via, v, CASE WHEN v IS NULL THEN r.confidence WHEN v.confidence < r.confidence THEN {{ThroughVariant}} * v.confidence ELSE {{ThroughVariant}} * r.confidence END AS score
        ORDER BY score DESC, coalesce(via.id, ''), coalesce(r.via, ''), type(r), r.start, r.value{{(leastSure is { } sure ? $"\nWHERE score >= {sure}" : "")}}
        WITH p, head(collect({r: r, via: via, v: v, score: score})) AS best
        """,
        "p AS paper, best.r AS relation, best.via AS via, best.v AS viaRelation",
        conditions.Order("best.score DESC, p.rank DESC, coalesce(p.year, 0) DESC, p.id"))
    {
        Through = "best.via",
    };

    private static AskText ByRole(AskPlan plan, AskConditions conditions) => new(
        $$"""
        UNWIND $ids AS id
        MATCH (:Concept {id: id})<-[r:{{Types(plan.Types)}}]-(p:Paper){{conditions.OnPapers("p")}}
        WITH p, r ORDER BY r.confidence DESC, type(r), r.start, r.value
        WITH p, head(collect(r)) AS r
        """,
        "p AS paper, r AS relation",
        conditions.Order("r.confidence DESC, p.rank DESC, coalesce(p.year, 0) DESC, p.id"));

    /// <summary>The plausible claims of introduction: those of the earliest claiming year, unless papers name the concept more than a year before it.</summary>
    private static AskText Introducing(AskConditions conditions) => new(
        $$"""
        UNWIND $ids AS id
        MATCH (x:Concept {id: id})<-[:INTRODUCES]-(claimed:Paper)
        WITH x, min(claimed.year) AS first
        MATCH (x)<-[r:INTRODUCES]-(p:Paper){{conditions.OnPapers("p", "(p.year IS NULL OR (p.year = first AND first <= x.firstYear + 1))")}}
        WITH p, r ORDER BY r.confidence DESC, r.start
        WITH p, head(collect(r)) AS r
        OPTIONAL MATCH (a:Author)-[w:WROTE]->(p)
        WITH p, r, a ORDER BY w.position, a.id
        WITH p, r, collect(a.name) AS authors
        """,
        "p AS paper, r AS relation, authors",
        conditions.Order("coalesce(p.year, 9999), CASE WHEN r.by STARTS WITH 'definition' THEN 0 ELSE 1 END, r.confidence DESC, p.id"));

    private static AskText Citing(string pattern, AskConditions conditions, params string[] further) => new(
        $$"""
        {{pattern}}{{conditions.OnPapers("p", further)}}
        WITH p, r ORDER BY endNode(r).id
        WITH p, head(collect(r)) AS r
        """,
        "p AS paper, r AS relation",
        conditions.Order("p.rank DESC, coalesce(p.year, 0) DESC, p.id"));

    /// <summary>Concepts one hop from the concepts, each once, by its best supported relation.</summary>
    private static AskText Related(AskPlan plan, AskConditions conditions, string arrow, string first = "", string papers = "coalesce(r.papers, 0)") => new(
        $$"""
        UNWIND $ids AS id
        MATCH (:Concept {id: id}){{arrow.Replace("{0}", Types(plan.Types), StringComparison.Ordinal)}}(c:Concept){{conditions.OnConcepts("c", plan.Form)}}
        WITH c, r, {{papers}} AS papers ORDER BY papers DESC, r.confidence DESC, type(r), startNode(r).id, endNode(r).id
        WITH c, head(collect({r: r, papers: papers})) AS best
        WITH c, best.r AS r, best.papers AS papers
        """,
        "c AS concept, r AS relation, papers, null AS source",
        $"{first}papers DESC, r.confidence DESC, c.id");

    private static AskText Beside(AskPlan plan, AskConditions conditions) => new(
        $$"""
        UNWIND $ids AS id
        MATCH (:Concept {id: id})<-[:{{Types(plan.Own)}}]-(p:Paper)-[r:{{Types(plan.Types)}}]->(c:Concept)
        WHERE ({{string.Join(" OR ", plan.Labels.Select(label => "c:" + label))}}) AND NOT c.id IN $ids{{conditions.OnPapersBeside("p", "c")}}
        WITH c, p, r ORDER BY r.confidence DESC, p.id, type(r), r.start
        WITH c, count(DISTINCT p) AS papers, head(collect({r: r, p: p})) AS best
        """,
        "c AS concept, best.r AS relation, papers, best.p AS source",
        conditions.OrderOfConcepts("papers DESC, c.paperCount DESC, c.id"));

    /// <summary>Methods introduced by a paper with a winning sentence, if the sentence names them or the paper introduces no other method.</summary>
    private static AskText Outperforming(AskPlan plan, AskConditions conditions) => new(
        $$"""
        UNWIND $ids AS id
        MATCH (:Concept {id: id})<-[r:{{Types(plan.Types)}} {by: '{{Winning}}'}]-(p:Paper)-[own:INTRODUCES]->(c:{{plan.Labels[0]}})
        WHERE NOT c.id IN $ids AND (any(form IN own.surface WHERE r.evidence CONTAINS form) OR COUNT { MATCH (p)-[:INTRODUCES]->(:{{plan.Labels[0]}}) } = 1){{conditions.OnPapersBeside("p", "c")}}
        WITH c, p, r ORDER BY r.confidence DESC, p.id, r.start
        WITH c, count(DISTINCT p) AS papers, head(collect({r: r, p: p})) AS best
        """,
        "c AS concept, best.r AS relation, papers, best.p AS source",
        conditions.OrderOfConcepts("papers DESC, best.r.confidence DESC, c.id"));
}
