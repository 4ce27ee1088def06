using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphBuilder.Extraction.Tagging;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Judging;

/// <summary>Hashed features of a candidate concept, taken from all its mentions together.</summary>
internal static class ConceptFeatures
{
    /// <summary>Fills the bag for one candidate.</summary>
    public static void Write(PaperDocument document, ConceptDraft concept, FeatureBag bag)
    {
        bag.Clear();
        var kind = (uint)TagSet.KindOf(concept.Type);
        WritePosteriors(concept, kind, bag);
        WriteName(document, concept, kind, bag);
        WriteStanding(document, concept, kind, bag);
        WriteOverlaps(document, concept, kind, bag);
        foreach (var mention in concept.Mentions)
        {
            WriteContext(document, mention, kind, bag);
        }
    }

    /// <summary>Confidence of the tagger: in the best mention, in any mention (noisy or), and for each kind.</summary>
    private static void WritePosteriors(ConceptDraft concept, uint kind, FeatureBag bag)
    {
        Span<double> best = stackalloc double[TagSet.Kinds];
        best.Clear();
        var none = 1.0;
        foreach (var mention in concept.Mentions)
        {
            none *= 1 - Math.Min(mention.Confidence, 0.999);
            for (var other = 0; other < TagSet.Kinds; other++)
            {
                best[other] = Math.Max(best[other], mention.Kinds[other]);
            }
        }

        bag.Add(1, kind);
        bag.Add(2, Bucket(best[(int)kind]));
        bag.Add(3, Bucket(best[(int)kind]), kind);
        bag.Add(4, Bucket(1 - none));
        bag.Add(5, Bucket(1 - none), kind, (uint)Math.Min(4, concept.Mentions.Count));
        for (var other = 0u; other < TagSet.Kinds; other++)
        {
            if (best[(int)other] > 0.01)
            {
                bag.Add(6, other, Bucket(best[(int)other]));
                bag.Add(7, kind, other, Bucket(best[(int)other]));
            }
        }
    }

    private static void WriteName(PaperDocument document, ConceptDraft concept, uint kind, FeatureBag bag)
    {
        for (var at = 0; at < concept.Mentions.Count && at < 4; at++)
        {
            var range = concept.Mentions[at].Range;
            var name = 0u;
            for (var token = range.First; token < range.End; token++)
            {
                var word = document.Tagging.Atoms.Atoms[token].Word;
                name = FeatureHash.Mix(9, name, word);
                bag.Add(10, word);
                bag.Add(11, word, kind);
            }

            ref readonly var last = ref document.Tagging.Atoms.Atoms[range.End - 1];
            ref readonly var first = ref document.Tagging.Atoms.Atoms[range.First];
            bag.Add(12, name);
            bag.Add(13, name, kind);
            bag.Add(14, last.Word, kind);
            bag.Add(15, last.Suffix3, kind);
            bag.Add(16, first.Word, kind);
            bag.Add(17, first.Shape, last.Shape, kind);
            bag.Add(18, (uint)range.Count, kind);
            bag.Add(19, last.Suffix4);
        }
    }

    private static void WriteStanding(PaperDocument document, ConceptDraft concept, uint kind, FeatureBag bag)
    {
        var range = concept.Mentions[0].Range;
        var entry = concept.Entry;
        bag.Add(30, entry is null ? 0u : 1u + (uint)TagSet.KindOf(entry.Types[0]) + (entry.IsGeneric ? 8u : 0u) + (entry.IsAmbiguous ? 16u : 0u), kind);
        bag.Add(31, concept.ShortForm is null ? 0u : 1u, kind);
        bag.Add(32, (uint)Math.Min(5, concept.Mentions.Count), kind);
        bag.Add(33, range.First < document.TitleTokens ? 1u : 0u, kind);
        bag.Add(34, NameShapes.IsCoined(document, range.First) ? 1u : 0u, kind);
        bag.Add(35, (uint)Math.Min(3, concept.Surfaces.Count), kind);
        bag.Add(36, SentenceClass(document, range.First), kind);
        foreach (var definition in document.Definitions)
        {
            if (concept.Overlaps(definition.Range))
            {
                bag.Add(37, FeatureHash.Of(definition.Id), kind);
            }
        }

        foreach (var other in document.Concepts)
        {
            if (other != concept && other.Holds(concept))
            {
                bag.Add(38, 1, kind);
                bag.Add(39, Bucket(other.Confidence), kind);
            }
            else if (other != concept && concept.Holds(other))
            {
                bag.Add(40, 1, kind);
                bag.Add(41, Bucket(other.Confidence), kind);
            }
        }
    }

