using System.Runtime.CompilerServices;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// What words add to the first layer of <see cref="TaggerNet"/> at each of its places, in eight bits: that of frequent words is computed once, at loading, and that of rare ones when they are first met, by whichever
/// thread meets them; two threads that meet one at a time write the same. Thread-safe.
/// </summary>
[SkipLocalsInit]
internal sealed class WordParts
{
    private const int Window = TaggerNet.Window;

    private const int Hidden = TaggerNet.Hidden;

    /// <summary>Words whose parts are computed at loading: 95 % of the running words of our abstracts, 5 MB. All that the model knows have 28 MB, which are taken up as rare words are met.</summary>
    private const int FrequentWords = 8192;

    private readonly WordVectors _vectors;
    private readonly LineArray<float> _byOffset;
    private readonly int _frequentWords;
    private readonly LineArray<sbyte> _parts;
    private readonly bool[] _known;
    private readonly float _scale;

    /// <summary>Computes the parts of frequent words.</summary>
    /// <param name="vectors">Frequent words first.</param>
    /// <param name="first">First-layer weights, row by unit; column by place, then dimension.</param>
    public WordParts(WordVectors vectors, float[] first)
    {
        _vectors = vectors;
        _byOffset = LineArray<float>.Of(ByOffset(first, vectors.Dimensions));
        _frequentWords = Math.Min(FrequentWords, vectors.Count);
        _parts = new LineArray<sbyte>(vectors.Count * Window * Hidden);
        _known = new bool[vectors.Count];
        _scale = AddFrequentParts();
    }

    /// <summary>Works out what a rare word gives, the first time; what is below zero is no word.</summary>
    public void Know(int word)
    {
        if (word >= 0 && !Volatile.Read(ref _known[word]))
        {
            Learn(word);
        }
    }

    /// <summary>Writes the rows of a token and its neighbours, of each known word that of the place where it stands, and returns how many; asks for those of a word that is soon a neighbour.</summary>
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

    /// <summary>What frequent words give to the first layer, row by word and place. The largest value of all sets the step, which rare words share; theirs beyond it are cut.</summary>
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

    /// <summary>What a word adds to the first layer at each of the five places.</summary>
    private void Contribute(int word, Span<float> parts)
    {
        Span<float> vector = stackalloc float[_vectors.Dimensions];
        TaggerNet.Widen(_vectors[word], vector);
        Lanes.Multiply(_byOffset.Span, vector.Length, Window * Hidden, vector, vector.Length, [0], parts);
    }

    /// <summary>First-layer weights, row by unit and column by place and dimension, rearranged to place, unit, dimension.</summary>
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
