using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Tagging;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Training;

/// <summary>
/// Converts labels to the tags that each token may have. Required mentions have one tagging, or several if forms of the same concept nest ("MATH", "MATH dataset");
/// the tokens of an optional mention may be tagged or not, so that training does not penalise choices on which two careful annotators would differ.
/// </summary>
internal static class GoldTags
{
    private const ushort OutsideOnly = 1 << TagSet.Outside;

    /// <summary>One mask per token; bit t allows tag t.</summary>
    public static ushort[] Of(PaperDocument document, LabelledPaper paper)
    {
        var masks = new ushort[document.Tokens.Count];
        Array.Fill(masks, OutsideOnly);
        var owner = new LabelledConcept?[document.Tokens.Count];
        var spans = Spans(document, paper);
        foreach (var (range, concept) in spans)
        {
            if (concept.Required)
            {
                Allow(masks, owner, range, concept);
            }
        }

        foreach (var (range, concept) in spans)
        {
            if (!concept.Required)
            {
                Allow(masks, owner, range, concept);
            }
        }

        return masks;
    }

    /// <summary>Labelled mentions as token ranges, longest first; mentions that do not align with tokens or cross a sentence boundary are left out.</summary>
    public static List<(TokenRange Range, LabelledConcept Concept)> Spans(PaperDocument document, LabelledPaper paper)
    {
        var starts = new Dictionary<int, int>();
        var ends = new Dictionary<int, int>();
        for (var token = 0; token < document.Tokens.Count; token++)
        {
            starts[document.Tokens[token].Start] = token;
            ends[document.Tokens[token].End] = token + 1;
        }

        var spans = new List<(TokenRange Range, LabelledConcept Concept)>();
        foreach (var concept in paper.Concepts)
        {
            foreach (var span in concept.Mentions)
            {
                var shift = span.Field == TextField.Title ? 0 : document.AbstractStart;
                if (starts.TryGetValue(span.Start + shift, out var first) && ends.TryGetValue(span.End + shift, out var end)
                    && document.SentenceOfToken[first] == document.SentenceOfToken[end - 1])
                {
                    spans.Add((new TokenRange(first, end), concept));
                }
            }
        }

        return [.. spans.OrderByDescending(span => span.Range.Count).ThenBy(span => span.Range.First)];
    }

    private static void Allow(ushort[] masks, LabelledConcept?[] owner, TokenRange range, LabelledConcept concept)
    {
        var claimed = owner.AsSpan(range.First, range.Count);
        if (claimed.IndexOfAnyExcept((LabelledConcept?)null) < 0)
        {
            claimed.Fill(concept);
            Write(masks, range, concept, concept.Required ? (ushort)0 : OutsideOnly);
        }
        else if (claimed.IndexOfAnyExcept(concept) < 0)
        {
            // A shorter form of the same concept: the tokens around it may be outside.
            Nest(masks, owner, range, concept);
        }
    }

    private static void Nest(ushort[] masks, LabelledConcept?[] owner, TokenRange range, LabelledConcept concept)
    {
        var first = range.First;
        while (first > 0 && owner[first - 1] == concept && !Begins(masks[first]))
        {
            masks[--first] |= OutsideOnly;
        }

        for (var end = range.End; end < owner.Length && owner[end] == concept && !Begins(masks[end]); end++)
        {
            masks[end] |= OutsideOnly;
        }

        Write(masks, range, concept, masks[range.First]);
    }

    private static bool Begins(ushort mask) => (mask & 0b010101010) != 0;

    private static void Write(ushort[] masks, TokenRange range, LabelledConcept concept, ushort also)
    {
        for (var token = range.First; token < range.End; token++)
        {
            var mask = token == range.First ? also : (ushort)(also & OutsideOnly);
            foreach (var type in concept.Types)
            {
                var kind = TagSet.KindOf(type);
                mask |= (ushort)(1 << (token == range.First ? TagSet.Begin(kind) : TagSet.Inside(kind)));
            }

            masks[token] = token == range.First ? mask : (ushort)(mask | (masks[token] & OutsideOnly & also));
        }
    }
}
