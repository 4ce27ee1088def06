using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// Adds further occurrences of names that the tagger is sure of, and the other form of an acronym definition of which it found one form
/// (label consistency within a document: Krishnan and Manning 2006).
/// </summary>
internal static class MentionSpreader
{
    /// <summary>Minimum confidence of a name whose other occurrences are added.</summary>
    private const double Sure = 0.6;

    /// <summary>Confidence of an added mention, as a share of that of the mention it was derived from.</summary>
    private const double Inherited = 0.5;

    /// <summary>Rule id of added mentions.</summary>
    public const string Rule = "tagger.spread";

    /// <summary>Adds mentions and restores text order.</summary>
    public static void Spread(PaperDocument document)
    {
        var known = document.Mentions.Count;
        for (var at = 0; at < known; at++)
        {
            var mention = document.Mentions[at];
            if (mention.Confidence >= Sure)
            {
                Repeat(document, mention);
            }

            foreach (var pair in document.Acronyms)
            {
                if (pair.Long == mention.Range)
                {
                    Add(document, mention with { Range = pair.Short, Entry = null });
                }
                else if (pair.Short == mention.Range)
                {
                    Add(document, mention with { Range = pair.Long, Entry = null });
                }
            }
        }

        if (document.Mentions.Count > known)
        {
            TextOrder.Sort(document.Mentions);
        }
    }

    private static void Repeat(PaperDocument document, Mention mention)
    {
        var name = document[mention.Range];
        var text = document.Text.AsSpan();
        var words = document.WordOfToken;
        var first = words[mention.Range.First];
        for (var token = words.IndexOf(first); token + mention.Range.Count <= words.Length;)
        {
            if (text[document.Tokens[token].Start..].StartsWith(name) && document.Tokens[token + mention.Range.Count - 1].End - document.Tokens[token].Start == name.Length)
            {
                Add(document, mention with { Range = new TokenRange(token, token + mention.Range.Count) });
            }

            var next = words[(token + 1)..].IndexOf(first);
            token = next < 0 ? words.Length : token + 1 + next;
        }
    }

    private static void Add(PaperDocument document, Mention mention)
    {
        if (document.SentenceOfToken[mention.Range.First] != document.SentenceOfToken[mention.Range.End - 1])
        {
            return;
        }

        foreach (var other in document.Mentions)
        {
            if (other.Range == mention.Range)
            {
                return;
            }
        }

        document.Mentions.Add(mention with { Confidence = mention.Confidence * Inherited, Kinds = mention.Kinds * (float)Inherited, By = Rule });
    }
}
