using System.Runtime.CompilerServices;
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

    private readonly LineArray<float> _byOffset;
    private readonly int _frequentWords;
    private readonly LineArray<float> _frequent;
    private readonly LineArray<sbyte> _rows;
    private readonly LineArray<float> _second;
    private readonly LineArray<float> _out;

    /// <summary>Takes over learnt weights.</summary>
    public TaggerNet(WordVectors words, NetWeights weights)
    {
        Words = words;
        Weights = weights;
        _byOffset = LineArray<float>.Of(ByOffset(weights.First, words.Dimensions));
        _frequentWords = Math.Min(FrequentWords, words.Count);
        _frequent = new LineArray<float>(_frequentWords * Window * Hidden);
        _rows = LineArray<sbyte>.Of(weights.Rows);
        _second = LineArray<float>.Of(Transposed(weights.Second, Top, TopWindow * Hidden, Top));
        _out = LineArray<float>.Of(Transposed(weights.Out, TagSet.Count, Top, OutStride));
        for (var word = 0; word < _frequentWords; word++)
        {
            Contribute(word, _frequent.Span.Slice(word * Window * Hidden, Window * Hidden));
        }
    }

    /// <summary>The word vectors of the first layer.</summary>
    public WordVectors Words { get; }

    /// <summary>What was learnt.</summary>
    public NetWeights Weights { get; }

    /// <summary>Adds the scores of a sentence to <paramref name="emissions"/>, row by token.</summary>
    public void AddScores(PaperDocument document, ReadOnlySpan<TokenAtoms> atoms, TokenRange sentence, NetScratch scratch, Span<float> emissions)
    {
        scratch.Begin(this, sentence.Count);
        AddWords(document, sentence, scratch);
        Span<int> rows = stackalloc int[NetFeatures.Count];
        for (var token = 0; token < sentence.Count; token++)
        {
            NetFeatures.Write(atoms, sentence.First + token, rows);
            Lanes.AddRows(_rows.Span, rows, Weights.RowScale, scratch.Units(token));
            scratch.KeepActive(token);
        }

        RunSecond(sentence.Count, scratch);
        for (var token = 0; token < sentence.Count; token += NetScratch.Quartet)
        {
            RunOut(token, sentence.Count, scratch, emissions);
        }
    }

    /// <summary>Sums of the hidden units over bias and words. What one word gives to the tokens around it stands in one piece, so that words are gone through, not units; each unit still sees its words in order.</summary>
    private void AddWords(PaperDocument document, TokenRange sentence, NetScratch scratch)
    {
        for (var token = 0; token < sentence.Count; token++)
        {
            Weights.FirstBias.CopyTo(scratch.Units(token));
        }

        for (var token = 0; token < sentence.Count; token++)
        {
            var word = document.Words.VectorOf(document.WordOfToken[sentence.First + token], Words);
            if (word < 0)
            {
                continue;
            }

            var parts = Parts(word, scratch);
            for (var offset = 0; offset < Window; offset++)
            {
                var other = token + (Window / 2) - offset;
                if (other >= 0 && other < sentence.Count)
                {
                    Lanes.Add(parts.Slice(offset * Hidden, Hidden), scratch.Units(other));
                }
            }
        }
    }

    /// <summary>What a word gives to the first layer, by place.</summary>
    private ReadOnlySpan<float> Parts(int word, NetScratch scratch)
    {
        if (word < _frequentWords)
        {
            return _frequent.Span.Slice(word * Window * Hidden, Window * Hidden);
        }

        var parts = scratch.Rare(word, out var known);
        if (!known)
        {
            Contribute(word, parts);
        }

        return parts;
    }

    /// <summary>Second-layer sums of all tokens over the active units of them and their neighbours, one place of the window after the other: the weights of a place fit into the nearest cache.</summary>
    private void RunSecond(int count, NetScratch scratch)
    {
        for (var token = 0; token < count; token++)
        {
            Weights.SecondBias.CopyTo(scratch.Top(token));
        }

        for (var offset = 0; offset < TopWindow; offset++)
        {
            var weights = _second.Span.Slice(offset * Hidden * Top, Hidden * Top);
            for (var token = Math.Max(0, (TopWindow / 2) - offset); token < Math.Min(count, count + (TopWindow / 2) - offset); token++)
            {
                var other = token + offset - (TopWindow / 2);
                AddActive(weights, scratch.Units(other), scratch.Active(other), scratch.Top(token));
            }
        }
    }

    /// <summary>Adds to sums what active units give; eight sums of eight lanes stay in registers.</summary>
    private static void AddActive(ReadOnlySpan<float> weights, ReadOnlySpan<float> units, ReadOnlySpan<byte> active, Span<float> top)
    {
        ref var sums = ref MemoryMarshal.GetReference(top);
        ref var weight = ref MemoryMarshal.GetReference(weights);
        ref var unit = ref MemoryMarshal.GetReference(units);
        var (a, b, c, d) = (Vector256.LoadUnsafe(ref sums), Vector256.LoadUnsafe(ref sums, 8), Vector256.LoadUnsafe(ref sums, 16), Vector256.LoadUnsafe(ref sums, 24));
        var (e, f, g, h) = (Vector256.LoadUnsafe(ref sums, 32), Vector256.LoadUnsafe(ref sums, 40), Vector256.LoadUnsafe(ref sums, 48), Vector256.LoadUnsafe(ref sums, 56));
        foreach (var number in active)
        {
            var factor = Vector256.Create(Unsafe.Add(ref unit, (nuint)number));
            ref var row = ref Unsafe.Add(ref weight, (nuint)number * Top);
            a += factor * Vector256.LoadUnsafe(ref row);
            b += factor * Vector256.LoadUnsafe(ref row, 8);
            c += factor * Vector256.LoadUnsafe(ref row, 16);
            d += factor * Vector256.LoadUnsafe(ref row, 24);
            e += factor * Vector256.LoadUnsafe(ref row, 32);
            f += factor * Vector256.LoadUnsafe(ref row, 40);
            g += factor * Vector256.LoadUnsafe(ref row, 48);
            h += factor * Vector256.LoadUnsafe(ref row, 56);
        }

        a.StoreUnsafe(ref sums);
        b.StoreUnsafe(ref sums, 8);
        c.StoreUnsafe(ref sums, 16);
        d.StoreUnsafe(ref sums, 24);
        e.StoreUnsafe(ref sums, 32);
        f.StoreUnsafe(ref sums, 40);
        g.StoreUnsafe(ref sums, 48);
        h.StoreUnsafe(ref sums, 56);
    }

    /// <summary>Scores of four tokens, whose sums do not wait for each other.</summary>
    private void RunOut(int token, int count, NetScratch scratch, Span<float> emissions)
    {
        var tops = scratch.Tops(token);
        Lanes.Rectify(tops);
        var (a, b, c, d) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var (e, f, g, h) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        ref var weight = ref _out.First;
        ref var top = ref MemoryMarshal.GetReference(tops);
        for (nuint unit = 0; unit < Top; unit++)
        {
            var (low, high) = (Vector256.LoadUnsafe(ref weight, unit * OutStride), Vector256.LoadUnsafe(ref weight, (unit * OutStride) + 8));
            var (first, second) = (Vector256.Create(Unsafe.Add(ref top, unit)), Vector256.Create(Unsafe.Add(ref top, unit + Top)));
            var (third, fourth) = (Vector256.Create(Unsafe.Add(ref top, unit + (2 * Top))), Vector256.Create(Unsafe.Add(ref top, unit + (3 * Top))));
            (a, e) = (a + (first * low), e + (first * high));
            (b, f) = (b + (second * low), f + (second * high));
            (c, g) = (c + (third * low), g + (third * high));
            (d, h) = (d + (fourth * low), h + (fourth * high));
        }

        ReadOnlySpan<Vector256<float>> sums = [a, e, b, f, c, g, d, h];
        for (var at = 0; at < Math.Min(NetScratch.Quartet, count - token); at++)
        {
            for (var tag = 0; tag < TagSet.Count; tag++)
            {
                emissions[((token + at) * TagSet.Count) + tag] += sums[(2 * at) + (tag / 8)][tag % 8] + Weights.OutBias[tag];
            }
        }
    }

    /// <summary>What a word adds to the first layer at each of the five places.</summary>
    private void Contribute(int word, Span<float> parts)
    {
        Span<float> vector = stackalloc float[Words.Dimensions];
        Widen(Words[word], vector);
        Lanes.Multiply(_byOffset.Span, vector.Length, Window * Hidden, vector, vector.Length, [0], parts);
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
