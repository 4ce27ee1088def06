using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Names;

/// <summary>
/// Finds definitions of short forms: <c>Direct Preference Optimization (DPO)</c> and, in reversed order, <c>DPO (Direct Preference Optimization)</c>.
/// The window and the letter test are those of Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation definitions in biomedical text";
/// a stricter test is tried first, in which every letter begins a word or follows a hyphen (their Table 1 calls this the common case),
/// so that the long form does not extend beyond its first word.
/// </summary>
internal sealed class AcronymFinder : IExtractionStage
{
    /// <summary>Maximum characters of a short form. Schwartz and Hearst: two to ten characters; one or two words.</summary>
    private const int LongestShortForm = 12;

    private const int MostShortTokens = 5;

    /// <inheritdoc/>
    public Layers Requires => Layers.Tokens | Layers.Sentences;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Acronyms;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        foreach (var sentence in document.Sentences)
        {
            for (var open = sentence.First + 1; open < sentence.End - 1; open++)
            {
                if (document.Is(open, '(') || document.Is(open, '['))
                {
                    FindAt(document, sentence, open);
                }
            }
        }
    }

    private static void FindAt(PaperDocument document, TokenRange sentence, int open)
    {
        var inside = Inside(document, sentence, open);
        if (inside.Count == 0)
        {
            return;
        }

        if (inside.Count <= MostShortTokens && IsShortForm(document, inside)
            && LongFormMatcher.Find(document, inside, sentence.First, open) is { Count: > 0 } longForm)
        {
            document.Acronyms.Add(new AcronymPair(inside, longForm));
            return;
        }

        var before = NameShapes.NameBefore(document, sentence.First, open);
        if (before.Count is > 0 and <= MostShortTokens && inside.Count >= 2 && IsShortForm(document, before)
            && LongFormMatcher.Find(document, before, inside.First, inside.End) is { Count: > 0 } expansion && expansion.First == inside.First)
        {
            document.Acronyms.Add(new AcronymPair(before, expansion));
        }
    }

    /// <summary>The tokens from the bracket to its end, a comma or a semicolon; empty where none follows in the sentence, or another bracket opens before.</summary>
    private static TokenRange Inside(PaperDocument document, TokenRange sentence, int open)
    {
        var end = open + 1;
        while (end < sentence.End && !(document.Is(end, ')') || document.Is(end, ']') || document.Is(end, ',') || document.Is(end, ';') || document.Is(end, '(')))
        {
            end++;
        }

        return end == sentence.End || document.Is(end, '(') ? new TokenRange(open, open) : new TokenRange(open + 1, end);
    }

    private static bool IsShortForm(PaperDocument document, TokenRange range)
    {
        var text = document[range];
        if (text.Length is < 2 or > LongestShortForm || !char.IsLetterOrDigit(text[0]))
        {
            return false;
        }

        var capitals = 0;
        var letters = 0;
        for (var token = range.First; token < range.End; token++)
        {
            if (document.Tokens[token].Kind is TokenKind.Punctuation or TokenKind.Url && !document.Is(token, '+') && !document.Is(token, '*'))
            {
                return false;
            }
        }

        foreach (var sign in text)
        {
            capitals += char.IsUpper(sign) ? 1 : 0;
            letters += char.IsLetter(sign) ? 1 : 0;
        }

        return letters > 0 && (capitals > 0 || letters < text.Length) && (capitals >= 2 || letters <= 6);
    }
}
