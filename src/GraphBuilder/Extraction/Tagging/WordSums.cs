using System.Numerics;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// Sums of weights that depend on the spelling of a word alone, by its number in a <see cref="WordBook"/>. A few thousand spellings make up nearly all of a text, and the rows
/// behind a sum are scattered across several megabytes, while the sum fills a few cache lines. Sums are integers, so the result does not depend on the order of addition. One
/// object per thread.
/// </summary>
/// <param name="width">Sums per spelling.</param>
internal sealed class WordSums(int width)
{
    /// <summary>Shorts after the last row, so that a whole vector can be loaded where fewer sums are left.</summary>
    private const int Padding = 16;

    private LineArray<short> _sums = new(Padding);
    private object? _reader;
    private int _turn;
    private int _count;
    private int _room;

    /// <summary>Number of the next spelling without sums, which the caller must fill at once; -1 if there is none.</summary>
    /// <param name="words">Spellings.</param>
    /// <param name="reader">Owner of the sums; those of another owner are discarded.</param>
    public int FindMissing(WordBook words, object reader)
    {
        if (!ReferenceEquals(reader, _reader) || words.Turn != _turn)
        {
            (_reader, _turn, _count) = (reader, words.Turn, 0);
        }

        if (words.Count > _room)
        {
            Grow(words.Count);
        }

        return _count < words.Count ? _count++ : -1;
    }

    /// <summary>The sums of a spelling.</summary>
    public Span<short> this[int number] => _sums.Span.Slice(number * width, width);

    /// <summary>Prefetches the sums of a spelling.</summary>
    public void Prefetch(int number) => _sums.Prefetch(number * width, width);

    /// <summary>The first of a spelling's sums.</summary>
    public ref short First(int number) => ref System.Runtime.CompilerServices.Unsafe.Add(ref _sums.First, number * width);

    private void Grow(int count)
    {
        _room = (int)BitOperations.RoundUpToPowerOf2((uint)count);
        var grown = new LineArray<short>((_room * width) + Padding);
        _sums.Span.CopyTo(grown.Span);
        _sums = grown;
    }
}
