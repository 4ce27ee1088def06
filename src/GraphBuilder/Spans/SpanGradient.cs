namespace Stemma.GraphBuilder.Spans;

/// <summary>The gradient of a linear chain towards the labelled tags, and its transition weights, trained by AdaGrad (Duchi, Hazan and Singer 2011).</summary>
internal sealed class SpanGradient(SpanTags tags, float rate)
{
    private readonly SpanLattice _lattice = new(tags);
    private readonly float[] _squares = Enumerable.Repeat(1e-2f, tags.Transitions).ToArray();

    /// <summary>The transition weights trained so far.</summary>
    public float[] Transitions { get; } = new float[tags.Transitions];

    /// <summary>Updates the transitions from one text and writes the gradient of the log-likelihood by score of each token and tag.</summary>
    public void Step(ReadOnlySpan<float> scores, ReadOnlySpan<int> gold, Span<float> differences)
    {
        _lattice.Run(scores, Transitions);
        for (var cell = 0; cell < scores.Length; cell++)
        {
            differences[cell] = (gold[cell / tags.Count] == cell % tags.Count ? 1 : 0) - (float)_lattice.Marginals[cell];
        }

        for (var tag = 0; tag < tags.Count; tag++)
        {
            Learn((tags.Count * tags.Count) + tag, differences[tag]);
        }

        for (var token = 1; token < gold.Length; token++)
        {
            Learn(gold, token);
        }
    }

    private void Learn(ReadOnlySpan<int> gold, int token)
    {
        for (var earlier = 0; earlier < tags.Count; earlier++)
        {
            for (var tag = 0; tag < tags.Count; tag++)
            {
                if (tags.MayFollow((earlier * tags.Count) + tag))
                {
                    var right = gold[token - 1] == earlier && gold[token] == tag ? 1 : 0;
                    Learn((earlier * tags.Count) + tag, right - (float)_lattice.TransitionMarginal(token, earlier, tag));
                }
            }
        }
    }

    private void Learn(int at, float difference)
    {
        _squares[at] += difference * difference;
        Transitions[at] += rate * difference / MathF.Sqrt(_squares[at]);
    }
}
