using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// Sums the rows of the chain for each token of a paper. The 17 rows per token that depend on single words come from <see cref="WordSums"/>; the others, scattered across several
/// megabytes, are hashed eight tokens at a time and prefetched eight tokens ahead. Bit-identical to <see cref="ChainModel.Add"/> over <see cref="FeatureTemplates.Write"/>.
/// Thread-safe.
/// </summary>
[SkipLocalsInit]
internal sealed class ChainScorer(ChainModel chain)
{
    private const int Places = (2 * FeatureTemplates.Reach) + 1;

    /// <summary>Distance of the word whose sums are prefetched: the last one in the window of the token after next.</summary>
    private const int Ahead = FeatureTemplates.Reach + 2;

    /// <summary>Sums per spelling: one per tag for each relative position of the word, padded to two cache lines.</summary>
    public const int SumsAWord = 64;

    /// <summary>Writes one score per tag and token of a paper.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(PaperDocument document, ReadOnlySpan<TokenAtoms> atoms, WordSums alone, JointRows joint, Span<float> emissions)
    {
        while (alone.FindMissing(document.Words, chain) is >= 0 and var number)
        {
            AddUp(document.Words[number].Atoms, alone[number]);
        }

        joint.Read(atoms);
        for (var token = 0; token < Math.Min(atoms.Length, JointRows.Group); token++)
        {
            Ask(token, atoms, joint);
        }

        var words = document.WordOfToken;
        for (var token = 0; token < atoms.Length; token++)
        {
            if (token + JointRows.Group < atoms.Length)
            {
                Ask(token + JointRows.Group, atoms, joint);
                alone.Prefetch(words[token + Ahead]);
            }

            var sums = token >= FeatureTemplates.Reach && token + FeatureTemplates.Reach < words.Length ? Inside(words, token, alone) : AtEdge(words, token, alone);
            chain.Score(sums, joint, token, emissions.Slice(token * TagSet.Count, TagSet.Count));
        }
    }

    /// <summary>Hashes the features of a token (the joint ones for a whole group at once) and prefetches their rows.</summary>
    private void Ask(int token, ReadOnlySpan<TokenAtoms> atoms, JointRows joint)
    {
        if (token % JointRows.Group == 0)
        {
            joint.Hash(token, chain);
        }

        joint.WriteSparse(atoms, token);
        chain.Prefetch(joint, token);
    }

    /// <summary>Sums what a word adds to the tokens around it, by relative position.</summary>
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

    /// <summary>Sums over the words around a token. Lanes beyond <see cref="TagSet.Count"/> are meaningless: they hold sums of other positions.</summary>
    private static Vector256<short> Inside(ReadOnlySpan<int> words, int token, WordSums alone)
    {
        var sums = Vector256<short>.Zero;
        for (var place = 0; place < Places; place++)
        {
            sums += Vector256.LoadUnsafe(ref alone.First(words[token + place - FeatureTemplates.Reach]), (nuint)(place * TagSet.Count));
        }

        return sums;
    }

    /// <summary>The same near the beginning or end of the text.</summary>
    private Vector256<short> AtEdge(ReadOnlySpan<int> words, int token, WordSums alone)
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
