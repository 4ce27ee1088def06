using System.Text.RegularExpressions;
using Stemma.GraphModel;

namespace Stemma.GraphBuilder.Asking;

/// <summary>Questions about the whole graph: "most cited papers", "top 5 methods", "most popular datasets in 2023".</summary>
internal static partial class Rankings
{
    /// <summary>The kind of thing that a question ranks, without years and numbers, or null where it asks something else.</summary>
    public static string? NounOf(string question) => Asked().Match(question) is { Success: true } match ? match.Groups["noun"].Value : null;

    /// <summary>The label of what a noun names.</summary>
    public static string LabelOf(string noun) => noun.ToLowerInvariant() switch
    {
        var text when text.StartsWith("paper", StringComparison.Ordinal) => GraphSchema.Labels.Paper,
        var text when text.StartsWith("data", StringComparison.Ordinal) => GraphSchema.Labels.Dataset,
        var text when text.StartsWith("bench", StringComparison.Ordinal) => GraphSchema.Labels.Benchmark,
        var text when text.StartsWith("task", StringComparison.Ordinal) => GraphSchema.Labels.Task,
        var text when text.StartsWith("metric", StringComparison.Ordinal) => GraphSchema.Labels.Metric,
        _ => GraphSchema.Labels.Method,
    };

    /// <summary>Papers by their citations, then by how much is built on what they introduce; concepts by the papers that name them, in the years asked for.</summary>
    public static AskText Write(string label, QuestionFilters filters, AskConditions conditions) => label == GraphSchema.Labels.Paper
        ? new AskText($"MATCH (p:Paper){conditions.OnPapers("p")}", "p AS paper, null AS papers", conditions.Order("p.rank DESC, p.id"))
        : (filters.Since, filters.Until, filters.Venue) is (null, null, null)
            ? new AskText($"MATCH (c:{label})", "c AS concept, c.paperCount AS papers", conditions.OrderOfConcepts("c.paperCount DESC, c.id"))
            : new AskText(
                $$"""
                MATCH (p:Paper)-[r:{{string.Join('|', AskPlan.Of(QuestionKind.About).Types)}}]->(c:{{label}}){{conditions.OnPapers("p")}}
                WITH c, count(DISTINCT p) AS papers
                """,
                "c AS concept, papers",
                conditions.OrderOfConcepts("papers DESC, c.id"));

    [GeneratedRegex(
        @"^(?:(?:what|which|list|show)\s+)?(?:(?:is|are|was|were)\s+)?(?:the\s+)?(?:(?:most|top|best)\s+)?(?:(?:widely\s+)?(?:popular|common|used|cited|named|important|influential|frequent)\s+)?(?<noun>benchmarks?|data\s?sets?|methods?|models?|algorithms?|tasks?|metrics?|papers?)(?:\s+(?:is|are|was|were)\s+(?:the\s+)?(?:most\s+)?(?:widely\s+)?(?:popular|common|used|cited|named))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();
}
