using Stemma.GraphBuilder.Asking.Questions;

namespace Stemma.GraphBuilder.Asking.Querying;

/// <content>Texts about two concepts, about reported numbers, and about sentences that define a concept.</content>
internal static partial class AskQueries
{
    /// <summary>
    /// What is between the concepts <c>$from</c> and <c>$to</c>: for each of <c>$steps</c>, a pair of adjacent ids on a path, the second concept and the relationship that leads to
    /// it; then the papers that name both, ordered by the roles of the two: introducing or building on weighs most, then comparing.
    /// </summary>
    /// <param name="conditions">Conditions on the papers.</param>
    /// <param name="hasSteps">Whether there is a path; without one, the text returns papers only.</param>
    /// <param name="contrast">Whether papers that compare the two come first.</param>
    public static AskText WriteBetween(AskConditions conditions, bool hasSteps, bool contrast)
    {
        var weight = contrast
            ? "CASE WHEN 'COMPARES_WITH' IN [type(r), type(s)] THEN 4 ELSE 0 END + CASE WHEN r.evidence = s.evidence THEN 2 ELSE 0 END\n    + CASE WHEN type(r) = type(s) THEN 0 ELSE 2 END + size([role IN [type(r), type(s)] WHERE role IN ['INTRODUCES', 'COMPARES_WITH']])"
            : "CASE type(r) WHEN 'INTRODUCES' THEN 3 WHEN 'BUILDS_ON' THEN 3 WHEN 'COMPARES_WITH' THEN 1 ELSE 0 END\n    + CASE type(s) WHEN 'INTRODUCES' THEN 3 WHEN 'BUILDS_ON' THEN 3 WHEN 'COMPARES_WITH' THEN 1 ELSE 0 END";
        var papers = $$"""
            MATCH (:Concept {id: $from})<-[r]-(node:Paper)-[s]->(:Concept {id: $to}){{conditions.OnPapers("node")}}
            WITH node, r, s,
              {{weight}} AS weight
            ORDER BY weight DESC, r.confidence + s.confidence DESC, type(r), r.start, r.value, type(s), s.start, s.value
            WITH node, head(collect({r: r, s: s, weight: weight})) AS best
            """;
        const string Order = "best.weight DESC, best.r.confidence + best.s.confidence DESC, node.id";
        const string Columns = "node, best.r AS relation, best.s AS second";
        return !hasSteps ? new AskText(papers, Columns, Order) : new AskText(
            $$"""
            CALL {
            UNWIND range(0, size($steps) - 1) AS at
            MATCH (:Concept {id: $steps[at][0]})-[r:BUILDS_ON|VARIANT_OF]-(node:Concept {id: $steps[at][1]})
            WITH at, node, r ORDER BY CASE WHEN r.evidence IS NULL THEN 1 ELSE 0 END, r.confidence DESC, type(r), startNode(r).id
            WITH at, node, head(collect(r)) AS r
            RETURN node, at, {r: r, s: null, weight: 0} AS best
            UNION ALL
            {{papers}}
            RETURN node, size($steps) AS at, best
            }
            """,
            Columns,
            "at, " + Order);
    }

    /// <summary>
    /// Evidence that the concept <c>$from</c> builds on, uses or outperforms <c>$to</c>, most confident first. For the first two: the concept itself if the two are related, and
    /// papers that introduce it; conditions hold for the paper that shows it. For the last: papers that introduce it, build on it or use it and whose sentence names it as the winner.
    /// </summary>
    public static AskText WriteClaim(QuestionKind claim, AskConditions conditions) => claim == QuestionKind.Outperforms ? WriteWin(conditions) : new(
        $$"""
        CALL {
        MATCH (node:Concept {id: $from})-[r:BUILDS_ON|VARIANT_OF]->(:Concept {id: $to}){{ShownBy(conditions)}}
        RETURN node, r
        UNION ALL
        MATCH (:Concept {id: $from})<-[:INTRODUCES]-(node:Paper)-[r:{{(claim == QuestionKind.Uses ? "USES|BUILDS_ON" : "BUILDS_ON")}}]->(:Concept {id: $to}){{conditions.OnPapers("node")}}
        RETURN node, r
        }
        WITH node, r WHERE r.evidence IS NOT NULL
        WITH node, r ORDER BY r.confidence DESC, type(r), r.start
        WITH node, head(collect(r)) AS r
        """,
        "node, r AS relation",
        "r.confidence DESC, node.id");

    /// <summary>The conditions on the paper whose sentence shows a relationship r of two concepts.</summary>
    private static string ShownBy(AskConditions conditions) => conditions.OnPapers("shown") is { Length: > 0 } papers ? "\nMATCH (shown:Paper {id: r.paper})" + papers : "";

    /// <summary>Papers with a sentence that says it of the winner, see <see cref="WinningSentences"/>; those that introduce the winner first.</summary>
    private static AskText WriteWin(AskConditions conditions) => new(
        $$"""
        MATCH (:Concept {id: $from})<-[own:INTRODUCES|BUILDS_ON|USES]-(node:Paper)-[r:COMPARES_WITH {by: '{{Winning}}'}]->(:Concept {id: $to}){{conditions.OnPapers("node", "r.start > r.sentenceStart")}}
        {{WinningSentences.Selection}}
        WITH node, r, CASE type(own) WHEN 'INTRODUCES' THEN 0 ELSE 1 END AS rung ORDER BY rung, r.confidence DESC, r.start
        WITH node, head(collect({r: r, rung: rung})) AS best
        """,
        "node, best.r AS relation",
        "best.rung, best.r.confidence DESC, node.id");

