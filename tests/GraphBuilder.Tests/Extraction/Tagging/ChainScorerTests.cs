using System.Runtime.Intrinsics;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Tagging;
using Stemma.GraphBuilder.Training;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Tagging;

/// <summary>Sums cached per spelling give the same scores as the rows of all features, added one by one.</summary>
public sealed class ChainScorerTests
{
    private const int Rows = 1 << 12;

    private const string Text = "We train Zarvo-2 on quokka pages, and Zarvo-2 outperforms GPT-4 on pages. We train it anew.";

    [Fact]
    public void The_scores_are_those_of_all_features_added_up()
    {
        var (chain, document, alone) = (Chain(1), new PaperDocument(), new WordSums(ChainScorer.SumsAWord));
        AssertScores(chain, document, alone, Text);
        AssertScores(chain, document, alone, "Known words, and further ones: on pages we train.");
        AssertScores(chain, document, alone, "One");
        AssertScores(chain, document, alone, string.Join(' ', Enumerable.Repeat(Text, 40)));
    }

    [Fact]
    public void Sums_of_another_chain_are_not_taken()
    {
        var (document, alone) = (new PaperDocument(), new WordSums(ChainScorer.SumsAWord));
        AssertScores(Chain(1), document, alone, Text);
        AssertScores(Chain(2), document, alone, Text);
    }

    [Fact]
    public void Sums_of_spellings_that_were_forgotten_are_not_taken()
    {
        var (chain, document, alone) = (Chain(1), new PaperDocument(), new WordSums(ChainScorer.SumsAWord));
        AssertScores(chain, document, alone, Text);
        for (var at = 0; document.Words.Turn == 0; at++)
        {
            document.Words.Begin();
            document.Words.NumberOf($"w{at}");
        }

        AssertScores(chain, document, alone, "Other words are numbered now.");
    }

    private static void AssertScores(ChainModel chain, PaperDocument document, WordSums alone, string text)
    {
        document.Reset("", text);
        foreach (var stage in new IExtractionStage[] { new TokenFinder(), new SentenceFinder() })
        {
            stage.Annotate(document);
        }

        document.Tagging.Atoms.Read(document);
        var atoms = document.Tagging.Atoms.Atoms.AsSpan(0, document.Tokens.Count);
        Span<uint> features = stackalloc uint[FeatureTemplates.MostFeatures];
        var (found, expected) = (new float[atoms.Length * TagSet.Count], new float[atoms.Length * TagSet.Count]);
        new ChainScorer(chain).Write(document, atoms, alone, document.Tagging.Joint, found);
        for (var token = 0; token < atoms.Length; token++)
        {
            var count = FeatureTemplates.Write(atoms, token, features);
            chain.Scores(chain.Add(features[..count], Vector256<short>.Zero), expected.AsSpan(token * TagSet.Count, TagSet.Count));
        }

        Assert.Equal(expected, found);
    }

    private static ChainModel Chain(ulong seed)
    {
        var random = new SplitMix(seed);
        return new ChainModel(0.01f, [.. Enumerable.Range(0, Rows * TagSet.Count).Select(_ => (sbyte)(random.Next(255) - 127))], new float[ChainTransitions.Count]);
    }
}
