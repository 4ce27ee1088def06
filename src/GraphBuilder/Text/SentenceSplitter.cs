using System.Collections.Frozen;

namespace Stemma.GraphBuilder.Text;

/// <summary>
/// Groups tokens into sentences. A full stop, question or exclamation mark ends one where white space and then a capital, digit, quote, bracket or
/// formula follow, and no abbreviation precedes it (rules of Grefenstette and Tapanainen 1994, "What is a word, what is a sentence?").
/// </summary>
internal static class SentenceSplitter
{
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "al", "vs", "cf", "fig", "figs", "eq", "eqs", "sec", "tab", "resp", "approx", "no", "dr", "prof", "mr", "ms", "st", "ca", "viz", "ref", "refs",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsAbbreviation = Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Appends the sentences of the tokens from <paramref name="first"/> on; every token belongs to exactly one.</summary>
    public static void Split(ReadOnlySpan<char> text, List<Token> tokens, int first, List<TokenRange> sentences)
    {
        var begin = first;
        for (var at = first; at < tokens.Count; at++)
        {
            if (at + 1 == tokens.Count || EndsSentence(text, tokens, at))
            {
                sentences.Add(new TokenRange(begin, at + 1));
                begin = at + 1;
            }
        }
    }

    private static bool EndsSentence(ReadOnlySpan<char> text, List<Token> tokens, int at)
    {
        var token = tokens[at];
        var next = tokens[at + 1];
        if (token.Kind == TokenKind.Punctuation && text[token.Start] is ')' or '"' or '\'' or '\u201D' && at > 0)
        {
            var stop = tokens[at - 1];
            return next.SpaceBefore && IsStop(text, stop) && !token.SpaceBefore && Opens(text, next) && (text[stop.Start] != '.' || !AfterAbbreviation(text, tokens, at - 1));
        }

        if (!IsStop(text, token))
        {
            return false;
        }

        if (next.SpaceBefore)
        {
            return Opens(text, next) && (text[token.Start] != '.' || !AfterAbbreviation(text, tokens, at));
        }

        return text[token.Start] == '.' && GluedSentence(text, tokens, at);
    }

    private static bool IsStop(ReadOnlySpan<char> text, Token token)
        => token.Kind == TokenKind.Punctuation && text[token.Start] is '.' or '!' or '?' or '\u3002';

    private static bool Opens(ReadOnlySpan<char> text, Token token)
    {
        var sign = text[token.Start];
        return char.IsUpper(sign) || char.IsDigit(sign) || sign is '"' or '\u201C' or '\'' or '(' or '[' or '$' or '\\' or '{' or '`' or '*'
            || token.Kind == TokenKind.Url || (char.IsLetter(sign) && HasInnerCapital(text[token.Start..token.End]));
    }

    private static bool HasInnerCapital(ReadOnlySpan<char> word) => word[1..].IndexOfAnyInRange('A', 'Z') >= 0;

    private static bool AfterAbbreviation(ReadOnlySpan<char> text, List<Token> tokens, int at)
    {
        if (at == 0 || tokens[at].SpaceBefore)
        {
            return false;
        }

        var word = text[tokens[at - 1].Start..tokens[at - 1].End];
        return IsAbbreviation.Contains(word) || (word.Length == 1 && char.IsUpper(word[0]) && tokens[at - 1].SpaceBefore && at > 1 && StartsUpper(text, tokens[at - 2]));
    }

    private static bool StartsUpper(ReadOnlySpan<char> text, Token token) => char.IsUpper(text[token.Start]);

    /// <summary>"… was found.In this paper": the space was lost in copying.</summary>
    private static bool GluedSentence(ReadOnlySpan<char> text, List<Token> tokens, int at)
    {
        if (at == 0)
        {
            return false;
        }

        var before = text[tokens[at - 1].Start..tokens[at - 1].End];
        var after = text[tokens[at + 1].Start..tokens[at + 1].End];
        return before.Length > 2 && char.IsLower(before[0]) && char.IsLower(before[^1]) && after.Length > 1 && char.IsUpper(after[0]) && char.IsLower(after[1]);
    }
}
