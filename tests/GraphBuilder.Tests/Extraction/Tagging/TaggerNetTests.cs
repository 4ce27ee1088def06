using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Tagging;
using Stemma.GraphBuilder.Training;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Tagging;

/// <summary>The net's shortcuts (words precomputed at loading, zero units skipped) give the same scores as its layers.</summary>
public sealed class TaggerNetTests
{
    private const int Dimensions = 8;

    private static readonly string[] Known = ["we", "train", "zarvo", "on", "pages", "."];

    [Fact]
    public void The_scores_are_those_of_the_layers_one_by_one()
    {
        var net = Net();
        var document = Document("We train Zarvo on quokka pages.");
        var scores = new float[document.Tokens.Count * TagSet.Count];
        net.AddScores(document, document.Tagging.Atoms.Atoms.AsSpan(0, document.Tokens.Count), document.Sentences[0], new NetScratch(), scores);

        var expected = Layers(net, document);

        // The contributions of words are stored in eight bits.
        var allowed = 0.02f * expected.Max(Math.Abs);
        Assert.All(Enumerable.Range(0, scores.Length), at => Assert.Equal(expected[at], scores[at], allowed));
    }

    [Fact]
    public void The_scores_are_added_to_what_stands_there()
    {
        var net = Net();
        var document = Document("We train Zarvo.");
        var once = new float[document.Tokens.Count * TagSet.Count];
        net.AddScores(document, document.Tagging.Atoms.Atoms.AsSpan(0, document.Tokens.Count), document.Sentences[0], new NetScratch(), once);
        var twice = once.ToArray();
        net.AddScores(document, document.Tagging.Atoms.Atoms.AsSpan(0, document.Tokens.Count), document.Sentences[0], new NetScratch(), twice);
        Assert.All(Enumerable.Range(0, once.Length), at => Assert.Equal(2 * once[at], twice[at], 1e-3f));
    }

    private static float[] Layers(TaggerNet net, PaperDocument document)
    {
        var (count, weights) = (document.Tokens.Count, net.Weights);
        var hidden = new float[count * TaggerNet.Hidden];
        Span<int> rows = stackalloc int[NetFeatures.Count];
        for (var token = 0; token < count; token++)
        {
            NetFeatures.Write(document.Tagging.Atoms.Atoms.AsSpan(0, count), token, rows);
            for (var unit = 0; unit < TaggerNet.Hidden; unit++)
            {
                var sum = weights.FirstBias[unit];
                for (var offset = 0; offset < TaggerNet.Window; offset++)
                {
                    var other = token + offset - 2;
                    var word = other >= 0 && other < count ? net.Words.Find(document[other]) : -1;
                    for (var at = 0; at < Dimensions && word >= 0; at++)
                    {
                        sum += weights.First[(((unit * TaggerNet.Window) + offset) * Dimensions) + at] * net.Words[word][at] * WordVectors.Scale;
                    }
                }

                foreach (var row in rows)
                {
                    sum += weights.Rows[(row * TaggerNet.Hidden) + unit] * weights.RowScale;
                }

                hidden[(token * TaggerNet.Hidden) + unit] = Math.Max(0, sum);
            }
        }

        return Top(weights, hidden, count);
    }

    private static float[] Top(NetWeights weights, float[] hidden, int count)
    {
        var scores = new float[count * TagSet.Count];
        for (var token = 0; token < count; token++)
        {
            weights.OutBias.CopyTo(scores.AsSpan(token * TagSet.Count));
            for (var unit = 0; unit < TaggerNet.Top; unit++)
            {
                var sum = weights.SecondBias[unit];
                for (var offset = 0; offset < TaggerNet.TopWindow; offset++)
                {
                    var other = token + offset - 1;
                    for (var below = 0; below < TaggerNet.Hidden && other >= 0 && other < count; below++)
                    {
                        sum += weights.Second[(((unit * TaggerNet.TopWindow) + offset) * TaggerNet.Hidden) + below] * hidden[(other * TaggerNet.Hidden) + below];
                    }
                }

                for (var tag = 0; tag < TagSet.Count; tag++)
                {
                    scores[(token * TagSet.Count) + tag] += weights.Out[(tag * TaggerNet.Top) + unit] * Math.Max(0, sum);
                }
            }
        }

        return scores;
    }

    /// <summary>Six known words and, last, the lower-case pattern that represents "quokka".</summary>
    private static TaggerNet Net()
    {
        var random = new SplitMix(9);
        float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextShare() - 0.5f)];
        sbyte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(_ => (sbyte)(random.Next(255) - 127))];
        var words = new WordVectors(Dimensions, [.. Known.Select(word => WordVectors.KeyOf(word)), WordVectors.PatternOf("quokka")], Bytes((Known.Length + 1) * Dimensions));
        return new TaggerNet(words, new NetWeights(
            Draw(TaggerNet.Hidden * TaggerNet.Window * Dimensions), Draw(TaggerNet.Hidden), Bytes(NetFeatures.Rows * TaggerNet.Hidden), 1e-3f,
            Draw(TaggerNet.Top * TaggerNet.TopWindow * TaggerNet.Hidden), Draw(TaggerNet.Top), Draw(TagSet.Count * TaggerNet.Top), Draw(TagSet.Count)));
    }

    private static PaperDocument Document(string text)
    {
        var document = new PaperDocument();
        document.Reset("", text);
        foreach (var stage in new IExtractionStage[] { new TokenFinder(), new SentenceFinder() })
        {
            stage.Annotate(document);
        }

        document.Tagging.Atoms.Read(document);
        return document;
    }
}
