using System.Text.RegularExpressions;
using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphModel;
using Stemma.GraphModel.Papers;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <summary>An answer: the reading of the question, a sentence, the rows, and the Cypher that found them.</summary>
/// <param name="Question">As asked.</param>
/// <param name="Understood">The reading, for instance <c>builds_on(direct-preference-optimization), year ≥ 2024</c>; null if the question was not understood.</param>
/// <param name="Answer">One sentence; if the question was not understood, the reason.</param>
public sealed record AskAnswer(string Question, string? Understood, string Answer)
{
    /// <summary>The Cypher text that returns the rows in their order, or null if none was run.</summary>
    public string? Cypher { get; init; }

    /// <summary>Parameters of <see cref="Cypher"/>.</summary>
    public IReadOnlyDictionary<string, GraphValue> Parameters { get; init; } = new Dictionary<string, GraphValue>(StringComparer.Ordinal);

    /// <summary>Papers, concepts, authors or venues in the order of the answer. A paper occurs several times only in lists of reported numbers.</summary>
    public IReadOnlyList<AskRow> Rows { get; init; } = [];

    /// <summary>Number of rows before the limit.</summary>
    public int Total { get; init; }

    /// <summary>True where <see cref="Rows"/> holds fewer than <see cref="Total"/>.</summary>
    public bool Truncated => Rows.Count < Total;

    /// <summary>The concepts that the names in the question resolved to.</summary>
    public IReadOnlyList<GraphNode> Focus { get; init; } = [];

    /// <summary>Further concepts with the same name, left out of the answer.</summary>
    public IReadOnlyList<GraphNode> OtherSenses { get; init; } = [];

    /// <summary>For a connection, the paths between the two concepts.</summary>
    public IReadOnlyList<LineagePath> Paths { get; init; } = [];

    /// <summary>For a count by year, the papers of each year that has any, oldest first; otherwise empty.</summary>
    public IReadOnlyList<YearShare> Years { get; init; } = [];

    /// <summary>Alternative or follow-up questions.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}

/// <summary>The papers of a year beside all of the year. Counts alone would mislead, because a graph has more papers of some years than of others.</summary>
/// <param name="Year">The year.</param>
/// <param name="Papers">Papers of the year that the answer counts.</param>
/// <param name="All">All papers of the year in the graph.</param>
public sealed record YearShare(int Year, int Papers, int All);

/// <summary>One row of an answer.</summary>
/// <param name="Node">The paper, concept, author or venue.</param>
/// <param name="Relation">Type of the relationship that makes the node an answer, or null.</param>
public sealed record AskRow(GraphNode Node, string? Relation)
{
    /// <summary>Id of the node.</summary>
    public string Id => Text("id") ?? "";

    /// <summary>The id that the paper's input record carried, or null.</summary>
    public string? SourceId => Text("sourceId");

    /// <summary>Title of a paper, otherwise the node's name.</summary>
    public string Title => Text("name") ?? Id;

    /// <summary>Year of the paper, first year of the concept, or null.</summary>
    public int? Year => Node.Properties.TryGetValue("year", out var year) || Node.Properties.TryGetValue("firstYear", out year) ? (int)year.AsInteger() : null;

    /// <summary>Id of the variant or concept in between, or null if the row relates directly to the concept asked about.</summary>
    public string? Via { get; init; }

    /// <summary>The sentence that supports the row, or null.</summary>
    public string? Evidence { get; init; }

    /// <summary>Confidence in 0..1; null if the relationship was neither extracted nor derived.</summary>
    public double? Confidence { get; init; }

    /// <summary>The relationships that support the row: its own, then that of <see cref="Via"/>, or for two concepts the second one's.</summary>
    public IReadOnlyList<GraphRelationship> Relationships { get; init; } = [];

    /// <summary>The node in between, or the paper that a concept row was found in; null if there is none.</summary>
    public GraphNode? Between { get; init; }

    /// <summary>For a concept, author or venue, the number of supporting papers; in a count by year, the number of papers of the year; otherwise null.</summary>
    public long? Papers { get; init; }

    /// <summary>For a reported result, the name of the method that reached it, if the text states it; otherwise null.</summary>
    public string? Of { get; init; }

    /// <summary>True if <see cref="Evidence"/> defines the concept asked about instead of only naming it.</summary>
    public bool Tells { get; init; }

    /// <summary>Authors of the paper, if the question asks who introduced a concept; otherwise empty.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>For a reported result, its value, unit and metric, as in <c>84% accuracy</c> or <c>+5.9% accuracy</c>; otherwise null.</summary>
    public string? Result
    {
        get
        {
            if (Relationships.Count == 0 || Relationships[0].Properties is not { } result || !result.TryGetValue(GraphSchema.Keys.Value, out var value) || !value.IsNumber)
            {
                return null;
            }

            var unit = result.TryGetValue(GraphSchema.Keys.Unit, out var measured) && measured.IsString ? measured.AsString() : null;
            var metric = Measure is { } measure ? " " + measure : "";
            double? delta = result.TryGetValue(GraphSchema.Keys.Delta, out var changed) && changed.IsNumber ? changed.AsNumber() : null;
            return ResultFigure.Print(value.AsNumber(), unit, delta) + metric;
        }
    }

    /// <summary>
    /// For a reported result, its metric; null if it has none, or one that ranks from the lowest and is not in the sentence: taken from elsewhere, it is likely that of another number.
    /// </summary>
    internal string? Measure => Relationships.Count > 0 && Relationships[0].Properties.TryGetValue(GraphSchema.Keys.Metric, out var metric) && metric.IsString
        && (!IsLessBetter(metric.AsString()) || Letters(Evidence ?? "").Contains(Letters(metric.AsString()), StringComparison.Ordinal)) ? metric.AsString() : null;

    /// <summary>For a ranked result, the group of metrics that it is ranked in; otherwise null.</summary>
    internal MetricGroup? Group { get; init; }

    /// <summary>True for metrics where lower is better.</summary>
    internal static bool IsLessBetter(string metric) => Regex.IsMatch(metric, ResultRule.LessIsBetter, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>A text without what the spellings of one metric differ in.</summary>
    private static string Letters(string text) => string.Concat(text.ToLowerInvariant().Where(letter => letter is not (' ' or '-' or '’' or '\'')));

    private string? Text(string key) => Node.Properties.TryGetValue(key, out var value) && value.IsString ? value.AsString() : null;
}

/// <summary>Results by one metric.</summary>
/// <param name="Metric">Id of the metric, otherwise its name as printed; <c>accuracy</c> for all shares of items solved, empty for results without a metric.</param>
/// <param name="Papers">Number of papers with results by it.</param>
internal sealed record MetricGroup(string Metric, long Papers);

/// <summary>Options for answering.</summary>
public sealed record AskOptions
{
    /// <summary>Maximum number of rows; 0 for all. The default is 20.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Answers as of the end of this year; null for the whole graph.</summary>
    public int? AsOf { get; init; }
}
