using System.Numerics;
using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Extraction.Memory;
using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphBuilder.Extraction.Tagging;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Judging;

/// <summary>Numeric features of a candidate concept for the judge's trees.</summary>
internal static class ConceptMeasures
{
    /// <summary>Number of measures.</summary>
    public const int Count = 69;

    /// <summary>Fills the first <see cref="Count"/> of <paramref name="measures"/> for one candidate.</summary>
    public static void Write(PaperDocument document, ConceptDraft concept, NameMemory memory, Span<float> measures)
    {
        measures.Clear();
        var at = 0;
        var best = Posteriors(concept, measures, ref at);
        Overlaps(document, concept, best, memory, measures, ref at);
        Standing(document, concept, measures, ref at);
        Name(document, concept, best, measures, ref at);
        Remembered(document, concept, best, memory, measures, ref at);
    }

    private static Mention Posteriors(ConceptDraft concept, Span<float> measures, ref int at)
    {
        var best = concept.Mentions[0];
        var most = Vector4.Zero;
        var sum = Vector4.Zero;
        var (none, total, second, spread, tagged) = (1.0, 0.0, 0.0, 0, 0);
        foreach (var mention in concept.Mentions)
        {
            most = Vector4.Max(most, mention.Kinds);
            sum += mention.Kinds;
            none *= 1 - Math.Min(mention.Confidence, 0.999);
            total += mention.Confidence;
            if (mention.Confidence > best.Confidence)
            {
                second = best.Confidence;
                best = mention;
            }
            else if (mention != best)
            {
                second = Math.Max(second, mention.Confidence);
            }

            spread += mention.By == MentionSpreader.Rule ? 1 : 0;
            tagged += mention.Confidence >= 0.5 ? 1 : 0;
        }

        for (var kind = 0; kind < 4; kind++)
        {
            measures[at++] = most[kind];
        }

        var all = Math.Max(1e-6f, sum.X + sum.Y + sum.Z + sum.W);
        for (var kind = 0; kind < 4; kind++)
        {
            measures[at++] = sum[kind] / all;
        }

        measures[at++] = (float)best.Confidence;
        measures[at++] = (float)(1 - none);
        measures[at++] = (float)(total / concept.Mentions.Count);
        measures[at++] = (float)second;
        measures[at++] = concept.Mentions.Count;
        measures[at++] = tagged;
        measures[at++] = spread;
        measures[at++] = (float)concept.Mentions[0].Confidence;
        return best;
    }

    /// <summary>Spans that contain the most confident mention, are within it or cross it; number of mentions that are not within a more confident one.</summary>
    private static void Overlaps(PaperDocument document, ConceptDraft concept, Mention best, NameMemory memory, Span<float> measures, ref int at)
    {
        var (outer, inner, cross) = (default(Mention), default(Mention), 0.0);
        var (outers, inners) = (0, 0);
        foreach (ref readonly var other in document.MentionsAround(best.Range))
        {
            if (other.Range == best.Range || !other.Range.Overlaps(best.Range))
            {
                continue;
            }

            if (other.Range.Contains(best.Range))
            {
                outer = other.Confidence > outer.Confidence ? other : outer;
                outers++;
            }
            else if (best.Range.Contains(other.Range))
            {
                inner = other.Confidence > inner.Confidence ? other : inner;
                inners++;
            }
            else
            {
                cross = Math.Max(cross, other.Confidence);
            }
        }

        var (free, freest) = (0, 0.0);
        foreach (ref readonly var mention in CollectionsMarshal.AsSpan(concept.Mentions))
        {
            var held = 0.0;
            foreach (ref readonly var other in document.MentionsAround(mention.Range))
            {
                if (other.Range != mention.Range && other.Range.Contains(mention.Range))
                {
                    held = Math.Max(held, other.Confidence);
                }
            }

            free += held > mention.Confidence ? 0 : 1;
            freest = Math.Max(freest, mention.Confidence - held);
        }

        measures[at++] = (float)outer.Confidence;
        measures[at++] = (float)inner.Confidence;
        measures[at++] = (float)cross;
        measures[at++] = (float)(best.Confidence - Math.Max(cross, Math.Max(outer.Confidence, inner.Confidence)));
        measures[at++] = outer.Confidence > 0 ? outer.Range.End - best.Range.End : -1;
        measures[at++] = outer.Confidence > 0 ? best.Range.First - outer.Range.First : -1;
        measures[at++] = inner.Confidence > 0 ? inner.Range.First - best.Range.First : -1;
        measures[at++] = inner.Confidence > 0 ? best.Range.End - inner.Range.End : -1;
        measures[at++] = outers;
        measures[at++] = inners;
        measures[at++] = free;
        measures[at++] = (float)freest;
        Remember(document, outer, memory, measures, ref at);
        Remember(document, inner, memory, measures, ref at);
    }

    private static void Remember(PaperDocument document, Mention mention, NameMemory memory, Span<float> measures, ref int at)
    {
        if (mention.Confidence > 0 && memory.TryFind(PhraseHash.Of(document, mention.Range), out var record))
        {
            measures[at] = record.Papers;
            measures[at + 1] = record.Share;
        }
        else
        {
            measures[at] = -1;
            measures[at + 1] = -1;
        }

        at += 2;
    }

