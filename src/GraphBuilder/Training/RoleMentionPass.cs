using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Roles;

namespace Stemma.GraphBuilder.Training;

/// <summary>Forward and backward pass of one mention through the second layer of a <see cref="RoleNet"/>. Reused.</summary>
internal sealed class RoleMentionPass(RoleNetLayers layers)
{
    private readonly float[] _pooled = new float[RoleNet.Pooled];
    private readonly int[] _source = new int[RoleNet.Pooled];

    /// <summary>Units of the mention.</summary>
    public float[] Top { get; } = new float[RoleNet.Top];

    /// <summary>Gradient of <see cref="Top"/>, to be set before <see cref="Back"/>.</summary>
    public float[] TopGradient { get; } = new float[RoleNet.Top];

    /// <summary>Computes the units from those of the surrounding tokens.</summary>
    public void Run(RoleView view, int mention, RoleTokenPass tokens)
    {
        Pool(view, mention, tokens);
        layers.TopBias.Values.AsSpan().CopyTo(Top);
        foreach (var row in view.MentionRowsOf(mention))
        {
            Lanes.Add(layers.MentionRows.Row(row), Top);
        }

        for (var at = 0; at < RoleNet.Pooled; at++)
        {
            if (_pooled[at] > 0)
            {
                Lanes.Add(_pooled[at], layers.Second.Values.AsSpan(at * RoleNet.Top, RoleNet.Top), Top);
            }
        }

        layers.Rectify(Top);
    }

    /// <summary>Propagates the gradient to weights, rows and the tokens whose units were the maximum.</summary>
    public void Back(RoleView view, int mention, RoleTokenPass tokens)
    {
        if (TopGradient.AsSpan().IndexOfAnyExcept(0f) < 0)
        {
            return;
        }

        Lanes.Add(TopGradient, layers.TopBias.Gradient);
        foreach (var row in view.MentionRowsOf(mention))
        {
            Lanes.Add(TopGradient, layers.MentionRows.GradientOf(row));
        }

        for (var at = 0; at < RoleNet.Pooled; at++)
        {
            if (_pooled[at] > 0)
            {
                Lanes.Add(_pooled[at], TopGradient, layers.Second.Gradient.AsSpan(at * RoleNet.Top, RoleNet.Top));
                tokens.GradientOf(_source[at])[at % RoleNet.Hidden] += Lanes.Dot(TopGradient, layers.Second.Values.AsSpan(at * RoleNet.Top, RoleNet.Top)) / (1 - RoleNetLayers.Dropout);
            }
        }
    }

    /// <summary>Max-pools each unit within each group of places, and records the token of the maximum.</summary>
    private void Pool(RoleView view, int mention, RoleTokenPass tokens)
    {
        _pooled.AsSpan().Clear();
        foreach (var (token, place) in view.SlotsOf(mention))
        {
            var units = tokens.Units(token);
            for (var unit = 0; unit < RoleNet.Hidden; unit++)
            {
                var at = (place * RoleNet.Hidden) + unit;
                if (units[unit] > _pooled[at])
                {
                    (_pooled[at], _source[at]) = (units[unit], token);
                }
            }
        }
    }
}
