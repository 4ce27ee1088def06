using Stemma.GraphBuilder.Extraction.Tagging;
using Stemma.GraphBuilder.Text;
using Stemma.GraphBuilder.Training;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Tagging;

/// <summary>Segment posteriors agree with the sum over all taggings.</summary>
public sealed class ChainLatticeTests
{
    private const int Length = 4;

    [Fact]
    public void The_posterior_of_a_segment_is_the_share_of_all_taggings_that_hold_it()
    {
        var random = new SplitMix(3);
        var emissions = Draw(random, Length * TagSet.Count);
        var transitions = Draw(random, ChainTransitions.Count);
        var lattice = new ChainLattice();
        var found = new List<ChainSegment>();
        lattice.Run(emissions, ChainTransitions.Potentials(transitions), default);
        lattice.Segments(ChainTransitions.Potentials(transitions), new TokenRange(0, Length), Length, 0, found);

        var (segments, total) = AddUp(emissions, ChainTransitions.Potentials(transitions));
        Assert.Equal(segments.Count, found.Count);
        Assert.All(found, segment => Assert.Equal(segments[(segment.First, segment.End, segment.Kind)] / total, segment.Posterior, 6));
    }

    [Fact]
    public void Unlikely_and_long_segments_are_passed_over()
    {
        var random = new SplitMix(4);
        var emissions = Draw(random, Length * TagSet.Count);
        var potentials = ChainTransitions.Potentials(Draw(random, ChainTransitions.Count));
        var lattice = new ChainLattice();
        var found = new List<ChainSegment>();
        lattice.Run(emissions, potentials, default);
        lattice.Segments(potentials, new TokenRange(0, Length), 2, 0.05, found);
        Assert.NotEmpty(found);
        Assert.All(found, segment => Assert.True(segment.Posterior >= 0.05 && segment.End - segment.First <= 2));
    }

    [Fact]
    public void Sentences_side_by_side_have_the_segments_that_each_has_alone()
    {
        var random = new SplitMix(5);
        TokenRange[] sentences = [new(0, 3), new(3, 3), new(3, 10), new(10, 11)];
        var emissions = Draw(random, sentences[^1].End * TagSet.Count);
        var potentials = ChainTransitions.Potentials(Draw(random, ChainTransitions.Count));
        var (together, alone) = (new ChainLattice(), new ChainLattice());
        together.Infer(emissions, potentials, default, sentences);
        foreach (var sentence in sentences)
        {
            var (found, expected) = (new List<ChainSegment>(), new List<ChainSegment>());
            together.Segments(potentials, sentence, Length, 0.01, found);
            alone.Infer(emissions.AsSpan(sentence.First * TagSet.Count, sentence.Count * TagSet.Count), potentials, default);
            alone.Segments(potentials, new TokenRange(0, sentence.Count), Length, 0.01, expected);
            Assert.Equal(expected.Select(segment => segment with { First = segment.First + sentence.First, End = segment.End + sentence.First }), found);
        }
    }

    private static float[] Draw(SplitMix random, int count) => [.. Enumerable.Range(0, count).Select(_ => (4 * random.NextShare()) - 2)];

    private static (Dictionary<(int First, int End, int Kind), double> Segments, double Total) AddUp(float[] emissions, double[] potentials)
    {
        var segments = new Dictionary<(int First, int End, int Kind), double>();
        var total = 0.0;
        for (var code = 0; code < Math.Pow(TagSet.Count, Length); code++)
        {
            var tags = Enumerable.Range(0, Length).Select(token => code / (int)Math.Pow(TagSet.Count, token) % TagSet.Count).ToArray();
            var weight = potentials[(TagSet.Count * TagSet.Count) + tags[0]];
            for (var token = 0; token < Length; token++)
            {
                weight *= Math.Exp(emissions[(token * TagSet.Count) + tags[token]]) * (token == 0 ? 1 : potentials[(tags[token - 1] * TagSet.Count) + tags[token]]);
            }

            total += weight;
            for (var token = 0; token < Length && weight > 0; token++)
            {
                if (tags[token] != TagSet.Outside && TagSet.IsBegin(tags[token]))
                {
                    var kind = TagSet.KindOf(tags[token]);
                    var end = token + 1;
                    while (end < Length && tags[end] == TagSet.Inside(kind))
                    {
                        end++;
                    }

                    segments[(token, end, kind)] = segments.GetValueOrDefault((token, end, kind)) + weight;
                }
            }
        }

        return (segments, total);
    }
}
