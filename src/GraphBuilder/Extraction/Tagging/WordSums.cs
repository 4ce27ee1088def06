using System.Numerics;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// Sums of weights that the spelling of a word decides alone, kept by its number in a <see cref="WordBook"/>: some thousand spellings make up nearly all of a text, and the rows behind such a sum lie
/// all over some megabytes, while it fills a line or two of the cache. Sums are of whole numbers, so that it does not show who added them up first. One object a thread.
/// </summary>
/// <param name="width">Sums a spelling.</param>
internal sealed class WordSums(int width)
{
    /// <summary>Shorts behind the last row, so that a vector may be loaded where fewer sums are left.</summary>
    private const int Padding = 16;

    private LineArray<short> _sums = new(Padding);
    private object? _reader;
    private int _turn;
    private int _count;
    private int _room;

    /// <summary>Number of the next spelling whose sums are missing, to be filled at once; -1 where none are.</summary>
    /// <param name="words">Spellings.</param>
    /// <param name="reader">Whose sums they are; those of another one are forgotten.</param>
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

    /// <summary>Asks for the sums of a spelling before they are read.</summary>
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
