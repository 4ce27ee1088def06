using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Querying;

/// <summary>The rows of a text, and what the answer's sentence says of all there are.</summary>
/// <param name="Cypher">The text.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Total">How many there are without the limit.</param>
/// <param name="Through">How many of those come through a variant or part.</param>
internal sealed record FoundRows(string Cypher, Dictionary<string, GraphValue> Parameters, List<AskRow> Rows, int Total, int Through)
{
    /// <summary>For a connection, how many rows stand on the ways; papers follow.</summary>
    public int Before { get; init; }

    /// <summary>For results, how many numbers cannot be ranked and are left out.</summary>
    public int Further { get; init; }

    /// <summary>The rows that the sentence tells of.</summary>
    public IReadOnlyList<AskRow> Told { get; init; } = Rows;
}
