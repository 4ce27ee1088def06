using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>
/// Trims characters that are no part of a name from its edges: dashes, footnote and markup characters, and quotation marks whose partner is missing or at the other edge
/// ("“FogNet", "FogNet -", "‘FogNet’"). The tagger occasionally includes such a character in a name: 290 of 690,000 names and aliases of 144,000 papers had one.
/// </summary>
internal static class NameEdges
{
    private const string Closers = "”’'\"»`";

    /// <summary>Characters that end no name; a star may ("A*").</summary>
    private const string Trailing = "~∼^/,;:<=@→↔≈¿¶†‡•\uFFFC\uFFFD";

    /// <summary>Characters that begin no name; a hyphen may, in a part that was split off ("-R" for ImageNet-R).</summary>
    private const string Leading = "*•¿¶†‡—\uFFFC\uFFFD";

    /// <summary>The trimmed name; the whole name where nothing would be left.</summary>
    public static string Cut(string name)
    {
        var (start, end) = Inner(name);
        return end - start == name.Length ? name : name[start..end];
    }

    /// <summary>The same for a token range.</summary>
    public static TokenRange Cut(PaperDocument document, TokenRange range)
    {
        var origin = document.Tokens[range.First].Start;
        var (start, end) = Inner(document.Text.AsSpan(origin, document.Tokens[range.End - 1].End - origin));
        var (first, last) = (range.First, range.End - 1);
        while (first < last && document.Tokens[first].Start < origin + start)
        {
            first++;
        }

        while (last > first && document.Tokens[last].End > origin + end)
        {
            last--;
        }

        return new TokenRange(first, last + 1);
    }

    private static (int Start, int End) Inner(ReadOnlySpan<char> name)
    {
        var (start, end) = (0, name.Length);
        while (start < end && !(char.IsAsciiLetterOrDigit(name[start]) && char.IsAsciiLetterOrDigit(name[end - 1])))
        {
            var inner = name[start..end];
            var (before, behind) = (IsLooseBegin(inner), IsLooseEnd(inner));
            if (!before && !behind)
            {
                break;
            }

            start += before ? 1 : 0;
            end -= behind ? 1 : 0;
        }

        return start < end ? (start, end) : (0, name.Length);
    }

    private static bool IsLooseBegin(ReadOnlySpan<char> name)
        => char.IsWhiteSpace(name[0]) || char.IsControl(name[0]) || Leading.Contains(name[0], StringComparison.Ordinal)
            || (ClosersOf(name[0]).Length > 0 && IsEmpty(name[FindCloser(name)..]));

    private static bool IsLooseEnd(ReadOnlySpan<char> name)
        => char.IsWhiteSpace(name[^1]) || char.IsControl(name[^1]) || Tokenizer.IsHyphen(name[^1]) || Trailing.Contains(name[^1], StringComparison.Ordinal)
            || (Closers.Contains(name[^1], StringComparison.Ordinal) && IsEmpty(name[..FindOpener(name)]));

    private static bool IsEmpty(ReadOnlySpan<char> rest)
    {
        foreach (var sign in rest)
        {
            if (char.IsLetterOrDigit(sign))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>First index at which the quotation mark at the beginning of a name is closed; the end where it is not.</summary>
    private static int FindCloser(ReadOnlySpan<char> name)
    {
        for (var at = 1; at < name.Length; at++)
        {
            if (ClosersOf(name[0]).Contains(name[at], StringComparison.Ordinal) && (at + 1 == name.Length || !char.IsLetterOrDigit(name[at + 1])))
            {
                return at;
            }
        }

        return name.Length;
    }

    /// <summary>Last index at which the quotation mark at the end of a name was opened; the beginning where it was not.</summary>
    private static int FindOpener(ReadOnlySpan<char> name)
    {
        for (var at = name.Length - 2; at >= 0; at--)
        {
            if (ClosersOf(name[at]).Contains(name[^1], StringComparison.Ordinal) && (at == 0 || !char.IsLetterOrDigit(name[at - 1])))
            {
                return at;
            }
        }

        return 0;
    }

    /// <summary>Characters that close a quotation opened by <paramref name="sign"/>; empty where it opens none.</summary>
    private static string ClosersOf(char sign) => sign switch
    {
        '“' or '„' => "”“",
        '‘' or '`' => "’'`",
        '\'' => "'’",
        '"' => "\"",
        '«' => "»",
        _ => "",
    };
}