    /// <summary>
    /// Sentences that define the concepts ("LoRA is a …"), oldest first; then those of papers that build on them or use them, newest first, since an old use of a word is often
    /// another sense. Papers from before a concept's first year are left out, because they refer to a namesake.
    /// </summary>
    private static AskText Telling(AskConditions conditions) => new(
        $$"""
        UNWIND $ids AS id
        MATCH (c:Concept {id: id})<-[r:BUILDS_ON|USES|COMPARES_WITH|EVALUATES_ON|ADDRESSES|MENTIONS]-(p:Paper){{conditions.OnPapers("p", "r.evidence IS NOT NULL", "r.confidence >= 0.5", "(p.year IS NULL OR c.firstYear IS NULL OR p.year >= c.firstYear)")}}
        WITH c, p, r, toLower(r.evidence) AS said
        WITH p, r, CASE
          WHEN any(name IN [own IN c.aliases + c.name | toLower(own)] WHERE said CONTAINS '(' + name + '), a '
            OR any(words IN [' is a ', ' is an ', ' is the ', ' are a ', 's are a ', ' refers to ', ' has become ', 's have become '] WHERE said STARTS WITH name + words)
            OR (said STARTS WITH name + ' (' AND any(words IN [') is a ', ') is an ', ') is the ', ') are a ', ') refers to ', ') has become ', ') have become '] WHERE said CONTAINS words))) THEN 0
          WHEN type(r) IN ['BUILDS_ON', 'USES'] THEN 1
          ELSE 2 END AS rung
        ORDER BY rung, r.confidence DESC, r.start
        WITH p, head(collect({r: r, rung: rung})) AS best
        """,
        "p AS paper, best.r AS relation, best.rung = 0 AS tells",
        conditions.Order("best.rung, CASE best.rung WHEN 0 THEN coalesce(p.year, 9999) ELSE -coalesce(p.year, 0) END, best.r.confidence DESC, p.id"));

    /// <summary>Numbers that can be ranked, see <see cref="ResultRule"/>.</summary>
    private static AskText Results(AskConditions conditions) => new(
        $$"""
        UNWIND $ids AS id
        MATCH (c:Concept {id: id})<-[r:REPORTS]-(p:Paper){{conditions.OnPapers("p")}}
        {{conditions.Ranked()}}
        OPTIONAL MATCH (of:Concept {id: r.of})
        """,
        "p AS paper, r AS relation, of, metric, alike",
        conditions.Order(ResultRule.Order));

    /// <summary>
    /// Results of the method <c>$from</c> on the dataset or benchmark <c>$to</c>, see <see cref="ResultRule"/>: for each paper, the numbers that their sentence attributes to the
    /// method, or that the paper introducing it attributes to nothing else; failing those, the numbers of what the paper makes from the method or with it, with the method as
    /// <c>via</c>.
    /// </summary>
    private static AskText ResultsOf(AskConditions conditions) => new(
        $$"""
        MATCH (c:Concept {id: $to})<-[r:REPORTS]-(p:Paper){{conditions.OnPapers("p")}}
        {{Whose}}
        WHERE rung < 3
        WITH c, p, min(rung) AS least, collect({r: r, rung: rung}) AS numbers
        UNWIND [number IN numbers WHERE number.rung = least] AS number
        WITH c, p, number.r AS r
        {{ResultRule.Ranked}}
        {{Whose}}
        OPTIONAL MATCH (of:Concept {id: r.of})
        """,
        "p AS paper, r AS relation, of, CASE rung WHEN 2 THEN $from END AS via",
        conditions.Order("rung, " + ResultRule.Order))
    {
        Through = "CASE rung WHEN 2 THEN 1 END",
    };

    /// <summary>How directly a number of a paper p belongs to the method: 0 by its sentence, 1 by the paper, 2 through what the paper makes from it or with it, 3 not at all.</summary>
    private static string Whose =>
        """
        WITH *, CASE
          WHEN r.of = $from THEN 0
          WHEN r.of IS NULL AND EXISTS { MATCH (p)-[:INTRODUCES]->(:Concept {id: $from}) } THEN 1
          WHEN EXISTS { MATCH (p)-[:INTRODUCES|BUILDS_ON|USES]->(:Concept {id: $from}) } THEN 2
          ELSE 3 END AS rung
        """;

    /// <summary>Every reported number once, whether rankable or not; levels before changes and before percentages that cannot be shares.</summary>
    private static AskText Numbers(AskConditions conditions) => new(
        $$"""
        UNWIND $ids AS id
        MATCH (:Concept {id: id})<-[r:REPORTS]-(p:Paper){{conditions.OnPapers("p")}}
        WITH p, r ORDER BY r.confidence DESC, r.start
        WITH p, r.value AS value, r.unit AS unit, r.metric AS metric, head(collect(r)) AS r
        OPTIONAL MATCH (of:Concept {id: r.of})
        """,
        "p AS paper, r AS relation, of",
        conditions.Order("CASE WHEN abs(r.delta) = r.value OR (r.unit = '%' AND r.value > 100) THEN 1 ELSE 0 END, CASE WHEN r.unit = '%' THEN 0 ELSE 1 END, r.value DESC, p.id, r.start, r.metric"));
}
