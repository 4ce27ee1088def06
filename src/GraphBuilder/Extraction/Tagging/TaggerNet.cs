using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// A convolutional tagger of two layers (after Collobert et al. 2011, "Natural language processing (almost) from scratch"): word vectors of five tokens and rows of
/// <see cref="NetFeatures"/> → <see cref="Hidden"/> rectified units a token → those of three tokens → <see cref="Top"/> rectified units → one score a tag. Its scores are added to
/// those of the linear chain. What frequent words add to the first layer is computed once, at loading. Immutable and thread-safe.
/// </summary>
internal sealed class TaggerNet
{
    /// <summary>Tokens that the first layer sees.</summary>
    public const int Window = 5;

    /// <summary>Tokens whose hidden units the second layer sees.</summary>
    public const int TopWindow = 3;

    /// <summary>Units of the first layer.</summary>
    public const int Hidden = 128;

    /// <summary>Units of the second layer.</summary>
    public const int Top = 64;

    /// <summary>Floats a row of scores: the tags, padded.</summary>
    public const int OutStride = 16;

    /// <summary>Words whose part of the first layer is computed at loading: 95 % of the running words of our abstracts; in memory 16 MB.</summary>
    private const int FrequentWords = 8192;

    private readonly float[] _byOffset;
    private readonly float[] _frequent;
    private readonly float[] _second;
    private readonly float[] _out;

    /// <summary>Takes over learnt weights.</summary>
    public TaggerNet(WordVectors words, NetWeights weights)
    {
        Words = words;
        Weights = weights;
        _byOffset = ByOffset(weights.First, words.Dimensions);
        _frequent = new float[Math.Min(FrequentWords, words.Count) * Window * Hidden];
        _second = Transposed(weights.Second, Top, TopWindow * Hidden, Top);
        _out = Transposed(weights.Out, TagSet.Count, Top, OutStride);
        for (var word = 0; word < _frequent.Length / (Window * Hidden); word++)
        {
            Contribute(word, _frequent.AsSpan(word * Window * Hidden, Window * Hidden));
        }
    }

    /// <summary>The word vectors of the first layer.</summary>
    public WordVectors Words { get; }

    /// <summary>What was learnt.</summary>
    public NetWeights Weights { get; }

    /// <summary>Adds the scores of a sentence to <paramref name="emissions"/>, row by token.</summary>
    public void AddScores(PaperDocument document, ReadOnlySpan<TokenAtoms> atoms, TokenRange sentence, NetScratch scratch, Span<float> emissions)
    {
        scratch.Begin(sentence.Count);
        for (var token = 0; token < sentence.Count; token++)
        {
            FindWord(document[sentence.First + token], token, scratch);
        }

        Span<int> rows = stackalloc int[NetFeatures.Count];
        for (var token = 0; token < sentence.Count; token++)
        {
            NetFeatures.Write(atoms, sentence.First + token, rows);
            RunFirst(token, sentence.Count, rows, scratch);
        }

        Span<float> top = stackalloc float[Top];
        for (var token = 0; token < sentence.Count; token++)
        {
            RunSecond(token, sentence.Count, scratch, top);
            RunOut(top, emissions.Slice(token * TagSet.Count, TagSet.Count));
        }
    }

    private void FindWord(ReadOnlySpan<char> text, int token, NetScratch scratch)
    {
        var word = Words.Find(text);
        scratch.Words[token] = word;
        if (word >= _frequent.Length / (Window * Hidden))
        {
            Contribute(word, scratch.AddRare(token));
        }
    }

    /// <summary>Hidden units of one token; those that are not zero are kept.</summary>
    private void RunFirst(int token, int count, ReadOnlySpan<int> rows, NetScratch scratch)
    {
        Span<float> units = stackalloc float[Hidden];
        Weights.FirstBias.CopyTo(units);
        for (var offset = 0; offset < Window; offset++)
        {
            var other = token + offset - (Window / 2);
            if (other >= 0 && other < count && scratch.Words[other] >= 0)
            {
                var word = scratch.Words[other];
                ReadOnlySpan<float> parts = (word + 1) * Window * Hidden <= _frequent.Length ? _frequent.AsSpan(word * Window * Hidden, Window * Hidden) : scratch.Rare(other);
                Lanes.Add(parts.Slice(offset * Hidden, Hidden), units);
            }
        }

        Lanes.AddRows(Weights.Rows, rows, Weights.RowScale, units);
        scratch.KeepActive(token, units);
    }

