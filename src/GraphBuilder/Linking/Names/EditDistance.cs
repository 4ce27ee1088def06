namespace Stemma.GraphBuilder.Linking.Names;

/// <summary>Levenshtein distance with a bound (Levenshtein 1966; the band of Ukkonen 1985).</summary>
internal static class EditDistance
{
    /// <summary>True where at most <paramref name="limit"/> insertions, deletions and replacements turn one text into the other.</summary>
    public static bool IsWithin(ReadOnlySpan<char> first, ReadOnlySpan<char> second, int limit)
    {
        if (Math.Abs(first.Length - second.Length) > limit)
        {
            return false;
        }

        Span<int> row = second.Length < 256 ? stackalloc int[second.Length + 1] : new int[second.Length + 1];
        for (var column = 0; column < row.Length; column++)
        {
            row[column] = column;
        }

        for (var line = 1; line <= first.Length; line++)
        {
            if (Advance(row, first[line - 1], line, second) > limit)
            {
                return false;
            }
        }

        return row[second.Length] <= limit;
    }

    private static int Advance(Span<int> row, char letter, int line, ReadOnlySpan<char> second)
    {
        var diagonal = row[0];
        row[0] = line;
        var least = line;
        for (var column = 1; column < row.Length; column++)
        {
            var replaced = diagonal + (second[column - 1] == letter ? 0 : 1);
            diagonal = row[column];
            row[column] = Math.Min(replaced, Math.Min(row[column], row[column - 1]) + 1);
            least = Math.Min(least, row[column]);
        }

        return least;
    }
}
