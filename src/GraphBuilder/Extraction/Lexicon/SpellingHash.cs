namespace Stemma.GraphBuilder.Extraction.Lexicon;

/// <summary>Rolling hash of a squeezed, lower-case spelling (64-bit FNV-1a, Fowler, Noll and Vo), with its value before a final s.</summary>
/// <param name="Value">Hash of all characters so far.</param>
/// <param name="WithoutPlural">Hash without the last character, where that is a plural s.</param>
/// <param name="HasPlural">True where the last word ends in a single s and is long enough to be a plural.</param>
internal readonly record struct SpellingHash(ulong Value, ulong WithoutPlural, bool HasPlural)
{
    /// <summary>Words shorter than this have no plural s to lose (GPS, loss).</summary>
    private const int ShortestPlural = 4;

    /// <summary>Hash of nothing.</summary>
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
