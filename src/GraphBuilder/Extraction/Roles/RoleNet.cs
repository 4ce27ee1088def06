using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>
/// A net that scores a concept by the sentences of its mentions: word vector and rows of each token → <see cref="Hidden"/> rectified units → maximum of each unit within a group of
/// positions around the mention (pooling as in Collobert et al. 2011, piecewise as in Zeng et al. 2015, "Distant supervision for relation extraction via piecewise convolutional
/// neural networks") → <see cref="Top"/> rectified units → maximum of each unit over the concept's mentions → one score per role. Immutable and thread-safe.
/// </summary>
[SkipLocalsInit]
internal sealed class RoleNet
{
    /// <summary>Units per token.</summary>
    public const int Hidden = 64;

    /// <summary>Units per mention.</summary>
    public const int Top = ActiveUnits.Width;

    /// <summary>Inputs of the second layer.</summary>
    public const int Pooled = RoleView.Places * Hidden;

    /// <summary>What each word adds to the units, one row per word; computed on first use, by whichever thread needs it.</summary>
    private readonly LineArray<float> _parts;

    private readonly bool[] _known;

    private readonly LineArray<sbyte> _tokenRows;

    /// <summary>Creates the net from trained weights.</summary>
    public RoleNet(WordVectors words, RoleNetWeights weights)
    {
        (Words, Weights) = (words, weights);
        _parts = new LineArray<float>(words.Count * Hidden);
        _known = new bool[words.Count];
        _tokenRows = LineArray<sbyte>.Of(weights.TokenTable);
    }

    /// <summary>The word vectors, shared with the tagger.</summary>
    public WordVectors Words { get; }

    /// <summary>The trained weights.</summary>
    public RoleNetWeights Weights { get; }

    /// <summary>Writes the probability of each role of each concept, <see cref="RoleClassifier.Roles"/> values per concept.</summary>
    public void Predict(RoleView view, RoleNetScratch scratch, Span<double> probabilities)
    {
        scratch.Begin(view.Tokens);
        Span<float> pooled = stackalloc float[Pooled];
        Span<float> top = stackalloc float[Top];
        Span<float> most = stackalloc float[Top];
        for (var concept = 0; concept < view.Concepts; concept++)
        {
            most.Clear();
            var (first, end) = view.MentionsOf(concept);
            for (var mention = first; mention < end; mention++)
            {
                pooled.Clear();
                Prefetch(view, mention, scratch);
                foreach (var (token, place) in view.SlotsOf(mention))
                {
                    Max(Units(view, token, scratch), pooled.Slice(place * Hidden, Hidden));
                }

                RunTop(view, mention, pooled, top);
                Max(top, most);
            }

            var scores = probabilities.Slice(concept * RoleClassifier.Roles, RoleClassifier.Roles);
            for (var role = 0; role < scores.Length; role++)
            {
                scores[role] = Weights.OutBias[role] + Lanes.Dot(most, Weights.Out.AsSpan(role * Top, Top));
            }

            LinearClassifier.Normalise(scores);
        }
    }

    /// <summary>Prefetches the rows of the tokens around a mention, which are scattered across some megabytes.</summary>
    private void Prefetch(RoleView view, int mention, RoleNetScratch scratch)
    {
        foreach (var (token, _) in view.SlotsOf(mention))
        {
            if (scratch.IsClaimed(token))
            {
                continue;
            }

            if (view.Words[token] is >= 0 and var word)
            {
                _parts.Prefetch(word * Hidden, Hidden);
            }

            foreach (var row in view.RowsOf(token))
            {
                _tokenRows.Prefetch(row * Hidden, Hidden);
            }
        }
    }

    private ReadOnlySpan<float> Units(RoleView view, int token, RoleNetScratch scratch)
    {
        var units = scratch.Units(token);
        if (!scratch.TryClaim(token))
        {
            return units;
        }

        Weights.FirstBias.CopyTo(units);
        var word = view.Words[token];
        if (word >= 0)
        {
            Lanes.Add(PartOf(word), units);
        }

        RowLanes.Add(new RowSum([], _tokenRows.Span, view.RowsOf(token), Weights.TokenScale), units);
        Rectify(units);
        return units;
    }

