using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Tagging;
using Stemma.GraphBuilder.Training;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Tagging;

/// <summary>Sums that are kept by word are those of all features of a token, whatever was read before.</summary>
public sealed class EmissionScratchTests
{
    private const int Rows = 1 << 12;
    private const float Scale = 0.5f;

    [Fact]
    public void Scores_are_the_sums_over_all_features_of_a_token()
    {
        var chain = Chain();
        var (scratch, document) = (new EmissionScratch(), new PaperDocument());
        foreach (var text in (string[])["We train Zarvo on Quokka-7 pages.", "Pages train us. We train Zarvo, Zarvo and us.", "", "We train Zarvo on Quokka-7 pages."])
        {
            Check(chain, scratch, document, text);
        }
    }

    [Fact]
    public void Another_chain_has_sums_of_its_own()
    {
        var (scratch, document) = (new EmissionScratch(), new PaperDocument());
        Check(Chain(), scratch, document, "We train Zarvo.");
        Check(Chain(seed: 5), scratch, document, "We train Zarvo.");
    }

    [Fact]
    public void Scores_are_right_after_words_were_numbered_anew()
    {
        var chain = Chain();
        var (scratch, document) = (new EmissionScratch(), new PaperDocument());
        for (var paper = 0; document.Words.Edition < 2; paper++)
        {
            Check(chain, scratch, document, string.Join(' ', Enumerable.Range(0, 500).Select(word => $"word{(paper * 400) + word}x")));
        }
    }

    private static void Check(ChainModel chain, EmissionScratch scratch, PaperDocument document, string text)
    {
        document.Reset("Zarvo", text);
        new TokenFinder().Annotate(document);
        new SentenceFinder().Annotate(document);
        document.Tagging.Atoms.Read(document);
        scratch.Begin(chain, document.Words);
        var atoms = document.Tagging.Atoms.Atoms.AsSpan(0, document.Tokens.Count);
        var features = new uint[FeatureTemplates.MostFeatures];
        var (scores, expected) = (new float[TagSet.Count], new float[TagSet.Count]);
        for (var token = 0; token < document.Tokens.Count; token++)
        {
            var count = FeatureTemplates.Write(atoms, token, features);
            scratch.Emit(features.AsSpan(0, count), document.WordOfToken, token, scores);
            for (var tag = 0; tag < TagSet.Count; tag++)
            {
                expected[tag] = Scale * features.Take(count).Sum(feature => chain.Row((int)(feature & (Rows - 1)))[tag]);
            }

            Assert.Equal(expected, scores);
        }
    }

    private static ChainModel Chain(int seed = 3)
    {
        var random = new SplitMix((ulong)seed);
        return new ChainModel(Scale, [.. Enumerable.Range(0, Rows * TagSet.Count).Select(_ => (sbyte)(random.Next(200) - 100))], new float[ChainTransitions.Count]);
    }
}
