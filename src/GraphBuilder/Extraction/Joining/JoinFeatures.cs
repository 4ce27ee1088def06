using Stemma.GraphBuilder.Extraction.Memory;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Names;

namespace Stemma.GraphBuilder.Extraction.Joining;

/// <summary>
/// Features of whether two names are the same thing in one text: the words that only one of them has, how they are used and defined, how near they are, and corpus statistics of
/// each. Feature groups after those of within-document coreference (Soon, Ng and Lim 2001, "A machine learning approach to coreference resolution of noun phrases").
/// </summary>
internal static class JoinFeatures
{
    private const int MostCounted = 3;

    /// <summary>Fills a bag with the features of a pair.</summary>
    /// <param name="document">The paper with types.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="memory">Corpus statistics of names.</param>
    /// <param name="bag">Emptied and filled.</param>
    public static void Write(PaperDocument document, NamePair pair, NameMemory memory, FeatureBag bag)
    {
        var (longer, shorter) = (document.Concepts[pair.Long], document.Concepts[pair.Short]);
        var kind = (uint)pair.Kind;
        bag.Clear();
        bag.Add(1, kind);
        bag.Add(2, kind, (uint)longer.Type, (uint)shorter.Type);
        WriteWords(pair, kind, (uint)longer.Type, bag);
        WriteUse(document, longer, shorter, kind, bag);
        bag.Add(20, kind, Known(document, longer, memory), Known(document, shorter, memory));
        bag.Add(21, kind, Level(longer.Judgement), Level(shorter.Judgement));
        bag.Add(22, kind, Entries(longer, shorter));
        bag.Add(23, kind, (longer.ShortForm is null ? 0u : 1u) + (shorter.ShortForm is null ? 0u : 2u) + (longer.ShortForm is { } form && form == shorter.ShortForm ? 4u : 0u));
        WriteDistance(document, longer, shorter, kind, bag);
    }

    private static void WriteWords(NamePair pair, uint kind, uint type, FeatureBag bag)
    {
        var (left, right) = (0u, 0u);
        var at = pair.LongForm.IndexOf(pair.ShortForm);
        for (var word = 0; word < pair.LongForm.Count; word++)
        {
            var hash = pair.LongForm.HashOf(word);
            if (at >= 0 ? word < at : !pair.ShortForm.Has(pair.LongForm, word))
            {
                left++;
                bag.Add(3, kind, hash);
                bag.Add(4, hash, type);
            }
            else if (at >= 0 && word >= at + pair.ShortForm.Count)
            {
                right++;
                bag.Add(5, kind, hash);
                bag.Add(6, hash, type);
            }
        }

        for (var word = 0; word < pair.ShortForm.Count; word++)
        {
            if (!pair.LongForm.Has(pair.ShortForm, word))
            {
                bag.Add(7, kind, pair.ShortForm.HashOf(word));
            }
        }

        bag.Add(8, kind, (Math.Min(left, MostCounted) * 4) + Math.Min(right, MostCounted), type);
        bag.Add(9, kind, (uint)Math.Min(pair.ShortForm.Count, 4), type);
        bag.Add(10, kind, FeatureHash.Of(pair.ShortForm.Squeezed));
    }

    private static void WriteUse(PaperDocument document, ConceptDraft longer, ConceptDraft shorter, uint kind, FeatureBag bag)
    {
        var (first, second) = (longer.Mentions[0].Range.First, shorter.Mentions[0].Range.First);
        bag.Add(11, kind, (first < document.TitleTokens ? 1u : 0u) + (second < document.TitleTokens ? 2u : 0u) + (first < second ? 4u : 0u));
        bag.Add(12, kind, (uint)Math.Min(MostCounted, longer.Mentions.Count), (uint)Math.Min(MostCounted, shorter.Mentions.Count));
        bag.Add(13, kind, DefinitionOf(document, longer), DefinitionOf(document, shorter));
        bag.Add(14, kind, (NameShapes.IsCoined(document, first) ? 1u : 0u) + (NameShapes.IsCoined(document, second) ? 2u : 0u));
        for (var mention = 0; mention < Math.Min(shorter.Mentions.Count, MostCounted); mention++)
        {
            var range = shorter.Mentions[mention].Range;
            bag.Add(15, kind, range.First > document.TitleTokens ? document.FactsOf(range.First - 1).Lower : 1u);
            bag.Add(16, kind, range.End < document.Tokens.Count ? document.FactsOf(range.End).Lower : 1u);
        }
    }

    /// <summary>The smallest distance between the two in a sentence, and the word after the first of them, marked where the distance is at most 2.</summary>
    private static void WriteDistance(PaperDocument document, ConceptDraft longer, ConceptDraft shorter, uint kind, FeatureBag bag)
    {
        var (nearest, between) = (int.MaxValue, 1u);
        foreach (var one in longer.Mentions)
        {
            foreach (var other in shorter.Mentions)
            {
                var (first, second) = one.Range.First < other.Range.First ? (one.Range, other.Range) : (other.Range, one.Range);
                if (document.SentenceOfToken[first.First] == document.SentenceOfToken[second.First] && second.First - first.End is var distance && distance < nearest)
                {
                    (nearest, between) = (distance, distance >= 1 ? document.FactsOf(first.End).Lower : 2u);
                }
            }
        }

        bag.Add(24, kind, nearest switch { int.MaxValue => 0u, <= 0 => 1u, 1 => 2u, 2 => 3u, <= 4 => 4u, <= 8 => 5u, _ => 6u });
        bag.Add(25, kind, between, nearest <= 2 ? 1u : 0u);
    }

    private static uint DefinitionOf(PaperDocument document, ConceptDraft concept)
    {
        foreach (var definition in document.Definitions)
        {
            if (concept.Overlaps(definition.Range))
            {
                return FeatureHash.Of(definition.Id);
            }
        }

        return 0;
    }

    private static uint Entries(ConceptDraft longer, ConceptDraft shorter)
        => (longer.Entry is null ? 0u : 1u) + (shorter.Entry is null ? 0u : shorter.Entry.IsGeneric ? 2u : 4u) + (longer.Entry is { } entry && entry == shorter.Entry ? 8u : 0u);

    /// <summary>Bucket of the number of corpus papers with the name, and whether most of its occurrences are mentions; 0 where unknown.</summary>
    private static uint Known(PaperDocument document, ConceptDraft concept, NameMemory memory)
    {
        return memory.TryFind(PhraseHash.Of(document, concept.Mentions[0].Range), out var record) ? 1 + (uint)Math.Min(6, record.Papers / 2) + (record.Share > 0.5f ? 8u : 0u) : 0u;
    }

    private static uint Level(double probability) => (uint)Math.Min(4, probability * 5);
}
