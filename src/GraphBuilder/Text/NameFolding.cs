using System.Runtime.CompilerServices;

namespace Stemma.GraphBuilder.Text;

/// <summary>
/// Folds a name so that spelling variants compare equal: case, hyphens, slashes, typographic quotes, plural. The score definition of the labelled data compares found and labelled
/// names under the same normalisation, so that merging and scoring agree.
/// </summary>
[SkipLocalsInit]
public static class NameFolding
{
    /// <summary>Names are hardly ever longer; size of stack buffers.</summary>
    internal const int UsualLength = 256;

    private const int AsciiSigns = 128;

    private static readonly char[] Ascii = [.. Enumerable.Range(0, AsciiSigns).Select(sign => FoldSign((char)sign))];

    /// <summary>The folded name: lower case letters (ASCII or Greek: β-DPO is not DPO), digits, <c>* + . &amp;</c> and single spaces; empty where none of these occurs.</summary>
    public static string Fold(string name) => Fold(name.AsSpan());

    /// <summary>The folded name of a span of text.</summary>
    public static string Fold(ReadOnlySpan<char> name)
    {
        Span<char> buffer = name.Length <= UsualLength ? stackalloc char[UsualLength] : new char[name.Length];
        return Fold(name, buffer).ToString();
    }

    /// <summary>Folds without allocating a string: the result is a slice of <paramref name="buffer"/>, which must be at least as long as the name.</summary>
    internal static ReadOnlySpan<char> Fold(ReadOnlySpan<char> name, Span<char> buffer)
    {
        var length = 0;
        foreach (var sign in name)
        {
            var folded = sign < AsciiSigns ? Ascii[sign] : FoldSign(sign);
            if (folded == '\0' || (folded == ' ' && (length == 0 || buffer[length - 1] == ' ')))
            {
                continue;
            }

            buffer[length++] = folded;
        }

        var kept = buffer[..length].TrimEnd(' ').TrimEnd('.');
        return kept.Length > 4 && kept[^1] == 's' && kept[^2] != 's' ? kept[..^1] : kept;
    }

    /// <summary>True if a folded name contains another as whole words: "hotpotqa and musique" has "musique", but "mathvista" does not have "math".</summary>
    internal static bool HasWords(string folded, string words)
    {
        for (var at = folded.IndexOf(words, StringComparison.Ordinal); at >= 0 && words.Length > 0; at = folded.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if ((at == 0 || folded[at - 1] == ' ') && (end == folded.Length || folded[end] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    private static char FoldSign(char sign) => sign switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' or '*' or '+' or '.' or '&' => sign,
        >= 'A' and <= 'Z' => (char)(sign + 32),
        >= 'α' and <= 'ω' => sign,
        >= 'Α' and <= 'Ω' => (char)(sign + 32),
        '-' or '\u2013' or '_' or '/' => ' ',
        _ when char.IsWhiteSpace(sign) => sign == ' ' ? ' ' : '\0',
        '\u212A' => 'k',
        '\u0130' => 'i',
        _ => '\0',
    };
}
