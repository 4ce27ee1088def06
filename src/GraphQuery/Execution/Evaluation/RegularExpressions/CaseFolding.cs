using System.Text;

namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>
/// Adds to code points those that (?i) considers equal: of ASCII only, or with (?u) of all letters, whose fold is the lower case of the upper case
/// (java.util.regex.Pattern.UNICODE_CASE).
/// </summary>
internal static class CaseFolding
{
    private static readonly Lazy<Letter[]> Letters = new(FindLetters);

    private static readonly Lazy<ILookup<int, int>> ByFold = new(() => Letters.Value.ToLookup(letter => letter.Fold, letter => letter.Point));

    /// <summary>A literal in all its cases.</summary>
    public static IEnumerable<CodePointRange> Widen(int point, PatternFlags flags)
    {
        if (!flags.HasFlag(PatternFlags.IgnoreCase))
        {
            return [CodePointRange.Of(point)];
        }

        return flags.HasFlag(PatternFlags.UnicodeCase)
            ? ByFold.Value[Lower(Upper(point))].Append(Lower(Upper(point))).Append(point).Select(CodePointRange.Of)
            : WidenAscii(CodePointRange.Of(point));
    }

    /// <summary>A range of a class: contains a code point if it contains its upper case or its fold.</summary>
    public static IEnumerable<CodePointRange> Widen(CodePointRange range, PatternFlags flags)
    {
        if (!flags.HasFlag(PatternFlags.IgnoreCase))
        {
            return [range];
        }

        return flags.HasFlag(PatternFlags.UnicodeCase)
            ? Letters.Value.Where(letter => Holds(range, letter.Upper) || Holds(range, letter.Fold)).Select(letter => CodePointRange.Of(letter.Point)).Append(range)
            : WidenAscii(range);
    }

    /// <summary>Upper case of a code point, as in java.lang.Character.toUpperCase.</summary>
    /// <remarks>The invariant casing of .NET leaves ı and ſ unchanged.</remarks>
    internal static int Upper(int point) => point switch
    {
        'ı' => 'I',
        'ſ' => 'S',
        _ => Rune.TryCreate(point, out var rune) ? Rune.ToUpperInvariant(rune).Value : point,
    };

    /// <summary>Lower case of a code point, as in java.lang.Character.toLowerCase.</summary>
    internal static int Lower(int point) => point switch
    {
        'İ' => 'i',
        _ => Rune.TryCreate(point, out var rune) ? Rune.ToLowerInvariant(rune).Value : point,
    };

    private static IEnumerable<CodePointRange> WidenAscii(CodePointRange range)
    {
        yield return range;
        for (var letter = 'A'; letter <= 'Z'; letter++)
        {
            if (Holds(range, letter) || Holds(range, letter | 0x20))
            {
                yield return CodePointRange.Of(letter);
                yield return CodePointRange.Of(letter | 0x20);
            }
        }
    }

    private static Letter[] FindLetters()
        => [.. Enumerable.Range(0, CodePointSet.Highest + 1)
            .Select(point => new Letter(point, Upper(point), Lower(Upper(point))))
            .Where(letter => letter.Point != letter.Upper || letter.Point != letter.Fold)];

    private static bool Holds(CodePointRange range, int point) => range.First <= point && point <= range.Last;

    private readonly record struct Letter(int Point, int Upper, int Fold);
}
