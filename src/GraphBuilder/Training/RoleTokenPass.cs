using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Roles;
using Stemma.GraphBuilder.Extraction.Tagging;

namespace Stemma.GraphBuilder.Training;

/// <summary>Forward and backward pass of a paper's tokens through the first layer of a <see cref="RoleNet"/>. Reused.</summary>
internal sealed class RoleTokenPass(WordVectors words, RoleNetLayers layers)
{
    private float[] _vectors = [];
    private float[] _units = [];
    private float[] _gradients = [];

    /// <summary>Units of a token.</summary>
    public ReadOnlySpan<float> Units(int token) => _units.AsSpan(token * RoleNet.Hidden, RoleNet.Hidden);

    /// <summary>Gradient accumulator of a token's units.</summary>
    public Span<float> GradientOf(int token) => _gradients.AsSpan(token * RoleNet.Hidden, RoleNet.Hidden);

    /// <summary>Computes the units of all tokens.</summary>
    public void Run(RoleView view)
    {
        Begin(view);
        Lanes.Multiply(_vectors, words.Dimensions, view.Tokens, layers.First.Values, words.Dimensions, layers.FirstBias.Values, _units.AsSpan(0, view.Tokens * RoleNet.Hidden));
        for (var token = 0; token < view.Tokens; token++)
        {
            var units = _units.AsSpan(token * RoleNet.Hidden, RoleNet.Hidden);
            foreach (var row in view.RowsOf(token))
            {
                Lanes.Add(layers.TokenRows.Row(row), units);
            }

            layers.Rectify(units);
        }
    }

    /// <summary>Propagates the gradients of the units to weights and rows.</summary>
    public void Back(RoleView view)
    {
        for (var token = 0; token < view.Tokens; token++)
        {
            var gradient = GradientOf(token);
            if (gradient.IndexOfAnyExcept(0f) < 0)
            {
                continue;
            }

            Lanes.Add(gradient, layers.FirstBias.Gradient);
            foreach (var row in view.RowsOf(token))
            {
                Lanes.Add(gradient, layers.TokenRows.GradientOf(row));
            }

            var vector = _vectors.AsSpan(token * words.Dimensions, words.Dimensions);
            for (var unit = 0; unit < gradient.Length && view.Words[token] >= 0; unit++)
            {
                if (gradient[unit] != 0)
                {
                    Lanes.Add(gradient[unit], vector, layers.First.Gradient.AsSpan(unit * vector.Length, vector.Length));
                }
            }
        }
    }

    private void Begin(RoleView view)
    {
        if (_units.Length < view.Tokens * RoleNet.Hidden)
        {
            _units = new float[view.Tokens * RoleNet.Hidden * 2];
            _gradients = new float[_units.Length];
            _vectors = new float[view.Tokens * words.Dimensions * 2];
        }

        _gradients.AsSpan(0, view.Tokens * RoleNet.Hidden).Clear();
        _vectors.AsSpan(0, view.Tokens * words.Dimensions).Clear();
        for (var token = 0; token < view.Tokens; token++)
        {
            if (view.Words[token] >= 0)
            {
                TaggerNet.Widen(words[view.Words[token]], _vectors.AsSpan(token * words.Dimensions, words.Dimensions));
            }
        }
    }
}
