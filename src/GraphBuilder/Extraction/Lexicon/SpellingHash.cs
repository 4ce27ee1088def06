namespace Stemma.GraphBuilder.Extraction.Lexicon;

/// <summary>Incremental hash of a lower-case spelling without separators (64-bit FNV-1a, Fowler, Noll and Vo), with its value before a final s.</summary>
/// <param name="Value">Hash of all characters so far.</param>
/// <param name="WithoutPlural">Hash without the last character; used only if that is a plural s.</param>
/// <param name="HasPlural">True where the last word ends in a single s and is long enough to be a plural.</param>
internal readonly record struct SpellingHash(ulong Value, ulong WithoutPlural, bool HasPlural)
{
    /// <summary>Minimum length of a word with a plural s (GPS has none).</summary>
    private const int ShortestPlural = 4;

    /// <summary>Hash of the empty spelling.</summary>
    public static SpellingHash Empty => new(14695981039346656037UL, 0, false);

    /// <summary>The hash after another word.</summary>
    public SpellingHash Append(ReadOnlySpan<char> word)
    {
        var value = Value;
        var before = value;
        foreach (var sign in word)
        {
            before = value;
            value = (value ^ (char.IsAscii(sign) ? (char)(sign | (char.IsAsciiLetterUpper(sign) ? 0x20 : 0)) : char.ToLowerInvariant(sign))) * 1099511628211UL;
        }

        var plural = word.Length >= ShortestPlural && word[^1] == 's' && word[^2] != 's';
        return new SpellingHash(value, before, plural);
    }
}
