using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphModel;
using Stemma.GraphModel.Papers;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <summary>An answer: what was understood, one sentence, the rows and the Cypher that found them.</summary>
/// <param name="Question">As asked.</param>
/// <param name="Understood">The reading, for instance <c>builds_on(direct-preference-optimization), year ≥ 2024</c>; null where the question was not understood.</param>
/// <param name="Answer">One sentence; where not understood, why.</param>
public sealed record AskAnswer(string Question, string? Understood, string Answer)
{
    /// <summary>The Cypher text that found the rows, in their order, or null where none ran.</summary>
    public string? Cypher { get; init; }

    /// <summary>Its parameters.</summary>
    public IReadOnlyDictionary<string, GraphValue> Parameters { get; init; } = new Dictionary<string, GraphValue>(StringComparer.Ordinal);

    /// <summary>Papers or concepts, best first, each once.</summary>
    public IReadOnlyList<AskRow> Rows { get; init; } = [];

    /// <summary>Number of rows before the limit.</summary>
    public int Total { get; init; }

    /// <summary>True where <see cref="Rows"/> holds fewer than <see cref="Total"/>.</summary>
    public bool Truncated => Rows.Count < Total;

    /// <summary>The concepts that the names of the question were taken for.</summary>
    public IReadOnlyList<GraphNode> Focus { get; init; } = [];

    /// <summary>Further concepts with the same name, which the answer leaves out.</summary>
    public IReadOnlyList<GraphNode> OtherSenses { get; init; } = [];

    /// <summary>For a connection, the ways between the two.</summary>
    public IReadOnlyList<LineagePath> Paths { get; init; } = [];

    /// <summary>Questions to ask instead, where this one was not understood or its name not found.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}

/// <summary>One row of an answer.</summary>
/// <param name="Node">The paper or concept.</param>
/// <param name="Relation">Relationship type that makes it an answer, or null.</param>
public sealed record AskRow(GraphNode Node, string? Relation)
{
    /// <summary>Id of the paper or concept.</summary>
    public string Id => Text("id") ?? "";

    /// <summary>The id that the paper's input record carried, or null.</summary>
    public string? SourceId => Text("sourceId");

    /// <summary>Title of the paper, name of the concept.</summary>
    public string Title => Text("name") ?? Id;

    /// <summary>Year of the paper, first year of the concept, or null.</summary>
    public int? Year => Node.Properties.TryGetValue("year", out var year) || Node.Properties.TryGetValue("firstYear", out year) ? (int)year.AsInteger() : null;

    /// <summary>Id of the variant or concept in between, or null where it is the concept asked for itself.</summary>
    public string? Via { get; init; }

    /// <summary>The sentence that shows it, or null.</summary>
    public string? Evidence { get; init; }

    /// <summary>0..1, or null where nothing was read or derived.</summary>
    public double? Confidence { get; init; }

    /// <summary>The relationships behind it: its own, then that of <see cref="Via"/>.</summary>
    public IReadOnlyList<GraphRelationship> Relationships { get; init; } = [];

    /// <summary>The node in between, or the paper that a concept row was found in; null where there is none.</summary>
    public GraphNode? Between { get; init; }

    /// <summary>For a concept row, the number of papers that support it; for the first paper of a year, where papers are counted by year, how many there are of it; else null.</summary>
    public long? Papers { get; init; }

    /// <summary>For a reported result the name of the method that reached it, where the text says; else null.</summary>
    public string? Of { get; init; }

    /// <summary>True where <see cref="Evidence"/> says what the concept asked for is, and does not only name it.</summary>
    public bool Tells { get; init; }

    /// <summary>Authors of the paper, where the question asks who; else empty.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>For a reported result its value, unit and metric, as in <c>84% accuracy</c> or <c>+5.9% accuracy</c>; else null.</summary>
    public string? Result
    {
        get
        {
            if (Relationships.Count == 0 || Relationships[0].Properties is not { } result || !result.TryGetValue(GraphSchema.Keys.Value, out var value) || !value.IsNumber)
            {
                return null;
            }

            var unit = result.TryGetValue(GraphSchema.Keys.Unit, out var measured) && measured.IsString ? measured.AsString() : null;
            var metric = result.TryGetValue(GraphSchema.Keys.Metric, out var named) && named.IsString ? " " + named.AsString() : "";
            double? delta = result.TryGetValue(GraphSchema.Keys.Delta, out var changed) && changed.IsNumber ? changed.AsNumber() : null;
            return ResultFigure.Print(value.AsNumber(), unit, delta) + metric;
        }
    }

    private string? Text(string key) => Node.Properties.TryGetValue(key, out var value) && value.IsString ? value.AsString() : null;
}

/// <summary>How to answer.</summary>
public sealed record AskOptions
{
    /// <summary>Rows at most; 0 for all. The default is 20.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Answers as of the end of this year; null for now.</summary>
    public int? AsOf { get; init; }
}
