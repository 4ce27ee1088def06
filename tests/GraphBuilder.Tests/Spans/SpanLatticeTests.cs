using Stemma.GraphBuilder.Spans;
using Xunit;

namespace Stemma.GraphBuilderTests.Spans;

/// <summary>Inference over any number of labels agrees with the sum over all taggings.</summary>
public sealed class SpanLatticeTests
{
    private const int Tokens = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Marginals_and_posteriors_are_those_of_all_taggings(int labels)
    {
        var tags = new SpanTags(labels);
        var scores = Enumerable.Range(0, Tokens * tags.Count).Select(at => ((at * 7919 % 23) - 11) / 8f).ToArray();
        var transitions = Enumerable.Range(0, tags.Transitions).Select(at => ((at * 104729 % 17) - 8) / 8f).ToArray();
        var lattice = new SpanLattice(tags);
        lattice.Run(scores, transitions);
        var stretches = new List<SpanStretch>();
        lattice.AddStretches(0, stretches);

        var taggings = Taggings(tags).Select(path => (Path: path, Weight: Weight(tags, path, scores, transitions))).ToArray();
        var total = taggings.Sum(tagging => tagging.Weight);
        for (var cell = 0; cell < scores.Length; cell++)
        {
            var expected = taggings.Where(tagging => tagging.Path[cell / tags.Count] == cell % tags.Count).Sum(tagging => tagging.Weight) / total;
            Assert.Equal(expected, lattice.Marginals[cell], 1e-6);
        }

        Assert.Equal(Tokens * (Tokens + 1) / 2 * labels, stretches.Count);
        Assert.All(stretches, stretch => Assert.Equal(taggings.Where(tagging => Holds(tagging.Path, stretch)).Sum(tagging => tagging.Weight) / total, stretch.Posterior, 1e-6));
    }

    private static bool Holds(int[] path, SpanStretch stretch)
    {
        var tags = new int[stretch.End - stretch.First];
        SpanTags.Write(stretch.Label, tags);
        return path.AsSpan(stretch.First, tags.Length).SequenceEqual(tags);
    }

    private static IEnumerable<int[]> Taggings(SpanTags tags)
    {
        for (var number = 0; number < Math.Pow(tags.Count, Tokens); number++)
        {
            var path = Enumerable.Range(0, Tokens).Select(token => number / (int)Math.Pow(tags.Count, token) % tags.Count).ToArray();
            if (SpanTags.MayEnd(path[^1]) && Enumerable.Range(0, Tokens).All(token => tags.MayFollow(Transition(tags, path, token))))
            {
                yield return path;
            }
        }
    }

    private static double Weight(SpanTags tags, int[] path, float[] scores, float[] transitions)
        => Math.Exp(Enumerable.Range(0, Tokens).Sum(token => scores[(token * tags.Count) + path[token]] + transitions[Transition(tags, path, token)]));

    private static int Transition(SpanTags tags, int[] path, int token) => ((token == 0 ? tags.Count : path[token - 1]) * tags.Count) + path[token];
}
