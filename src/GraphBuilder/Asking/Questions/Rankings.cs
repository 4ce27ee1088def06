using System.Text.RegularExpressions;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphModel;

namespace Stemma.GraphBuilder.Asking.Questions;

/// <summary>Questions about the whole graph: "most cited papers", "top 5 methods", "most popular datasets in 2023", "new benchmarks in 2024", "most prolific authors".</summary>
internal static partial class Rankings
{
    /// <summary>The question, or null if it is not about the whole graph. Filters have already been removed from the text.</summary>
    public static Question? Read(string question) =>
        Asked().Match(question) is { Success: true } named ? new Question(QuestionKind.MostNamed, named.Groups["noun"].Value)
        : Introduced().Match(question) is { Success: true } made ? new Question(QuestionKind.MostIntroduced, made.Groups["noun"].Value)
        : Sized().Match(question) is { Success: true } sized ? new Question(QuestionKind.MostNamed, sized.Groups["noun"].Value)
        : Writing().IsMatch(question) ? new Question(QuestionKind.MostNamed, "authors")
        : null;

    /// <summary>The label that a noun stands for.</summary>
    public static string LabelOf(string noun) => noun.ToLowerInvariant() switch
    {
        var text when text.StartsWith("paper", StringComparison.Ordinal) => GraphSchema.Labels.Paper,
        var text when text.StartsWith("author", StringComparison.Ordinal) || text.StartsWith("researcher", StringComparison.Ordinal) => GraphSchema.Labels.Author,
        var text when text.StartsWith("concept", StringComparison.Ordinal) => GraphSchema.Labels.Concept,
        var text when text.StartsWith("data", StringComparison.Ordinal) => GraphSchema.Labels.Dataset,
        var text when text.StartsWith("bench", StringComparison.Ordinal) => GraphSchema.Labels.Benchmark,
        var text when text.StartsWith("task", StringComparison.Ordinal) => GraphSchema.Labels.Task,
        var text when text.StartsWith("metric", StringComparison.Ordinal) => GraphSchema.Labels.Metric,
        _ => GraphSchema.Labels.Method,
    };

    /// <summary>
    /// Papers by citations unless asked otherwise, then by how much builds on what they introduce (<c>rank</c>); authors by number of papers; concepts by the number of papers that
    /// name them, within the years asked for.
    /// </summary>
    public static AskText Write(string label, Question question, AskConditions conditions)
    {
        var filters = question.Filters;
        return label switch
        {
            GraphSchema.Labels.Paper when filters.ByYear => new AskText($"MATCH (p:Paper){conditions.OnPapers("p")}", "p AS paper, null AS relation", "p.rank DESC, p.id"),
            GraphSchema.Labels.Paper => new AskText($"MATCH (p:Paper){conditions.OnPapers("p")}", "p AS paper, null AS papers", conditions.Order("p.rank DESC, p.id")),
            GraphSchema.Labels.Author => new AskText($"MATCH (a:Author)-[:WROTE]->(p:Paper){conditions.OnPapers("p")}\nWITH a, count(p) AS papers", "a AS author, papers", "papers DESC, a.id"),
            _ when question.Kind == QuestionKind.MostIntroduced => New(label, conditions),
            _ when (filters.Since, filters.Until, filters.Venue) is (null, null, null) => new AskText($"MATCH (c:{label})", "c AS concept, c.paperCount AS papers", conditions.OrderOfConcepts("c.paperCount DESC, c.id")),
            _ => new AskText(
                $$"""
                MATCH (p:Paper)-[r:{{string.Join('|', AskPlan.Of(QuestionKind.About).Types)}}]->(c:{{label}}){{conditions.OnPapers("p")}}
                WITH c, count(DISTINCT p) AS papers
                """,
                "c AS concept, papers",
                conditions.OrderOfConcepts("papers DESC, c.id")),
        };
    }

    /// <summary>Introduced concepts, most named first. A paper later than a year after the first mention claims another's concept, see <see cref="AskForm.IntroducedBy"/>.</summary>
    private static AskText New(string label, AskConditions conditions) => new(
        $$"""
        MATCH (p:Paper)-[:INTRODUCES]->(c:{{label}}){{conditions.OnPapers("p", "(p.year IS NULL OR c.firstYear IS NULL OR p.year <= c.firstYear + 1)")}}
        WITH DISTINCT c
        """,
        "c AS concept, c.paperCount AS papers",
        conditions.OrderOfConcepts("c.paperCount DESC, c.id"));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Nouns = @"benchmarks?|data\s?sets?|methods?|models?|algorithms?|tasks?|metrics?";

    private const string Things = "(?<noun>" + Nouns + ")";

    [GeneratedRegex(
        @"^(?:(?:what|which|list|show)\s+)?(?:(?:is|are|was|were)\s+)?(?:the\s+)?(?:(?:most|top|best)\s+)?(?:(?:widely\s+)?(?:popular|common|used|cited|named|important|influential|frequent)\s+)?(?<noun>benchmarks?|data\s?sets?|methods?|models?|algorithms?|tasks?|metrics?|papers?)(?:\s+(?:is|are|was|were)\s+(?:the\s+)?(?:most\s+)?(?:widely\s+)?(?:popular|common|used|cited|named|there|published|written|here))?$",
        Options)]
    private static partial Regex Asked();

    [GeneratedRegex(
        @"^(?:(?:what|which|list|show)\s+)?(?:(?:are|were)\s+)?(?:the\s+)?(?:(?:new|novel)\s+" + Things + @"(?:\s+(?:are|were|was)\s+(?:introduced|released|proposed|published|presented|created))?|" + Things + @"\s+(?:(?:are|were|was)\s+)?(?:introduced|released|proposed|published|presented|created))$",
        Options)]
    private static partial Regex Introduced();

    /// <summary>"How many concepts are in the graph?", with its first words as rewritten by <see cref="Phrasings"/>; and papers of a venue or year, which are read before.</summary>
    [GeneratedRegex(
        @"^(?:which|what)\s+(?:(?<noun>concepts?|authors?|researchers?|papers?|" + Nouns + @")\s+(?:(?:are|is)\s+(?:there\s+)?(?:in|on|known\s+to)|does|do)\s+(?:the|this|your)\s+(?:whole\s+)?(?:graph|corpus|database|collection)(?:\s+(?:have|contain|hold|know))?|(?<noun>papers?)\s+(?:was|were|are)(?:\s+(?:there|published|written))?)$",
        Options)]
    private static partial Regex Sized();

    [GeneratedRegex(
        @"^(?:(?:who|which|what)\s+)?(?:(?:is|are)\s+)?(?:the\s+)?(?:most\s+(?:prolific|productive|active|published)\s+(?:authors?|researchers?)|(?:authors?|researchers?|people)\s+(?:who\s+|that\s+)?(?:publish|published|write|wrote)\s+(?:the\s+)?most(?:\s+papers)?|(?:published|publishes|wrote|writes)\s+(?:the\s+)?most(?:\s+papers)?)$",
        Options)]
    private static partial Regex Writing();
}
