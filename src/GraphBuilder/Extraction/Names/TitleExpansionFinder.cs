using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Names;

/// <summary>
/// Finds in the title the words that a coined name abbreviates where the text does not define it: "Rank Chain of Thoughts for …" in the title, "we propose RankCoT" below.
/// The letters of the name occur in order, its capitals each at the beginning of a word (Schwartz and Hearst 2003 without the bracket, made stricter).
/// </summary>
internal sealed class TitleExpansionFinder : IExtractionStage
{
    /// <summary>With fewer capitals a chance agreement is likely.</summary>
    private const int LeastCapitals = 2;

    private const int MostWords = 8;

    /// <inheritdoc/>
    public Layers Requires => Layers.Tokens | Layers.Definitions | Layers.Acronyms;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Acronyms;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        foreach (var definition in document.Definitions)
        {
            var name = document[definition.Range];
            if (IsCandidate(name) && !IsKnown(document, name) && Find(document, definition.Range) is { Count: > 1 } expansion)
            {
                document.Acronyms.Add(new AcronymPair(definition.Range, expansion));
            }
        }
    }

    private static bool IsCandidate(ReadOnlySpan<char> name)
    {
        var capitals = 0;
        foreach (var sign in name)
        {
            if (!char.IsLetterOrDigit(sign))
            {
                return false;
            }

            capitals += char.IsUpper(sign) ? 1 : 0;
        }

        return capitals >= LeastCapitals && name.Length >= 3;
    }

    private static bool IsKnown(PaperDocument document, ReadOnlySpan<char> name)
    {
        foreach (var pair in document.Acronyms)
        {
            if (document[pair.Short].SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private static TokenRange Find(PaperDocument document, TokenRange shortForm)
    {
        var name = document[shortForm];
        for (var first = 0; first < document.TitleTokens; first++)
        {
            if (document.Tokens[first].Kind != TokenKind.Word || (shortForm.First <= first && first < shortForm.End))
            {
                continue;
            }

            var end = Match(document, name, first);
            if (end > first + 1)
            {
                return new TokenRange(first, end);
            }
        }

        return default;
    }

    /// <summary>
    /// End of the long form that begins at a token; 0 where none does. Each word contributes its first letter, then as many later ones as fit; a filler may contribute none, unless
    /// it is the first word.
    /// </summary>
    private static int Match(PaperDocument document, ReadOnlySpan<char> name, int first)
    {
        var letter = 0;
        var words = 0;
        for (var token = first; token < document.TitleTokens && words < MostWords; token++)
        {
            if (document.Tokens[token].Kind == TokenKind.Hyphen)
            {
                continue;
            }

            if (document.Tokens[token].Kind != TokenKind.Word)
            {
                return 0;
            }

            words++;
            var taken = Taken(document[token], name[letter..]);
            if (taken == 0 && (words == 1 || !LongFormMatcher.IsFillerWord(document[token])))
            {
                return 0;
            }

            letter += taken;
            if (letter == name.Length)
            {
                return words > 1 ? token + 1 : 0;
            }
        }

        return 0;
    }

    /// <summary>How many letters of the rest of the name the word contributes: a capital only as its first letter, small ones in order behind it.</summary>
    private static int Taken(ReadOnlySpan<char> word, ReadOnlySpan<char> rest)
    {
        if (char.ToLowerInvariant(word[0]) != char.ToLowerInvariant(rest[0]))
        {
            return 0;
        }

        var taken = 1;
        for (var at = 1; at < word.Length && taken < rest.Length && !char.IsUpper(rest[taken]); at++)
        {
            taken += word[at] == rest[taken] ? 1 : 0;
        }

        return taken;
    }
}
