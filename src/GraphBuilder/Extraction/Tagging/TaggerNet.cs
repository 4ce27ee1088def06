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
    public const int Top = ActiveUnits.Width;

    /// <summary>Floats a row of scores: the tags, padded.</summary>
    public const int OutStride = 16;

    /// <summary>Words whose part of the first layer is computed at loading: 95 % of the running words of our abstracts; in memory 5 MB.</summary>
    private const int FrequentWords = 8192;

    private readonly LineArray<float> _byOffset;
    private readonly int _frequentWords;
    private readonly LineArray<sbyte> _frequent;
    private readonly float _partScale;
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
        (_frequent, _partScale) = FrequentParts();
        _rows = LineArray<sbyte>.Of(weights.Rows);
        _second = LineArray<float>.Of(Transposed(weights.Second, Top, TopWindow * Hidden, Top));
        _out = LineArray<float>.Of(Transposed(weights.Out, TagSet.Count, Top, OutStride));
    }

    /// <summary>The word vectors of the first layer.</summary>
    public WordVectors Words { get; }

    /// <summary>What was learnt.</summary>
    public NetWeights Weights { get; }

    /// <summary>Adds the scores of a sentence to <paramref name="emissions"/>, row by token.</summary>
    public void AddScores(PaperDocument document, ReadOnlySpan<TokenAtoms> atoms, TokenRange sentence, NetScratch scratch, Span<float> emissions)
    {
        scratch.Begin(this, sentence.Count);
        var words = scratch.Words(sentence.Count);
        for (var token = 0; token < words.Length; token++)
        {
            words[token] = document.Words.VectorOf(document.WordOfToken[sentence.First + token], Words);
        }

        Span<int> rows = stackalloc int[NetFeatures.Count];
        Span<int> next = stackalloc int[NetFeatures.Count];
        WriteRows(atoms, sentence.First, rows);
        for (var token = 0; token < sentence.Count; token++)
        {
            if (token + 1 < sentence.Count)
            {
                WriteRows(atoms, sentence.First + token + 1, next);
            }

            var units = scratch.Units(token);
            Weights.FirstBias.CopyTo(units);
            AddWords(words, token, scratch, units);
            Lanes.AddRows(_rows.Span, rows, Weights.RowScale, units);
            scratch.KeepActive(token);
            next.CopyTo(rows);
        }

        RunSecond(sentence.Count, scratch);
        for (var token = 0; token < sentence.Count; token += NetScratch.Quartet)
        {
            RunOut(token, sentence.Count, scratch, emissions);
        }
    }

    /// <summary>Writes the rows of a token, and asks for them while the token before is added up: they lie all over some megabytes.</summary>
    private void WriteRows(ReadOnlySpan<TokenAtoms> atoms, int token, Span<int> rows)
    {
        NetFeatures.Write(atoms, token, rows);
        foreach (var row in rows)
        {
            _rows.Prefetch(row * Hidden, Hidden);
        }
    }

    /// <summary>Adds to a token's units what it and its neighbours give by their word vectors: of each word the row of the place where it stands.</summary>
    private void AddWords(ReadOnlySpan<int> words, int token, NetScratch scratch, Span<float> units)
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
                Lanes.AddRows(RareParts(word, scratch), [place], _partScale, units);
            }
        }

        Lanes.AddRows(_frequent.Span, rows[..count], _partScale, units);
    }

    /// <summary>What a rare word gives, row by place.</summary>
    private Span<sbyte> RareParts(int word, NetScratch scratch)
    {
        var parts = scratch.Rare(word, out var known);
        if (!known)
        {
            Span<float> exact = stackalloc float[Window * Hidden];
            Contribute(word, exact);
            Quantise(exact, _partScale, parts);
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
                ActiveUnits.Add(weights, scratch.Units(other), scratch.Active(other), scratch.Top(token));
            }
        }
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
