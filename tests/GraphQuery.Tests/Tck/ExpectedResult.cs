namespace Stemma.GraphQueryTests.Tck;

/// <summary>The rows that a scenario expects.</summary>
/// <param name="Columns">Names, in order; null if the result should be empty, whatever its columns.</param>
/// <param name="Rows">Canonical texts of rows.</param>
/// <param name="IsOrdered">Whether the order of rows is compared.</param>
/// <param name="IgnoresListOrder">Whether the order within lists is ignored.</param>
internal sealed record ExpectedResult(IReadOnlyList<string>? Columns, IReadOnlyList<string> Rows, bool IsOrdered, bool IgnoresListOrder)
{
    /// <summary>Reads a <c>the result should be …</c> step; null for other steps.</summary>
    public static ExpectedResult? TryRead(TckStep step)
    {
        if (step.Sentence == "the result should be empty")
        {
            return new ExpectedResult(null, [], IsOrdered: false, IgnoresListOrder: false);
        }

        if (!step.Sentence.StartsWith("the result should be", StringComparison.Ordinal))
        {
            return null;
        }

        var ignoresListOrder = step.Sentence.Contains("ignoring element order", StringComparison.Ordinal);
        var rows = step.Table.Skip(1).Select(row => CanonicalText.Of(row.Select(TckValueReader.Read), ignoresListOrder));
        var isOrdered = step.Sentence.Contains(", in order", StringComparison.Ordinal);
        return new ExpectedResult(step.Table[0], [.. rows], isOrdered, ignoresListOrder);
    }

    /// <summary>The difference from the expected rows; null if there is none.</summary>
    public string? Difference(TckOutcome outcome)
    {
        if (Columns is not null && !Columns.SequenceEqual(outcome.Columns))
        {
            return $"columns {string.Join(", ", outcome.Columns)} instead of {string.Join(", ", Columns)}";
        }

        var rows = outcome.Rows.Select(row => CanonicalText.Of(row, IgnoresListOrder)).ToArray();
        var agrees = IsOrdered
            ? rows.SequenceEqual(Rows)
            : rows.Order(StringComparer.Ordinal).SequenceEqual(Rows.Order(StringComparer.Ordinal));
        return agrees ? null : $"rows {Show(rows)} instead of {Show(Rows)}";
    }

    private static string Show(IReadOnlyCollection<string> rows) =>
        rows.Count == 0 ? "(none)" : string.Join(" ", rows.Take(5)) + (rows.Count > 5 ? $" … {rows.Count} in all" : "");
}
