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

            document.Mentions.Add(new Mention(new TokenRange(first + token, first + end), TagSet.TypeOf(kind), sure, MentionTagger.Rule));
            token = end;
        }
    }
}
