using Stemma.GraphBuilder.Linking.Names;

namespace Stemma.GraphBuilder.Asking.Names;

/// <summary>
/// Defines the slips allowed in a typed name. Names are compared by their folded letters (<see cref="NameKey"/>, in lower case), so case, hyphens, plurals and head words do not count.
/// Digits must match: GPT-5 is not a misspelled GPT-4.
/// </summary>
internal static class Slips
{
    /// <summary>Minimum length of a key for one slip: shorter names have too many neighbours.</summary>
    private const int FewestLetters = 4;

    /// <summary>Minimum length of a key for two slips: about one letter in five, as in spelling correctors of search engines.</summary>
    private const int LettersForTwo = 9;

    /// <summary>The key by which names are compared.</summary>
    public static string KeyOf(string name) => NameKey.Of(name).ToLowerInvariant();

    /// <summary>Number of slips allowed for a key.</summary>
    public static int Allowed(string key) => key.Length switch { >= LettersForTwo => 2, >= FewestLetters => 1, _ => 0 };

    /// <summary>Number of slips between two keys, 0 if equal; null for more than <paramref name="typed"/> allows.</summary>
    public static int? Between(string typed, string known)
    {
        if (typed == known)
        {
            return typed.Length > 0 ? 0 : null;
        }

        var allowed = Allowed(typed);
        return allowed == 0 || !HaveSameDigits(typed, known) ? null : Distance(typed, known, allowed);
    }

    /// <summary>True if two texts are equal or one slip apart.</summary>
    public static bool IsOne(string typed, string known) => Distance(typed, known, 1) is not null;

    /// <summary>
    /// Number of letters inserted, left out or replaced, and of neighbours swapped, between two texts; null for more than <paramref name="most"/>. These four are most typing errors
    /// (Damerau 1964); a swap is not combined with another slip of the same letters (optimal string alignment).
    /// </summary>
    public static int? Distance(ReadOnlySpan<char> typed, ReadOnlySpan<char> known, int most)
    {
        if (Math.Abs(typed.Length - known.Length) > most)
        {
            return null;
        }

        // The rows for all of the typed text up to a letter, and for one and two letters less.
        var (width, below) = (known.Length + 1, int.MaxValue);
        Span<int> rows = width <= 100 ? stackalloc int[3 * width] : new int[3 * width];
        for (var column = 0; column < width; column++)
        {
            rows[column] = column;
        }

        for (var line = 1; line <= typed.Length; line++)
        {
            var earlier = line > 1 ? rows.Slice((line + 1) % 3 * width, width) : [];
            var least = Advance(rows.Slice(line % 3 * width, width), rows.Slice((line - 1) % 3 * width, width), earlier, typed[..line], known);
            if (Math.Min(least, below) > most)
            {
                return null;
            }

            below = least;
        }

        var slips = rows[(typed.Length % 3 * width) + known.Length];
        return slips <= most ? slips : null;
    }

    private static int Advance(Span<int> row, ReadOnlySpan<int> before, ReadOnlySpan<int> earlier, ReadOnlySpan<char> typed, ReadOnlySpan<char> known)
    {
        row[0] = typed.Length;
        var least = row[0];
        for (var column = 1; column < row.Length; column++)
        {
            var slips = Math.Min(before[column - 1] + (known[column - 1] == typed[^1] ? 0 : 1), Math.Min(before[column], row[column - 1]) + 1);
            if (!earlier.IsEmpty && column > 1 && known[column - 1] == typed[^2] && known[column - 2] == typed[^1])
            {
                slips = Math.Min(slips, earlier[column - 2] + 1);
            }

            row[column] = slips;
            least = Math.Min(least, slips);
        }

        return least;
    }

    private static bool HaveSameDigits(string typed, string known) => typed.Where(char.IsAsciiDigit).SequenceEqual(known.Where(char.IsAsciiDigit));
}
