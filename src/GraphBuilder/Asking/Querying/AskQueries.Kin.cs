using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel;

namespace Stemma.GraphBuilder.Asking.Querying;

/// <content>Texts about successors of a concept, authors who work on it, and what two concepts have in common.</content>
internal static partial class AskQueries
{
    /// <summary>
    /// Concepts that build on the concepts or are variants of them and are no older; the best known are selected, then ordered by year. Claims of descent count from a confidence
    /// of <see cref="MinDescentConfidence"/>; variants, which are derived from names, always count.
    /// </summary>
    private static AskText Succeeding(AskPlan plan, AskConditions conditions) => new(
        $$"""
        UNWIND $ids AS id
        MATCH (x:Concept {id: id})<-[r:{{Types(plan.Types)}}]-(c:Concept)
        WHERE NOT c.id IN $ids AND (r.evidence IS NULL OR r.confidence >= {{MinDescentConfidence}}) AND (c.firstYear >= x.firstYear OR x.firstYear IS NULL)
        WITH c, r ORDER BY CASE WHEN r.evidence IS NULL THEN 1 ELSE 0 END, r.confidence DESC, type(r), endNode(r).id
        WITH c, head(collect(r)) AS r{{conditions.OnConcepts("c", AskForm.Successors)}}
        """,
        "c AS concept, r AS relation, c.paperCount AS papers, null AS source",
        conditions.OrderOfConcepts("papers DESC, concept.id").Replace("c.firstYear", "concept.firstYear", StringComparison.Ordinal))
    {
        Shown = "coalesce(concept.firstYear, 9999), papers DESC, concept.id",
    };

    /// <summary>
    /// Papers that use the concepts or are made from them. Surveys come last, because they describe what they name; with a further condition, papers that build on both concepts
    /// come first. Claims of descent count from a confidence of <see cref="MinDescentConfidence"/>.
    /// </summary>
    private static AskText Using(AskPlan plan, AskConditions conditions) => new(
        $$"""
        UNWIND $ids AS id
        MATCH (:Concept {id: id})<-[r:{{Types(plan.Types)}}]-(p:Paper){{conditions.OnPapers("p", plan.CountsMade ? [$"(type(r) <> '{GraphSchema.Types.BuildsOn}' OR r.confidence >= {MinDescentConfidence})"] : [])}}
        WITH p, r ORDER BY r.confidence DESC, type(r), r.start, r.value
        WITH p, head(collect(r)) AS r
        WITH p, r, CASE WHEN {{SurveyTitles.Condition("p")}} THEN 1 ELSE 0 END AS survey, {{conditions.MadeOf("p", "r")}} AS made
        """,
        "p AS paper, r AS relation",
        conditions.Order("survey, made DESC, r.confidence DESC, p.rank DESC, coalesce(p.year, 0) DESC, p.id"))
    {
        Through = plan.CountsMade ? $"CASE type(r) WHEN '{GraphSchema.Types.BuildsOn}' THEN 1 END" : null,
    };

    /// <summary>Authors of papers that work on the concepts, most papers first, each with the relationship of the most confident paper.</summary>
    private static AskText WorkingOn(AskPlan plan, AskConditions conditions) => new(
        $$"""
        UNWIND $ids AS id
        MATCH (:Concept {id: id})<-[r:{{Types(plan.Types)}}]-(p:Paper){{conditions.OnPapers("p")}}
        WITH p, r ORDER BY r.confidence DESC, type(r), r.start
        WITH p, head(collect(r)) AS r
        MATCH (a:Author)-[:WROTE]->(p)
        WITH a, p, r ORDER BY r.confidence DESC, p.id
        WITH a, count(*) AS papers, max(coalesce(p.year, 0)) AS latest, head(collect({r: r, p: p})) AS best
        """,
        "a AS author, best.r AS relation, papers, best.p AS source",
        "papers DESC, latest DESC, a.id");

    /// <summary>
    /// Concepts that <c>$from</c> and <c>$to</c> are related to in the same way, with both relationships and the smaller of the two numbers of supporting papers: what both build
    /// on, what builds on both, then the datasets, benchmarks and tasks of papers that introduce, build on or use them, supported by at least <c>$least</c> papers each.
    /// </summary>
    private static AskText Shared(AskPlan plan, AskConditions conditions) => new(
        $$"""
        CALL {
        UNWIND [$from, $to] AS id
        MATCH (:Concept {id: id})-[r:{{Types(plan.Types)}}]->(c:Concept){{conditions.OnConcepts("c", AskForm.Ancestors)}}
        RETURN c, id, r, 1 AS papers, 0 AS rung
        UNION ALL
        UNWIND [$from, $to] AS id
        MATCH (:Concept {id: id})<-[r:{{Types(plan.Types)}}]-(c:Concept){{conditions.OnConcepts("c", AskForm.Variants)}}
        RETURN c, id, r, 1 AS papers, 1 AS rung
        UNION ALL
        UNWIND [$from, $to] AS id
        MATCH (:Concept {id: id})<-[:{{Types(plan.Own)}}]-(p:Paper)-[r:{{GraphSchema.Types.EvaluatesOn}}|{{GraphSchema.Types.Addresses}}]->(c:Concept){{conditions.OnPapers("p")}}
        WITH c, id, p, r ORDER BY r.confidence DESC, p.id, type(r), r.start
        WITH c, id, count(DISTINCT p) AS papers, head(collect(r)) AS r
        WHERE papers >= $least
        RETURN c, id, r, papers, CASE type(r) WHEN '{{GraphSchema.Types.EvaluatesOn}}' THEN 2 ELSE 3 END AS rung
        }
        WITH c, id, r, papers, rung
        WHERE NOT c.id IN [$from, $to] AND (r.confidence IS NULL OR r.confidence >= {{MinDescentConfidence}})
        ORDER BY rung, r.confidence DESC, type(r), startNode(r).id, endNode(r).id
        WITH c, id, CASE WHEN rung < 2 THEN rung ELSE 2 END AS alike, head(collect({r: r, papers: papers, rung: rung})) AS best
        WITH c, alike, collect({id: id, r: best.r, papers: best.papers, rung: best.rung}) AS sides
        WHERE size(sides) = 2
        WITH c, alike, head([side IN sides WHERE side.id = $from]) AS one, head([side IN sides WHERE side.id = $to]) AS other
        WITH c, alike, one, other, CASE WHEN one.papers < other.papers THEN one.papers ELSE other.papers END AS papers
        ORDER BY alike
        WITH c, head(collect({alike: alike, r: one.r, s: other.r, papers: papers})) AS best
        """,
        "c AS node, best.r AS relation, best.s AS second, best.papers AS papers",
        "best.alike, best.papers DESC, c.paperCount DESC, c.id");
}
