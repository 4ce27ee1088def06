using System.Numerics;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>Converts the segments of a tagged sentence into candidate mentions, which may overlap.</summary>
internal static class TagReader
{
    /// <summary>Appends the candidates of a sentence: one per span, with the posterior of each kind.</summary>
    public static void Read(PaperDocument document, List<ChainSegment> segments)
    {
        var begin = document.Mentions.Count;
        foreach (var segment in segments)
        {
            var range = WithinBrackets(document, WithoutOpening(document, new TokenRange(segment.First, segment.End)));
            if (range.Count > 0)
            {
                Add(document, begin, range, segment);
            }
        }
    }

    private static void Add(PaperDocument document, int begin, TokenRange range, ChainSegment segment)
    {
        var kinds = Vector4.Zero;
        kinds[segment.Kind] = (float)segment.Posterior;
        for (var at = begin; at < document.Mentions.Count; at++)
        {
            if (document.Mentions[at].Range == range)
            {
                document.Mentions[at] = Sum(document.Mentions[at], kinds);
                return;
            }
        }

        document.Mentions.Add(Sum(new Mention(range, default, 0, MentionTagger.Rule), kinds));
    }

    private static Mention Sum(Mention mention, Vector4 kinds)
    {
        kinds += mention.Kinds;
        var best = 0;
        for (var kind = 1; kind < TagSet.Kinds; kind++)
        {
            best = kinds[kind] > kinds[best] ? kind : best;
        }

        return mention with { Kinds = kinds, Type = TagSet.TypeOf(best), Confidence = Math.Min(1, kinds.X + kinds.Y + kinds.Z + kinds.W) };
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

    /// <summary>Cuts a mention before an unbalanced bracket.</summary>
    private static TokenRange WithinBrackets(PaperDocument document, TokenRange range)
    {
        var (open, depth) = (-1, 0);
        for (var token = range.First; token < range.End; token++)
        {
            if (document.Is(token, '('))
            {
                open = depth++ == 0 ? token : open;
            }
            else if (document.Is(token, ')'))
            {
                if (depth-- == 0)
                {
                    return range with { End = token };
                }

                open = depth == 0 ? -1 : open;
            }
        }

        return open < 0 ? range : range with { End = open };
    }
}
