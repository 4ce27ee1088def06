using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Querying;

/// <summary>The rows of a text, and the counts that the sentence of the answer needs.</summary>
/// <param name="Cypher">The text.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Total">Number of rows without the limit.</param>
/// <param name="ViaCount">How many of those come through a variant or part; among papers that use a concept, how many build on it.</param>
internal sealed record FoundRows(string Cypher, Dictionary<string, GraphValue> Parameters, List<AskRow> Rows, int Total, int ViaCount)
{
    /// <summary>For a connection, the number of leading rows that are steps of paths; papers follow.</summary>
    public int PathRowCount { get; init; }

    /// <summary>For results, the number of reported numbers that are left out because they cannot be ranked.</summary>
    public int UnrankedCount { get; init; }

    /// <summary>For a count by year, the papers of each year, oldest first; otherwise empty.</summary>
    public IReadOnlyList<YearShare> Years { get; init; } = [];

    /// <summary>The rows that the sentence covers, which may exceed the limit.</summary>
    public IReadOnlyList<AskRow> AllRows { get; init; } = Rows;
}