    private ReadOnlySpan<float> PartOf(int word)
    {
        var part = _parts.Span.Slice(word * Hidden, Hidden);
        if (!Volatile.Read(ref _known[word]))
        {
            Span<float> vector = stackalloc float[Words.Dimensions];
            Tagging.TaggerNet.Widen(Words[word], vector);
            for (var unit = 0; unit < Hidden; unit++)
            {
                part[unit] = Lanes.Dot(vector, Weights.First.AsSpan(unit * vector.Length, vector.Length));
            }

            Volatile.Write(ref _known[word], true);
        }

        return part;
    }

    private void RunTop(RoleView view, int mention, ReadOnlySpan<float> pooled, Span<float> top)
    {
        Span<byte> active = stackalloc byte[Hidden + 8];
        Weights.TopBias.CopyTo(top);
        RowLanes.Add(new RowSum([], Weights.MentionTable, view.MentionRowsOf(mention), Weights.MentionScale), top);
        for (var place = 0; place < RoleView.Places; place++)
        {
            var units = pooled.Slice(place * Hidden, Hidden);
            ActiveUnits.Add(Weights.Second.AsSpan(place * Hidden * Top, Hidden * Top), units, active[..ActiveUnits.Find(units, active)], top);
        }

        Rectify(top);
    }

    /// <summary>Replaces negative values by zero. The native maximum is one instruction and differs only for NaN; of two zeros it returns the second.</summary>
    private static void Rectify(Span<float> values)
    {
        ref var value = ref MemoryMarshal.GetReference(values);
        for (nuint at = 0; at < (nuint)values.Length; at += 16)
        {
            Vector512.MaxNative(Vector512.LoadUnsafe(ref value, at), Vector512<float>.Zero).StoreUnsafe(ref value, at);
        }
    }

    /// <summary>Raises each value to that of <paramref name="others"/>; both are non-negative.</summary>
    private static void Max(ReadOnlySpan<float> others, Span<float> values)
    {
        ref var target = ref MemoryMarshal.GetReference(values);
        ref var source = ref MemoryMarshal.GetReference(others);
        for (nuint at = 0; at < (nuint)values.Length; at += 16)
        {
            Vector512.MaxNative(Vector512.LoadUnsafe(ref target, at), Vector512.LoadUnsafe(ref source, at)).StoreUnsafe(ref target, at);
        }
    }
}

/// <summary>Trained weights of <see cref="RoleNet"/>.</summary>
/// <param name="First">Row by hidden unit; column by dimension of the word vector.</param>
/// <param name="FirstBias">One value per hidden unit.</param>
/// <param name="TokenTable">Rows of tokens, quantised to eight bits.</param>
/// <param name="TokenScale">Value of one step of <paramref name="TokenTable"/>.</param>
/// <param name="Second">Row by place and hidden unit; column by top unit.</param>
/// <param name="TopBias">One value per top unit.</param>
/// <param name="MentionTable">Rows of mentions, quantised to eight bits.</param>
/// <param name="MentionScale">Value of one step of <paramref name="MentionTable"/>.</param>
/// <param name="Out">Row by role; column by top unit.</param>
/// <param name="OutBias">One value per role.</param>
internal sealed record RoleNetWeights(
    float[] First, float[] FirstBias, sbyte[] TokenTable, float TokenScale, float[] Second, float[] TopBias, sbyte[] MentionTable, float MentionScale, float[] Out, float[] OutBias);

/// <summary>Buffers of <see cref="RoleNet"/> that one thread reuses.</summary>
internal sealed class RoleNetScratch
{
    private float[] _units = [];
    private bool[] _done = [];

    /// <summary>Begins a paper.</summary>
    public void Begin(int tokens)
    {
        if (_done.Length < tokens)
        {
            _done = new bool[tokens * 2];
            _units = new float[_done.Length * RoleNet.Hidden];
        }

        _done.AsSpan(0, tokens).Clear();
    }

    /// <summary>Units of a token.</summary>
    public Span<float> Units(int token) => _units.AsSpan(token * RoleNet.Hidden, RoleNet.Hidden);

    /// <summary>True where the units of a token have been computed.</summary>
    public bool IsClaimed(int token) => _done[token];

    /// <summary>Marks a token; true the first time, when its units are still to be computed.</summary>
    public bool TryClaim(int token) => !_done[token] && (_done[token] = true);
}
