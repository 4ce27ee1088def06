using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>The trained linear chain of the mention tagger: hashed 8-bit emission weights, and transition weights. Immutable and thread-safe.</summary>
internal sealed class ChainModel
{
    /// <summary>Bytes per row in memory: one weight per tag, padded to 128 bits so that one vector load fetches a feature.</summary>
    private const int Stride = 16;

    private readonly LineArray<sbyte> _rows;

    /// <summary>Creates the chain from quantised weights.</summary>
    /// <param name="scale">Value of one quantisation step of a weight.</param>
    /// <param name="weights">One row of <see cref="TagSet.Count"/> weights per feature; the number of rows is a power of two.</param>
    /// <param name="transitions">One row per earlier tag; the last row is for the start of a sentence.</param>
    public ChainModel(float scale, ReadOnlySpan<sbyte> weights, float[] transitions)
    {
        var count = weights.Length / TagSet.Count;
        if (weights.Length % TagSet.Count != 0 || !BitOperations.IsPow2(count) || transitions.Length != (TagSet.Count + 1) * TagSet.Count)
        {
            throw new InvalidDataException($"a tagger of {TagSet.Count} tags cannot have {weights.Length} weights and {transitions.Length} transitions");
        }

        Scale = scale;
        _rows = new LineArray<sbyte>(count * Stride);
        RowCount = count;
        for (var row = 0; row < count; row++)
        {
            weights.Slice(row * TagSet.Count, TagSet.Count).CopyTo(_rows.Span[(row * Stride)..]);
        }

        Transitions = transitions;
        Potentials = ChainTransitions.Potentials(transitions);
    }

    /// <summary>This chain scaled by <paramref name="share"/>, plus the <paramref name="transitions"/> of another tagger, whose emission scores can then be added.</summary>
    public ChainModel Shared(float share, ReadOnlySpan<float> transitions)
    {
        var weights = new sbyte[RowCount * TagSet.Count];
        for (var row = 0; row < RowCount; row++)
        {
            Row(row).CopyTo(weights.AsSpan(row * TagSet.Count));
        }

        var joined = new float[Transitions.Length];
        for (var at = 0; at < joined.Length; at++)
        {
            joined[at] = (share * Transitions[at]) + transitions[at];
        }

        return new ChainModel(Scale * share, weights, joined);
    }

    /// <summary>Value of one quantisation step of a weight.</summary>
    public float Scale { get; }

    /// <summary>Number of feature rows.</summary>
    public int RowCount { get; }

    /// <summary>Transition weights as trained.</summary>
    public float[] Transitions { get; }

    /// <summary>Exponentiated transition weights, 0 where a tag may not follow.</summary>
    public double[] Potentials { get; }

    /// <summary>The weights of one row.</summary>
    public ReadOnlySpan<sbyte> Row(int row) => _rows.Span.Slice(row * Stride, TagSet.Count);

    /// <summary>Adds the weights of features to the sums, one per tag.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<short> Add(ReadOnlySpan<uint> features, Vector256<short> sums)
    {
        ref var first = ref _rows.First;
        var mask = (uint)RowCount - 1;
        foreach (var feature in features)
        {
            sums += Vector256.WidenLower(Vector128.LoadUnsafe(ref first, (nuint)(feature & mask) * Stride).ToVector256Unsafe());
        }

        return sums;
    }

    /// <summary>Byte offsets of the rows of features.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<uint> PlacesOf(Vector256<uint> features) => (features & Vector256.Create((uint)RowCount - 1)) * Stride;

    /// <summary>Prefetches the <see cref="JointRows"/> of a token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Prefetch(JointRows joint, int token)
    {
        ref var first = ref _rows.First;
        ref var place = ref joint.RowsOf(token);
        for (var at = 0; at < JointRows.Count; at++)
        {
            CacheLines.Prefetch(ref Unsafe.Add(ref first, (nuint)Unsafe.Add(ref place, at * JointRows.Kept)), 1);
        }

        foreach (var feature in joint.SparseOf(token))
        {
            CacheLines.Prefetch(ref Unsafe.Add(ref first, (nuint)(feature & ((uint)RowCount - 1)) * Stride), 1);
        }
    }

    /// <summary>Adds the <see cref="JointRows"/> of a token to the sums, and writes one score per tag. Makes no calls, so that the sums stay in a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(Vector256<short> sums, JointRows joint, int token, Span<float> scores)
    {
        ref var first = ref _rows.First;
        ref var place = ref joint.RowsOf(token);
        for (var at = 0; at < JointRows.Count; at++)
        {
            sums += Vector256.WidenLower(Vector128.LoadUnsafe(ref first, Unsafe.Add(ref place, at * JointRows.Kept)).ToVector256Unsafe());
        }

        Scores(Add(joint.SparseOf(token), sums), scores);
    }

    /// <summary>Writes one score per tag from the sums over a token's features.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Scores(Vector256<short> sums, Span<float> scores)
    {
        (Vector256.Create(Scale) * Vector256.ConvertToSingle(Vector256.WidenLower(sums))).CopyTo(scores);
        scores[TagSet.Count - 1] = Scale * sums[TagSet.Count - 1];
    }
}
