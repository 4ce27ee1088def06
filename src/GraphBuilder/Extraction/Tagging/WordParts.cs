using System.Runtime.CompilerServices;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// Contributions of words to the first layer of <see cref="TaggerNet"/> at each window position, in eight bits. Those of frequent words are computed at loading, those of rare
/// words at first use; two threads that compute a word at the same time write the same values. Thread-safe.
/// </summary>
[SkipLocalsInit]
internal sealed class WordParts
{
    private const int Window = TaggerNet.Window;

    private const int Hidden = TaggerNet.Hidden;

    /// <summary>
    /// Words whose parts are computed at loading: 95 % of the word occurrences in the abstracts, 5 MB. All words of the model take 28 MB, filled as rare words occur.
    /// </summary>
    private const int FrequentWords = 8192;

    private readonly WordVectors _vectors;
    private readonly LineArray<float> _byOffset;
    private readonly int _frequentWords;
    private readonly LineArray<sbyte> _parts;
    private readonly bool[] _known;
    private readonly float _scale;

    /// <summary>Computes the parts of frequent words.</summary>
    /// <param name="vectors">Word vectors, the most frequent words first.</param>
    /// <param name="first">First-layer weights, one row per unit; columns by window position, then dimension.</param>
    public WordParts(WordVectors vectors, float[] first)
    {
        _vectors = vectors;
        _byOffset = LineArray<float>.Of(ByOffset(first, vectors.Dimensions));
        _frequentWords = Math.Min(FrequentWords, vectors.Count);
        _parts = new LineArray<sbyte>(vectors.Count * Window * Hidden);
        _known = new bool[vectors.Count];
        _scale = AddFrequentParts();
    }

    /// <summary>Computes the parts of a word at its first use; does nothing for a negative index, which is an unknown word.</summary>
    public void Know(int word)
    {
        if (word >= 0 && !Volatile.Read(ref _known[word]))
        {
            Learn(word);
        }
    }

    /// <summary>
    /// Writes, for each known word in the window of a token, its row for that position, and returns how many; prefetches the rows of a word that will soon be in the window.
    /// </summary>
    public int WriteRows(ReadOnlySpan<int> words, int token, Span<int> rows)
    {
        if (token + Window < words.Length && words[token + Window] >= 0)
        {
            _parts.Prefetch(words[token + Window] * Window * Hidden, Window * Hidden);
        }

        var count = 0;
        var first = Math.Max(0, token - (Window / 2));
        var end = Math.Min(words.Length, token + (Window / 2) + 1);
        for (var other = first; other < end; other++)
        {
            rows[count] = (words[other] * Window) + other - token + (Window / 2);
            count += words[other] >= 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The sum of rows.</summary>
    public RowSum SumOf(ReadOnlySpan<int> rows) => new([], _parts.Span, rows, _scale);

    private void Learn(int word)
    {
        Span<float> exact = stackalloc float[Window * Hidden];
        Contribute(word, exact);
        Quantise(exact, _scale, _parts.Span.Slice(word * Window * Hidden, Window * Hidden));
        Volatile.Write(ref _known[word], true);
    }

    /// <summary>Computes the parts of frequent words, and returns the quantisation step. The largest value sets the step; larger values of rare words are clipped.</summary>
    private float AddFrequentParts()
    {
        var exact = new float[_frequentWords * Window * Hidden];
        for (var word = 0; word < _frequentWords; word++)
        {
            Contribute(word, exact.AsSpan(word * Window * Hidden, Window * Hidden));
        }

        var most = 0f;
        foreach (var value in exact)
        {
            most = Math.Max(most, Math.Abs(value));
        }

        var scale = most > 0 ? most / sbyte.MaxValue : 1;
        Quantise(exact, scale, _parts.Span);
        _known.AsSpan(0, _frequentWords).Fill(true);
        return scale;
    }

    private static void Quantise(ReadOnlySpan<float> exact, float scale, Span<sbyte> parts)
    {
        for (var at = 0; at < exact.Length; at++)
        {
            parts[at] = (sbyte)Math.Clamp(MathF.Round(exact[at] / scale), -sbyte.MaxValue, sbyte.MaxValue);
        }
    }

    /// <summary>Computes what a word adds to the first layer at each of the five window positions.</summary>
    private void Contribute(int word, Span<float> parts)
    {
        Span<float> vector = stackalloc float[_vectors.Dimensions];
        TaggerNet.Widen(_vectors[word], vector);
        Lanes.Multiply(_byOffset.Span, vector.Length, Window * Hidden, vector, vector.Length, [0], parts);
    }

    /// <summary>Rearranges first-layer weights from unit, position, dimension to position, unit, dimension.</summary>
    private static float[] ByOffset(float[] first, int dimensions)
    {
        var rearranged = new float[first.Length];
        for (var offset = 0; offset < Window; offset++)
        {
            for (var unit = 0; unit < Hidden; unit++)
            {
                first.AsSpan(((unit * Window) + offset) * dimensions, dimensions).CopyTo(rearranged.AsSpan(((offset * Hidden) + unit) * dimensions));
            }
        }

        return rearranged;
    }
}
