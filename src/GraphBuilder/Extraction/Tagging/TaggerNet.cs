using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// A convolutional tagger of two layers (after Collobert et al. 2011, "Natural language processing (almost) from scratch"): word vectors of five tokens and rows of
/// <see cref="NetFeatures"/> → <see cref="Hidden"/> rectified units per token → those of three tokens → <see cref="Top"/> rectified units → one score per tag. Its scores are added
/// to those of the linear chain. Immutable and thread-safe.
/// </summary>
[SkipLocalsInit]
internal sealed class TaggerNet
{
    /// <summary>Window of the first layer, in tokens.</summary>
    public const int Window = 5;

    /// <summary>Window of the second layer, in tokens.</summary>
    public const int TopWindow = 3;

    /// <summary>Units of the first layer.</summary>
    public const int Hidden = 128;

    /// <summary>Units of the second layer.</summary>
    public const int Top = ActiveUnits.Width;

    /// <summary>Floats per row of output weights: one per tag, padded.</summary>
    public const int OutStride = 16;

    private readonly FirstLayer _first;
    private readonly LineArray<float> _second;
    private readonly LineArray<float> _out;

    /// <summary>Creates the net from trained weights.</summary>
    public TaggerNet(WordVectors words, NetWeights weights)
    {
        Words = words;
        Weights = weights;
        _first = new FirstLayer(words, weights);
        _second = LineArray<float>.Of(Transposed(weights.Second, Top, TopWindow * Hidden, Top));
        _out = LineArray<float>.Of(Transposed(weights.Out, TagSet.Count, Top, OutStride));
    }

    /// <summary>The word vectors of the first layer.</summary>
    public WordVectors Words { get; }

    /// <summary>The trained weights.</summary>
    public NetWeights Weights { get; }

    /// <summary>Adds the scores of a sentence to <paramref name="emissions"/>, one row per token.</summary>
    public void AddScores(PaperDocument document, ReadOnlySpan<TokenAtoms> atoms, TokenRange sentence, NetScratch scratch, Span<float> emissions)
    {
        scratch.Begin(sentence.Count);
        _first.Run(document, atoms, sentence, scratch);
        RunSecond(sentence.Count, scratch);
        for (var token = 0; token < sentence.Count; token += NetScratch.Quartet)
        {
            RunOut(token, sentence.Count, scratch, emissions);
        }
    }

    /// <summary>Second-layer sums of all tokens over the active units in their windows, one window position at a time, because its weights fit into the nearest cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    /// <summary>Scores of four tokens, whose sums are independent so that their latencies overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunOut(int token, int count, NetScratch scratch, Span<float> emissions)
    {
        var tops = scratch.Tops(token);
        Lanes.Rectify(tops);
        var (a, b, c, d) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        ref var weight = ref _out.First;
        ref var top = ref MemoryMarshal.GetReference(tops);
        for (nuint unit = 0; unit < Top; unit++)
        {
            var row = Vector512.LoadUnsafe(ref weight, unit * OutStride);
            a += Vector512.Create(Unsafe.Add(ref top, unit)) * row;
            b += Vector512.Create(Unsafe.Add(ref top, unit + Top)) * row;
            c += Vector512.Create(Unsafe.Add(ref top, unit + (2 * Top))) * row;
            d += Vector512.Create(Unsafe.Add(ref top, unit + (3 * Top))) * row;
        }

        ReadOnlySpan<Vector512<float>> sums = [a, b, c, d];
        for (var at = 0; at < Math.Min(NetScratch.Quartet, count - token); at++)
        {
            AddTags(sums[at].GetLower(), sums[at].GetUpper().ToScalar(), emissions.Slice((token + at) * TagSet.Count, TagSet.Count));
        }
    }

    /// <summary>Adds a token's sums and the bias to its scores: eight tags as a vector, the last one as a scalar.</summary>
    private void AddTags(Vector256<float> sums, float last, Span<float> scores)
    {
        ref var score = ref MemoryMarshal.GetReference(scores);
        (Vector256.LoadUnsafe(ref score) + (sums + Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Weights.OutBias)))).StoreUnsafe(ref score);
        scores[TagSet.Count - 1] += last + Weights.OutBias[TagSet.Count - 1];
    }

    /// <summary>Converts a word vector to floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Widen(ReadOnlySpan<sbyte> values, Span<float> vector)
    {
        for (var at = 0; at < values.Length; at++)
        {
            vector[at] = values[at] * WordVectors.Scale;
        }
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

/// <summary>Trained weights of <see cref="TaggerNet"/>.</summary>
/// <param name="First">First layer: one row per unit; columns by window position, then dimension of the word vector.</param>
/// <param name="FirstBias">One value per unit.</param>
/// <param name="Rows">Rows of <see cref="NetFeatures"/> in eight bits.</param>
/// <param name="RowScale">Value of one quantisation step of <paramref name="Rows"/>.</param>
/// <param name="Second">Second layer: one row per unit; columns by window position, then unit of the first layer.</param>
/// <param name="SecondBias">One value per unit.</param>
/// <param name="Out">One row per tag.</param>
/// <param name="OutBias">One value per tag.</param>
internal sealed record NetWeights(float[] First, float[] FirstBias, sbyte[] Rows, float RowScale, float[] Second, float[] SecondBias, float[] Out, float[] OutBias);
