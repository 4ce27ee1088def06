using System.Buffers;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Names;

/// <summary>Recognises possible coined names by their letters: inner capitals, digits, all capitals, or capitalised words in a row.</summary>
internal static class NameShapes
{
    private const int MostNameTokens = 7;

    private static readonly SearchValues<char> AsciiLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>True for a token that does not look like a common word: <c>DPO</c>, <c>ImageNet</c>, <c>Qwen2.5</c>, <c>$\pi_0$</c>.</summary>
    public static bool IsCoined(PaperDocument document, int token)
    {
        var word = document[token];
        return document.Tokens[token].Kind switch
        {
            TokenKind.Word => IsCoined(word),
            TokenKind.Markup => word[0] == '$' && word.IndexOfAny(AsciiLetters) >= 0,
            _ => false,
        };
    }

    /// <summary>True for a word with a capital beyond its first letter, or with a capital first and a digit.</summary>
    public static bool IsCoined(ReadOnlySpan<char> word)
    {
        var letters = 0;
        var inner = false;
        var digit = false;
        for (var at = 0; at < word.Length; at++)
        {
            letters += char.IsLetter(word[at]) ? 1 : 0;
            inner |= at > 0 && char.IsUpper(word[at]);
            digit |= char.IsDigit(word[at]);
        }

        return inner || (digit && letters > 0 && char.IsUpper(word[0]));
    }

    /// <summary>True for a word that begins with a capital.</summary>
    public static bool IsCapitalised(PaperDocument document, int token)
        => document.Tokens[token].Kind == TokenKind.Word && char.IsUpper(document[token][0]);

    /// <summary>
    /// The name that begins at a token: a coined or capitalised word, with the parts that hyphens, + and &amp; join to it, and the coined words, capitalised words and numbers that
    /// follow; empty where none does.
    /// </summary>
    public static TokenRange NameAt(PaperDocument document, int first, int limit)
    {
        if (first >= limit || !(IsCoined(document, first) || IsCapitalised(document, first)))
        {
            return new TokenRange(first, first);
        }

        var end = first + 1;
        while (end < limit && end - first < MostNameTokens)
        {
            if (IsJoint(document, end) && end + 1 < limit && !document.Tokens[end + 1].SpaceBefore && IsPart(document, end + 1))
            {
                end += 2;
            }
            else if (document.Tokens[end].SpaceBefore && (IsCoined(document, end) || IsCapitalised(document, end) || document.Tokens[end].Kind == TokenKind.Number))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        return new TokenRange(first, end);
    }

    /// <summary>The word, number or formula that ends before a token, with the parts that hyphens, + and &amp; join to it; empty where the token before is none.</summary>
    public static TokenRange NameBefore(PaperDocument document, int begin, int end)
    {
        var first = end;
        while (first > begin && IsPart(document, first - 1))
        {
            first--;
            if (first - 1 > begin && !document.Tokens[first].SpaceBefore && IsJoint(document, first - 1) && !document.Tokens[first - 1].SpaceBefore)
            {
                first--;
                continue;
            }

            break;
        }

        return new TokenRange(first, end);
    }

    private static bool IsJoint(PaperDocument document, int token)
        => !document.Tokens[token].SpaceBefore && (document.Tokens[token].Kind == TokenKind.Hyphen || document.Is(token, '+') || document.Is(token, '&'));

    private static bool IsPart(PaperDocument document, int token)
        => document.Tokens[token].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Markup;
}
