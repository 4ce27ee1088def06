using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// What words add to the first layer of <see cref="TaggerNet"/> at each of its places, in eight bits: that of frequent words is computed once, at loading, and that of rare ones when they are met. Immutable and thread-safe.
/// </summary>
internal sealed class WordParts
{
    private const int Window = TaggerNet.Window;

    private const int Hidden = TaggerNet.Hidden;

    /// <summary>Words whose parts are computed at loading: 95 % of the running words of our abstracts; in memory 5 MB.</summary>
    private const int FrequentWords = 8192;

    private readonly WordVectors _vectors;
    private readonly LineArray<float> _byOffset;
    private readonly int _frequentWords;
    private readonly LineArray<sbyte> _frequent;
    private readonly float _scale;

    /// <summary>Computes the parts of frequent words.</summary>
    /// <param name="vectors">Frequent words first.</param>
    /// <param name="first">First-layer weights, row by unit; column by place, then dimension.</param>
    public WordParts(WordVectors vectors, float[] first)
    {
        _vectors = vectors;
        _byOffset = LineArray<float>.Of(ByOffset(first, vectors.Dimensions));
        _frequentWords = Math.Min(FrequentWords, vectors.Count);
        (_frequent, _scale) = FrequentParts();
    }

    /// <summary>Adds to a token's units what it and its neighbours give by their word vectors: of each word the row of the place where it stands.</summary>
    public void Add(ReadOnlySpan<int> words, int token, NetScratch scratch, Span<float> units)
    {
        if (token + Window < words.Length && (uint)words[token + Window] < (uint)_frequentWords)
        {
            _frequent.Prefetch(words[token + Window] * Window * Hidden, Window * Hidden);
        }

        Span<int> rows = stackalloc int[Window];
        var count = 0;
        var first = Math.Max(0, token - (Window / 2));
        var end = Math.Min(words.Length, token + (Window / 2) + 1);
        for (var other = first; other < end; other++)
        {
            var word = words[other];
            var place = other - token + (Window / 2);
            if ((uint)word < (uint)_frequentWords)
            {
                rows[count++] = (word * Window) + place;
            }
            else if (word >= 0)
            {
                Lanes.AddRows(RareParts(word, scratch), [place], _scale, units);
            }
        }

        Lanes.AddRows(_frequent.Span, rows[..count], _scale, units);
    }

    /// <summary>What a rare word gives, row by place.</summary>
    private Span<sbyte> RareParts(int word, NetScratch scratch)
    {
        var parts = scratch.Rare(word, out var known);
        if (!known)
        {
            Span<float> exact = stackalloc float[Window * Hidden];
            Contribute(word, exact);
            Quantise(exact, _scale, parts);
        }

        return parts;
    }

    /// <summary>What frequent words give to the first layer in eight bits, row by word and place. The largest value of all sets the step, which rare words share; theirs beyond it are cut.</summary>
    private (LineArray<sbyte> Parts, float Scale) FrequentParts()
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
        var parts = new LineArray<sbyte>(exact.Length);
        Quantise(exact, scale, parts.Span);
        return (parts, scale);
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
