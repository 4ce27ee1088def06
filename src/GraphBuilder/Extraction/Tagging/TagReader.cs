using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>Reads mentions out of a tagged sentence.</summary>
internal static class TagReader
{
    /// <summary>Appends the mentions of a sentence that begins at token <paramref name="first"/>; each is as sure as its least sure token.</summary>
    public static void Read(PaperDocument document, int first, ReadOnlySpan<byte> tags, ReadOnlySpan<double> marginals)
    {
        for (var token = 0; token < tags.Length;)
        {
            if (tags[token] == TagSet.Outside)
            {
                token++;
                continue;
            }

            var kind = TagSet.KindOf(tags[token]);
            var sure = marginals[(token * TagSet.Count) + tags[token]];
            var end = token + 1;
            for (; end < tags.Length && tags[end] == TagSet.Inside(kind); end++)
            {
                sure = Math.Min(sure, marginals[(end * TagSet.Count) + tags[end]]);
            }

            var range = WithinBrackets(document, WithoutOpening(document, new TokenRange(first + token, first + end)));
            if (range.Count > 0)
            {
                document.Mentions.Add(new Mention(range, TagSet.TypeOf(kind), sure, MentionTagger.Rule));
            }

            token = end;
        }
    }

    /// <summary>"i.e., continual learning": the name begins behind the abbreviation.</summary>
    private static TokenRange WithoutOpening(PaperDocument document, TokenRange range)
    {
        var first = range.First;
        while (first < range.End && (document.Is(first, "i.e.") || document.Is(first, "e.g.") || document.Is(first, ',')))
        {
            first++;
        }

        return range with { First = first };
    }

    /// <summary>The part of a mention before a bracket that it does not open and close itself.</summary>
    private static TokenRange WithinBrackets(PaperDocument document, TokenRange range)
    {
        var open = -1;
        for (var token = range.First; token < range.End; token++)
        {
            if (document.Is(token, '('))
            {
                open = token;
            }
            else if (document.Is(token, ')'))
            {
                if (open < 0)
                {
                    return range with { End = token };
                }

                open = -1;
            }
        }

        return open < 0 ? range : range with { End = open };
    }
}
