using System.Collections.Frozen;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Names;

/// <summary>Finds the words that a short form abbreviates, reading both from right to left.</summary>
internal static class LongFormMatcher
{
    private const int LettersAtMost = 16;

    private static readonly FrozenSet<string> Fillers =
        new[] { "of", "for", "and", "the", "with", "in", "to", "from", "on", "by", "via", "a", "an", "at", "as", "or", "using" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Fillers that link two words, so that no name begins with one.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsJoint =
        new[] { "and", "or", "of", "for", "with" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsFiller = Fillers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The long form that ends before <paramref name="end"/> and begins at <paramref name="begin"/> or later; empty where there is none.</summary>
    public static TokenRange Find(PaperDocument document, TokenRange shortForm, int begin, int end)
    {
        Span<char> letters = stackalloc char[LettersAtMost];
        var count = Letters(document[shortForm], letters);
        if (count < 2)
        {
            return default;
        }

        // Schwartz and Hearst: at most min(|A| + 5, 2 |A|) words; hyphens are tokens here and do not count.
        var words = Math.Min(count + 5, count * 2);
        var first = WindowStart(document, begin, end, words);
        var initials = MatchInitials(document, letters[..count], first, end);
        return initials.Count > 0 ? initials : MatchLetters(document, letters[..count], first, end);
    }

    /// <summary>True for words that a short form may skip: of, for, the.</summary>
    public static bool IsFillerWord(ReadOnlySpan<char> word) => IsFiller.Contains(word);

    /// <summary>Letters and digits of the short form in lower case, without a plural s.</summary>
    private static int Letters(ReadOnlySpan<char> shortForm, Span<char> letters)
    {
        if (shortForm.Length > 2 && shortForm[^1] == 's' && char.IsUpper(shortForm[^2]))
        {
            shortForm = shortForm[..^1];
        }

        var count = 0;
        foreach (var sign in shortForm)
        {
            if (char.IsLetterOrDigit(sign) && count < letters.Length)
            {
                letters[count++] = char.ToLowerInvariant(sign);
            }
        }

        return count;
    }

    private static int WindowStart(PaperDocument document, int begin, int end, int words)
    {
        var first = end;
        while (first > begin && words > 0)
        {
            first--;
            if (document.Tokens[first].Kind == TokenKind.Punctuation && !document.Is(first, '\'') && !document.Is(first, '&') && !document.Is(first, '*') && !document.Is(first, '+'))
            {
                return first + 1;
            }

            words -= document.Tokens[first].Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
        }

        return first;
    }

    /// <summary>Every letter begins a word; words between may be fillers. A word may contribute several letters, see <see cref="Ending"/>.</summary>
    private static TokenRange MatchInitials(PaperDocument document, ReadOnlySpan<char> letters, int first, int end)
    {
        var letter = letters.Length - 1;
        var start = end;
        for (var token = end - 1; token >= first && letter >= 0; token--)
        {
            var word = document[token];
            if (document.Tokens[token].Kind is TokenKind.Hyphen or TokenKind.Slash or TokenKind.Punctuation)
            {
                continue;
            }

            if (char.ToLowerInvariant(word[0]) == letters[letter] && !(letter == 0 && IsJoint.Contains(word)))
            {
                letter--;
                start = token;
            }
            else if (Ending(word, letters[..(letter + 1)]) is > 0 and var taken)
            {
                letter -= taken;
                start = token;
            }
            else if (!IsFiller.Contains(word) || token == end - 1)
            {
                return default;
            }
        }

        return letter < 0 && start < end - 1 ? new TokenRange(WholeCompound(document, start, first, letters[0]), end) : default;
    }

    /// <summary>"Self-supervised Preference Optimization (SPO)": where the compound's first half begins with the same letter, the long form begins there.</summary>
    private static int WholeCompound(PaperDocument document, int start, int first, char letter)
        => start - 2 >= first && document.Tokens[start - 1].Kind == TokenKind.Hyphen && !document.Tokens[start - 1].SpaceBefore && !document.Tokens[start].SpaceBefore
           && char.ToLowerInvariant(document[start - 2][0]) == letter ? start - 2 : start;

    /// <summary>How many of the last letters are the initial, inner capitals and digits of the word (CamelCase), in order; 0 unless at least two and all of them.</summary>
    private static int Ending(ReadOnlySpan<char> word, ReadOnlySpan<char> letters)
    {
        Span<char> own = stackalloc char[8];
        var count = 0;
        for (var at = 0; at < word.Length && count < own.Length; at++)
        {
            if (at == 0 || char.IsUpper(word[at]) || char.IsDigit(word[at]))
            {
                own[count++] = char.ToLowerInvariant(word[at]);
            }
        }

        return count > 1 && letters.EndsWith(own[..count]) ? count : 0;
    }

    /// <summary>Schwartz and Hearst, findBestLongForm: each letter occurs in order, the first one at the beginning of a word.</summary>
    private static TokenRange MatchLetters(PaperDocument document, ReadOnlySpan<char> letters, int first, int end)
    {
        if (first >= end)
        {
            return default;
        }

        var text = document.Text.AsSpan();
        var from = document.Tokens[first].Start;
        var at = document.Tokens[end - 1].End - 1;
        for (var letter = letters.Length - 1; letter >= 0; letter--, at--)
        {
            while (at >= from && (char.ToLowerInvariant(text[at]) != letters[letter] || (letter == 0 && at > from && char.IsLetterOrDigit(text[at - 1]))))
            {
                at--;
            }

            if (at < from)
            {
                return default;
            }
        }

        var start = TokenAt(document, first, end, at + 1);
        return IsPlausible(document, start, end, letters.Length) ? new TokenRange(start, end) : default;
    }

    private static int TokenAt(PaperDocument document, int first, int end, int offset)
    {
        var token = first;
        while (token + 1 < end && document.Tokens[token + 1].Start <= offset)
        {
            token++;
        }

        return token;
    }

    /// <summary>The long form has at least twice as many characters as the short form has letters, at most one word more than letters, and does not begin with a filler.</summary>
    private static bool IsPlausible(PaperDocument document, int start, int end, int letters)
    {
        var words = 0;
        for (var token = start; token < end; token++)
        {
            words += document.Tokens[token].Kind is TokenKind.Word ? 1 : 0;
        }

        return words <= letters + 1 && !IsFiller.Contains(document[start]) && document[new TokenRange(start, end)].Length >= letters * 2;
    }
}
