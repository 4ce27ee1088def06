using System.Runtime.Intrinsics;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Tagging;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Spans;

/// <summary>
/// Activations of the extraction's tagger for each token: the units of its top layer, whose receptive field is seven tokens, and its tag probabilities. They are inputs of another
/// tagger (stacking: Wolpert 1992, "Stacked generalization"; units as features: Peters et al. 2018, "Deep contextualized word representations"). Not thread-safe.
/// </summary>
internal sealed class ShippedUnits(TaggerModel model)
{
    private readonly ChainLattice _lattice = new();
    private float[] _words = [];
    private float[] _hidden = [];

    /// <summary>Top units, <see cref="TaggerNet.Top"/> per token; valid for the last text.</summary>
    public float[] Units { get; private set; } = [];

    /// <summary>Probabilities, <see cref="TagSet.Count"/> per token; valid for the last text.</summary>
    public float[] Probabilities { get; private set; } = [];

    /// <summary>Reads a document with all layers that the tagger requires, and its atoms.</summary>
    public void Read(PaperDocument document, ReadOnlySpan<TokenAtoms> atoms)
    {
        if (Probabilities.Length < document.Tokens.Count * TagSet.Count)
        {
            Units = new float[document.Tokens.Count * TaggerNet.Top * 2];
            Probabilities = new float[document.Tokens.Count * TagSet.Count * 2];
        }

        foreach (var sentence in document.Sentences)
        {
            ReadHidden(document, atoms, sentence);
            var units = Units.AsSpan(sentence.First * TaggerNet.Top, sentence.Count * TaggerNet.Top);
            Lanes.Multiply(_hidden, TaggerNet.Hidden, sentence.Count, model.Net.Weights.Second, TaggerNet.TopWindow * TaggerNet.Hidden, model.Net.Weights.SecondBias, units);
            Lanes.Rectify(units);
            ReadProbabilities(atoms, sentence, units);
        }
    }

    private void ReadHidden(PaperDocument document, ReadOnlySpan<TokenAtoms> atoms, TokenRange sentence)
    {
        var (width, weights) = (model.Net.Words.Dimensions, model.Net.Weights);
        _words = Cleared(_words, (sentence.Count + TaggerNet.Window - 1) * width);
        _hidden = Cleared(_hidden, (sentence.Count + TaggerNet.TopWindow - 1) * TaggerNet.Hidden);
        for (var token = 0; token < sentence.Count; token++)
        {
            if (model.Net.Words.Find(document[sentence.First + token]) is >= 0 and var word)
            {
                TaggerNet.Widen(model.Net.Words[word], _words.AsSpan((token + (TaggerNet.Window / 2)) * width, width));
            }
        }

        var units = _hidden.AsSpan(TaggerNet.TopWindow / 2 * TaggerNet.Hidden, sentence.Count * TaggerNet.Hidden);
        Lanes.Multiply(_words, width, sentence.Count, weights.First, TaggerNet.Window * width, weights.FirstBias, units);
        Span<int> rows = stackalloc int[NetFeatures.Count];
        for (var token = 0; token < sentence.Count; token++)
        {
            NetFeatures.Write(atoms, sentence.First + token, rows);
            RowLanes.Add(new RowSum([], weights.Rows, rows, weights.RowScale), units.Slice(token * TaggerNet.Hidden, TaggerNet.Hidden));
        }

        Lanes.Rectify(units);
    }

    private void ReadProbabilities(ReadOnlySpan<TokenAtoms> atoms, TokenRange sentence, ReadOnlySpan<float> units)
    {
        var scores = new float[sentence.Count * TagSet.Count];
        Span<uint> features = stackalloc uint[FeatureTemplates.MostFeatures];
        for (var token = 0; token < sentence.Count; token++)
        {
            var own = scores.AsSpan(token * TagSet.Count, TagSet.Count);
            model.Chain.Scores(model.Chain.Add(features[..FeatureTemplates.Write(atoms, sentence.First + token, features)], Vector256<short>.Zero), own);
            for (var tag = 0; tag < TagSet.Count; tag++)
            {
                own[tag] += model.Net.Weights.OutBias[tag] + Lanes.Dot(units.Slice(token * TaggerNet.Top, TaggerNet.Top), model.Net.Weights.Out.AsSpan(tag * TaggerNet.Top, TaggerNet.Top));
            }
        }

        _lattice.Infer(scores, model.Chain.Potentials, default);
        for (var cell = 0; cell < scores.Length; cell++)
        {
            Probabilities[(sentence.First * TagSet.Count) + cell] = (float)_lattice.Marginals[cell];
        }
    }

    private static float[] Cleared(float[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            return new float[length * 2];
        }

        buffer.AsSpan(0, length).Clear();
        return buffer;
    }
}