    /// <summary>Second-layer sums of a token over the active units of it and its neighbours; eight sums of eight lanes stay in registers.</summary>
    private void RunSecond(int token, int count, NetScratch scratch, Span<float> top)
    {
        ref var bias = ref MemoryMarshal.GetArrayDataReference(Weights.SecondBias);
        ref var weight = ref MemoryMarshal.GetArrayDataReference(_second);
        var (a, b, c, d) = (Vector256.LoadUnsafe(ref bias), Vector256.LoadUnsafe(ref bias, 8), Vector256.LoadUnsafe(ref bias, 16), Vector256.LoadUnsafe(ref bias, 24));
        var (e, f, g, h) = (Vector256.LoadUnsafe(ref bias, 32), Vector256.LoadUnsafe(ref bias, 40), Vector256.LoadUnsafe(ref bias, 48), Vector256.LoadUnsafe(ref bias, 56));
        for (var offset = 0; offset < TopWindow; offset++)
        {
            var other = token + offset - (TopWindow / 2);
            if (other < 0 || other >= count)
            {
                continue;
            }

            foreach (var (unit, value) in scratch.Active(other))
            {
                var factor = Vector256.Create(value);
                var at = (nuint)(((offset * Hidden) + unit) * Top);
                a += factor * Vector256.LoadUnsafe(ref weight, at);
                b += factor * Vector256.LoadUnsafe(ref weight, at + 8);
                c += factor * Vector256.LoadUnsafe(ref weight, at + 16);
                d += factor * Vector256.LoadUnsafe(ref weight, at + 24);
                e += factor * Vector256.LoadUnsafe(ref weight, at + 32);
                f += factor * Vector256.LoadUnsafe(ref weight, at + 40);
                g += factor * Vector256.LoadUnsafe(ref weight, at + 48);
                h += factor * Vector256.LoadUnsafe(ref weight, at + 56);
            }
        }

        ref var sums = ref MemoryMarshal.GetReference(top);
        a.StoreUnsafe(ref sums);
        b.StoreUnsafe(ref sums, 8);
        c.StoreUnsafe(ref sums, 16);
        d.StoreUnsafe(ref sums, 24);
        e.StoreUnsafe(ref sums, 32);
        f.StoreUnsafe(ref sums, 40);
        g.StoreUnsafe(ref sums, 48);
        h.StoreUnsafe(ref sums, 56);
    }

    private void RunOut(ReadOnlySpan<float> top, Span<float> emissions)
    {
        var (low, high) = (Vector256<float>.Zero, Vector256<float>.Zero);
        ref var weight = ref MemoryMarshal.GetArrayDataReference(_out);
        for (var unit = 0; unit < Top; unit++)
        {
            if (top[unit] > 0)
            {
                var factor = Vector256.Create(top[unit]);
                low += factor * Vector256.LoadUnsafe(ref weight, (nuint)(unit * OutStride));
                high += factor * Vector256.LoadUnsafe(ref weight, (nuint)((unit * OutStride) + 8));
            }
        }

        for (var tag = 0; tag < TagSet.Count; tag++)
        {
            emissions[tag] += (tag < 8 ? low[tag] : high[tag - 8]) + Weights.OutBias[tag];
        }
    }

    /// <summary>What a word adds to the first layer at each of the five places.</summary>
    private void Contribute(int word, Span<float> parts)
    {
        Span<float> vector = stackalloc float[Words.Dimensions];
        Widen(Words[word], vector);
        for (var unit = 0; unit < Window * Hidden; unit++)
        {
            parts[unit] = Lanes.Dot(vector, _byOffset.AsSpan(unit * vector.Length, vector.Length));
        }
    }

    /// <summary>A word vector as floats.</summary>
    public static void Widen(ReadOnlySpan<sbyte> values, Span<float> vector)
    {
        for (var at = 0; at < values.Length; at++)
        {
            vector[at] = values[at] * WordVectors.Scale;
        }
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

    private static float[] Transposed(float[] matrix, int rows, int columns, int stride)
    {
        var transposed = new float[columns * stride];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                transposed[(column * stride) + row] = matrix[(row * columns) + column];
            }
        }

        return transposed;
    }
}

/// <summary>What <see cref="TaggerNet"/> learnt.</summary>
/// <param name="First">First layer: row by unit; column by place in the window, then dimension of the word vector.</param>
/// <param name="FirstBias">One value a unit.</param>
/// <param name="Rows">Rows of <see cref="NetFeatures"/> in eight bits.</param>
/// <param name="RowScale">What one step of <paramref name="Rows"/> is worth.</param>
/// <param name="Second">Second layer: row by unit; column by place in the window, then unit of the first layer.</param>
/// <param name="SecondBias">One value a unit.</param>
/// <param name="Out">Row by tag.</param>
/// <param name="OutBias">One value a tag.</param>
internal sealed record NetWeights(float[] First, float[] FirstBias, sbyte[] Rows, float RowScale, float[] Second, float[] SecondBias, float[] Out, float[] OutBias);