    /// <summary>
    /// Confidence of the tagger in spans that contain the most confident mention, are within it or cross it; number of mentions not within a span of confidence above 0.5.
    /// </summary>
    private static void WriteOverlaps(PaperDocument document, ConceptDraft concept, uint kind, FeatureBag bag)
    {
        var (outer, inner, cross) = (0.0, 0.0, 0.0);
        var best = concept.Mentions[0];
        var free = 0u;
        foreach (var mention in concept.Mentions)
        {
            best = mention.Confidence > best.Confidence ? mention : best;
        }

        foreach (ref readonly var other in document.MentionsAround(best.Range))
        {
            if (other.Range == best.Range || !other.Range.Overlaps(best.Range))
            {
                continue;
            }

            if (other.Range.Contains(best.Range))
            {
                outer = Math.Max(outer, other.Confidence);
            }
            else if (best.Range.Contains(other.Range))
            {
                inner = Math.Max(inner, other.Confidence);
            }
            else
            {
                cross = Math.Max(cross, other.Confidence);
            }
        }

        foreach (ref readonly var mention in CollectionsMarshal.AsSpan(concept.Mentions))
        {
            free += IsHeld(document, mention.Range) ? 0u : 1u;
        }

        var own = Bucket(best.Confidence);
        bag.Add(60, Bucket(outer), own);
        bag.Add(61, Bucket(inner), own);
        bag.Add(62, Bucket(cross), own);
        bag.Add(63, Bucket(outer), Bucket(inner), own);
        bag.Add(64, Math.Min(free, 3), own, kind);
    }

    private static bool IsHeld(PaperDocument document, TokenRange range)
    {
        foreach (ref readonly var other in document.MentionsAround(range))
        {
            if (other.Confidence > 0.5 && other.Range != range && other.Range.Contains(range))
            {
                return true;
            }
        }

        return false;
    }

    private static void WriteContext(PaperDocument document, Mention mention, uint kind, FeatureBag bag)
    {
        var atoms = document.Tagging.Atoms.Atoms.AsSpan(0, document.Tokens.Count);
        var sentence = document.SentenceAt(mention.Range.First);
        var before = mention.Range.First > sentence.First ? atoms[mention.Range.First - 1].Word : 1u;
        var before2 = mention.Range.First > sentence.First + 1 ? atoms[mention.Range.First - 2].Word : 1u;
        var after = mention.Range.End < sentence.End ? atoms[mention.Range.End].Word : 1u;
        var after2 = mention.Range.End + 1 < sentence.End ? atoms[mention.Range.End + 1].Word : 1u;
        bag.Add(50, before, kind);
        bag.Add(51, after, kind);
        bag.Add(52, before2, before, kind);
        bag.Add(53, after, after2, kind);
        bag.Add(54, after);
        bag.Add(55, atoms[mention.Range.First].Cue, kind);
        bag.Add(56, atoms[mention.Range.First].Lexicon, kind);
    }

    private static uint SentenceClass(PaperDocument document, int token)
        => token < document.TitleTokens ? 9u : (uint)(4 * document.SentenceOfToken[token] / document.Sentences.Count);

    /// <summary>Fourteen buckets of a probability, narrower towards both ends.</summary>
    private static uint Bucket(double probability) => probability switch
    {
        < 0.015 => 12,
        < 0.03 => 0,
        < 0.055 => 13,
        < 0.08 => 1,
        < 0.15 => 2,
        < 0.25 => 3,
        < 0.35 => 4,
        < 0.45 => 5,
        < 0.55 => 6,
        < 0.65 => 7,
        < 0.75 => 8,
        < 0.85 => 9,
        < 0.95 => 10,
        _ => 11,
    };
}
