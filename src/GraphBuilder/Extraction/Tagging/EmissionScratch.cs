using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// Scores tags by the chain, and keeps what a word adds to them by its spelling at each place around a token: of the rows of a token two fifths depend on one word (<see cref="FeatureTemplates.ByWord"/>), and those of a
/// frequent word need not be fetched out of megabytes each time. Sums are of whole numbers, so that their order does not show. One object a thread.
/// </summary>
internal sealed class EmissionScratch
{
    /// <summary>Whole numbers a word and place: the tags, padded to a vector of 256 bits.</summary>
    private const int Stride = 16;

    private static readonly int Places = FeatureTemplates.ByWord.Length;

    private ChainModel? _chain;
    private int _edition;
    private short[] _sums = [];
    private byte[] _kept = [];

    /// <summary>Begins a paper.</summary>
    public void Begin(ChainModel chain, WordBook words)
    {
        if (!ReferenceEquals(_chain, chain) || _edition != words.Edition)
        {
            (_chain, _edition) = (chain, words.Edition);
            Array.Clear(_kept);
        }

        // Number 0 stands for the word beyond either end of the paper.
        if (_kept.Length <= words.Count)
        {
            Array.Resize(ref _kept, 2 * (words.Count + 1));
            Array.Resize(ref _sums, _kept.Length * Places * Stride);
        }
    }

    /// <summary>Writes the scores of a token.</summary>
    /// <param name="features">All features of the token, as <see cref="FeatureTemplates.Write"/> writes them.</param>
    /// <param name="words">Numbers of the paper's words.</param>
    /// <param name="token">The token.</param>
    /// <param name="scores">One a tag.</param>
    public void Emit(ReadOnlySpan<uint> features, ReadOnlySpan<int> words, int token, Span<float> scores)
    {
        var sums = Vector256<short>.Zero;
        for (var place = 0; place < Places; place++)
        {
            var (offset, own) = FeatureTemplates.ByWord[place];
            var at = token + offset;
            sums += SumOf((uint)at < (uint)words.Length ? words[at] + 1 : 0, place, features, own);
        }

        foreach (var (first, end) in FeatureTemplates.ByPair)
        {
            sums = _chain!.Add(features[first..end], sums);
        }

        _chain!.Scores(_chain.Add(features[FeatureTemplates.Dense..], sums), scores);
    }

    private Vector256<short> SumOf(int word, int place, ReadOnlySpan<uint> features, int[] own)
    {
        ref var sums = ref MemoryMarshal.GetArrayDataReference(_sums);
        var at = (nuint)(((word * Places) + place) * Stride);
        if ((_kept[word] & (1 << place)) != 0)
        {
            return Vector256.LoadUnsafe(ref sums, at);
        }

        var sum = Vector256<short>.Zero;
        foreach (var number in own)
        {
            sum = _chain!.Add(features.Slice(number, 1), sum);
        }

        sum.StoreUnsafe(ref sums, at);
        _kept[word] |= (byte)(1 << place);
        return sum;
    }
}