    private static void Standing(PaperDocument document, ConceptDraft concept, Span<float> measures, ref int at)
    {
        var (first, last) = (concept.Mentions[0].Range, concept.Mentions[^1].Range);
        measures[at++] = first.First < document.TitleTokens ? 1 : 0;
        measures[at++] = first.First < document.TitleTokens && first.First == 0 ? 1 : 0;
        measures[at++] = last.First < document.TitleTokens ? -1 : (float)document.SentenceOfToken[last.First] / document.Sentences.Count;
        var body = concept.FirstFrom(document.TitleTokens);
        measures[at++] = body < 0 ? -1 : (float)document.SentenceOfToken[concept.Mentions[body].Range.First] / document.Sentences.Count;
        measures[at++] = document.Tokens.Count;
        measures[at++] = concept.Surfaces.Count;
        measures[at++] = concept.ShortForm is null ? 0 : 1;
        var (defined, called) = (0, 0);
        foreach (var definition in document.Definitions)
        {
            foreach (var mention in concept.Mentions)
            {
                defined += mention.Range == definition.Range ? 1 : 0;
                called += mention.Range != definition.Range && mention.Range.Overlaps(definition.Range) ? 1 : 0;
            }
        }

        measures[at++] = defined;
        measures[at++] = called;
        var entry = concept.Entry;
        measures[at++] = entry is null ? -1 : (float)entry.Types[0];
        measures[at++] = entry is null ? -1 : entry.IsGeneric ? 1 : 0;
        measures[at++] = entry is null ? -1 : entry.IsAmbiguous ? 1 : 0;
        var (within, holds) = (0, 0);
        foreach (var match in document.LexiconMatches)
        {
            within += match.Range != first && match.Range.Contains(first) ? 1 : 0;
            holds += match.Range != first && first.Contains(match.Range) ? 1 : 0;
        }

        measures[at++] = within;
        measures[at++] = holds;
    }

    private static void Name(PaperDocument document, ConceptDraft concept, Mention best, Span<float> measures, ref int at)
    {
        var (words, letters, capitals, digits, coined, hyphens, title) = (0, 0, 0, 0, 0, 0, 0);
        for (var token = best.Range.First; token < best.Range.End; token++)
        {
            var word = document[token];
            words += document.Tokens[token].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Markup ? 1 : 0;
            hyphens += document.Tokens[token].Kind == TokenKind.Hyphen ? 1 : 0;
            coined += NameShapes.IsCoined(document, token) ? 1 : 0;
            title += char.IsUpper(word[0]) ? 1 : 0;
            foreach (var sign in word)
            {
                letters += char.IsLetter(sign) ? 1 : 0;
                capitals += char.IsUpper(sign) ? 1 : 0;
                digits += char.IsDigit(sign) ? 1 : 0;
            }
        }

        measures[at++] = words;
        measures[at++] = letters;
        measures[at++] = letters == 0 ? 0 : (float)capitals / letters;
        measures[at++] = digits;
        measures[at++] = words == 0 ? 0 : (float)coined / words;
        measures[at++] = hyphens;
        measures[at++] = words == 0 ? 0 : (float)title / words;
        measures[at++] = best.Range.First > 0 && !document.Tokens[best.Range.First].SpaceBefore ? 1 : 0;
        measures[at++] = best.Range.End < document.Tokens.Count && !document.Tokens[best.Range.End].SpaceBefore && document.Tokens[best.Range.End].Kind == TokenKind.Hyphen ? 1 : 0;
    }

    private static void Remembered(PaperDocument document, ConceptDraft concept, Mention best, NameMemory memory, Span<float> measures, ref int at)
    {
        var record = default(NameRecord);
        var known = false;
        foreach (var mention in concept.Mentions)
        {
            if (memory.TryFind(PhraseHash.Of(document, mention.Range), out var found) && (!known || found.Papers > record.Papers))
            {
                (record, known) = (found, true);
            }
        }

        measures[at++] = known ? record.Papers : -1;
        measures[at++] = known ? record.Share : -1;
        for (var kind = 0; kind < 4; kind++)
        {
            measures[at++] = known ? record.Kinds[kind] : -1;
        }

        // Statistics of the name without its first token, without its last, with the token before it, and with the token behind it.
        var range = best.Range;
        Remember(document, new Mention(range with { First = range.First + 1 }, default, range.Count > 1 ? 1 : 0, ""), memory, measures, ref at);
        Remember(document, new Mention(range with { End = range.End - 1 }, default, range.Count > 1 ? 1 : 0, ""), memory, measures, ref at);
        var sentence = document.SentenceAt(range.First);
        Remember(document, new Mention(range with { First = range.First - 1 }, default, range.First > sentence.First ? 1 : 0, ""), memory, measures, ref at);
        Remember(document, new Mention(range with { End = range.End + 1 }, default, range.End < sentence.End ? 1 : 0, ""), memory, measures, ref at);
    }
}
