using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// Adds up the rows of the chain for each token of a sentence. What words give alone, 17 rows a token, comes from <see cref="WordSums"/>; the rows that are left, which lie all over some megabytes, are
/// asked for while the token before is added up. Gives the bits that <see cref="ChainModel.Add"/> gives over <see cref="FeatureTemplates.Write"/>. Thread-safe.
/// </summary>
[SkipLocalsInit]
internal sealed class ChainScorer(ChainModel chain)
{
    private const int Places = (2 * FeatureTemplates.Reach) + 1;

    /// <summary>The word whose sums are asked for: the next but one that a token has behind it.</summary>
    private const int Ahead = FeatureTemplates.Reach + 2;

    /// <summary>Sums a spelling: for each place where a word may stand one a tag, padded to two lines of the cache.</summary>
    public const int SumsAWord = 64;

    /// <summary>Writes one score a tag and token.</summary>
    public void Write(PaperDocument document, ReadOnlySpan<TokenAtoms> atoms, TokenRange sentence, WordSums alone, Span<float> emissions)
    {
        while (alone.FindMissing(document.Words, chain) is >= 0 and var number)
        {
            AddUp(document.Words[number].Atoms, alone[number]);
        }

        var words = document.WordOfToken;
        Span<uint> features = stackalloc uint[FeatureTemplates.MostFeatures];
        Span<uint> next = stackalloc uint[FeatureTemplates.MostFeatures];
        var count = FeatureTemplates.WriteJoint(atoms, sentence.First, features);
        for (var token = sentence.First; token < sentence.End; token++)
        {
            var nextCount = token + 1 < sentence.End ? FeatureTemplates.WriteJoint(atoms, token + 1, next) : 0;
            chain.Prefetch(next[..nextCount]);
            if (token + Ahead < words.Length)
            {
                alone.Prefetch(words[token + Ahead]);
            }

            var sums = chain.Add(features[..count], Alone(words, token, alone));
            chain.Scores(sums, emissions.Slice((token - sentence.First) * TagSet.Count, TagSet.Count));
            var written = features;
            features = next;
            next = written;
            count = nextCount;
        }
    }

    /// <summary>What a word gives the tokens around it, place by place.</summary>
    private void AddUp(in TokenAtoms word, Span<short> sums)
    {
        Span<uint> features = stackalloc uint[FeatureTemplates.MostFeatures];
        Span<short> tags = stackalloc short[Vector256<short>.Count];
        for (var place = 0; place < Places; place++)
        {
            var count = FeatureTemplates.WriteAlone(word, place - FeatureTemplates.Reach, features);
            chain.Add(features[..count], Vector256<short>.Zero).CopyTo(tags);
            tags[..TagSet.Count].CopyTo(sums[(place * TagSet.Count)..]);
        }
    }

    /// <summary>What the words around a token give it; behind the sums of its tags stand those of other places.</summary>
    private Vector256<short> Alone(ReadOnlySpan<int> words, int token, WordSums alone)
    {
        var sums = Vector256<short>.Zero;
        for (var place = 0; place < Places; place++)
        {
            var other = token + place - FeatureTemplates.Reach;
            sums += (uint)other < (uint)words.Length
                ? Vector256.LoadUnsafe(ref alone.First(words[other]), (nuint)(place * TagSet.Count))
                : Beyond(place - FeatureTemplates.Reach);
        }

        return sums;
    }

    private Vector256<short> Beyond(int place)
    {
        Span<uint> features = stackalloc uint[FeatureTemplates.MostFeatures];
        return chain.Add(features[..FeatureTemplates.WriteAlone(FeatureTemplates.At([], 0), place, features)], Vector256<short>.Zero);
    }
}
