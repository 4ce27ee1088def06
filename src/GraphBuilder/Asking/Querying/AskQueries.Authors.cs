namespace Stemma.GraphBuilder.Asking.Querying;

/// <content>Texts about authors, who are identified by name alone: <c>$ids</c> are the spellings of one name.</content>
internal static partial class AskQueries
{
    /// <summary>Papers of the author <c>$ids</c>, or of that author together with <c>$second</c>.</summary>
    /// <param name="conditions">Conditions on the papers.</param>
    /// <param name="together">Whether two authors are asked for.</param>
    public static AskText WriteByAuthor(AskConditions conditions, bool together) => new(
        $$"""
        UNWIND $ids AS id
        MATCH (:Author {id: id})-[r:WROTE]->(p:Paper){{(together ? conditions.OnPapers("p", BySecond) : conditions.OnPapers("p"))}}
        WITH p, r ORDER BY r.position, startNode(r).id
        WITH p, head(collect(r)) AS r
        """,
        "p AS paper, r AS relation",
        conditions.Order("coalesce(p.year, 0) DESC, coalesce(p.arxiv, '') DESC, p.id"));

    /// <summary>Coauthors of the author <c>$ids</c>, most joint papers first, each with the newest joint paper.</summary>
    private static AskText WritingWith(AskConditions conditions) => new(
        $$"""
        UNWIND $ids AS id
        MATCH (:Author {id: id})-[:WROTE]->(p:Paper){{conditions.OnPapers("p")}}
        MATCH (a:Author)-[r:WROTE]->(p)
        WHERE NOT a.id IN $ids
        WITH a, p, r ORDER BY coalesce(p.year, 0) DESC, p.id, r.position
        WITH a, count(DISTINCT p) AS papers, max(coalesce(p.year, 0)) AS latest, head(collect({r: r, p: p})) AS best
        """,
        "a AS author, best.r AS relation, papers, best.p AS source",
        "papers DESC, latest DESC, a.id");
}
