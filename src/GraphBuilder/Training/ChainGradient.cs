using Stemma.GraphBuilder.Extraction.Tagging;

namespace Stemma.GraphBuilder.Training;

/// <summary>
/// The gradient of a linear chain towards the total weight of all taggings that the labels allow (Tsuboi et al. 2008, "Training conditional random fields using incomplete
/// annotations"), and the transition weights, trained by AdaGrad (Duchi, Hazan and Singer 2011).
/// </summary>
internal sealed class ChainGradient(float rate)
{
    private readonly float[] _squares = Enumerable.Repeat(1e-2f, ChainTransitions.Count).ToArray();
    private readonly ChainLattice _free = new();
    private readonly ChainLattice _held = new();

    /// <summary>The transition weights trained so far.</summary>
    public float[] Transitions { get; } = new float[ChainTransitions.Count];

    /// <summary>
    /// Updates the transitions from one sentence and writes the gradient of the log-likelihood by score of each token and tag: its probability given the labels minus its probability
    /// without them. Zero if the labels allow no tagging.
    /// </summary>
    public void Step(ReadOnlySpan<float> scores, ReadOnlySpan<ushort> allowed, Span<float> differences)
    {
        differences[..scores.Length].Clear();
        var potentials = ChainTransitions.Potentials(Transitions);
        _free.Run(scores, potentials, default);
        if (!double.IsFinite(_held.Run(scores, potentials, allowed)))
        {
            return;
        }

        for (var cell = 0; cell < scores.Length; cell++)
        {
            differences[cell] = (float)(_held.Marginals[cell] - _free.Marginals[cell]);
        }

        for (var token = 0; token < scores.Length / TagSet.Count; token++)
        {
            UpdateTransitions(potentials, token);
        }
    }

    private void UpdateTransitions(double[] potentials, int token)
    {
        for (var earlier = token == 0 ? TagSet.Count : 0; earlier < (token == 0 ? TagSet.Count + 1 : TagSet.Count); earlier++)
        {
            for (var tag = 0; tag < TagSet.Count; tag++)
            {
                var at = (earlier * TagSet.Count) + tag;
                if (potentials[at] == 0)
                {
                    continue;
                }

                var difference = token == 0
                    ? (float)(_held.Marginals[tag] - _free.Marginals[tag])
                    : (float)(_held.TransitionMarginal(potentials, token, earlier, tag) - _free.TransitionMarginal(potentials, token, earlier, tag));
                _squares[at] += difference * difference;
                Transitions[at] += rate * difference / MathF.Sqrt(_squares[at]);
            }
        }
    }
}
