using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Names;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction;

public sealed class AcronymFinderTests
{
    [Theory]
    [InlineData("We propose Direct Preference Optimization (DPO) here.", "DPO = Direct Preference Optimization")]
    [InlineData("We use large language models (LLMs) here.", "LLMs = large language models")]
    [InlineData("We call it SPR (Self-Predictive Representations) here.", "SPR = Self-Predictive Representations")]
    [InlineData("We learn by reinforcement learning from human feedback (RLHF).", "RLHF = reinforcement learning from human feedback")]
    [InlineData("The area under the curve (AUC) grows.", "AUC = area under the curve")]
    [InlineData("A vision-language-action model (VLA model, see text) moves.", "VLA model = vision-language-action model")]
    [InlineData("We add noise (see below) and stop.", "")]
    [InlineData("Generative adversarial networks (GANs) and variational autoencoders (VAEs) differ.", "GANs = Generative adversarial networks; VAEs = variational autoencoders")]
    [InlineData("The Mixture-of-Experts (MoE) layer routes.", "MoE = Mixture-of-Experts")]
    [InlineData("We test on the Abstraction and Reasoning Corpus (ARC) again.", "ARC = Abstraction and Reasoning Corpus")]
    [InlineData("A Lite BERT (ALBERT) is small.", "ALBERT = A Lite BERT")]
    [InlineData("A robust convolutional neural network (CNN) wins.", "CNN = convolutional neural network")]
    public void Definitions_are_found_in_both_orders(string text, string expected)
    {
        var document = new PaperDocument();
        document.Reset("", text);
        foreach (var stage in new IExtractionStage[] { new TokenFinder(), new SentenceFinder(), new AcronymFinder() })
        {
            stage.Annotate(document);
        }

        Assert.Equal(expected, string.Join("; ", document.Acronyms.Select(pair => $"{document[pair.Short]} = {document[pair.Long]}")));
    }

    [Theory]
    [InlineData("SemAlign: Clean Videos with Semantic Alignment", "SemAlign = Semantic Alignment")]
    [InlineData("RankCoT: Rank Chain of Thoughts", "RankCoT = Rank Chain of Thoughts")]
    public void A_title_spells_out_a_coined_name_without_the_word_before_it(string title, string expected)
    {
        var document = new PaperDocument();
        document.Reset(title, "");
        foreach (var stage in new IExtractionStage[] { new TokenFinder(), new SentenceFinder(), new AcronymFinder(), new DefinitionFinder(), new TitleNameFinder(), new TitleExpansionFinder() })
        {
            stage.Annotate(document);
        }

        Assert.Equal(expected, string.Join("; ", document.Acronyms.Select(pair => $"{document[pair.Short]} = {document[pair.Long]}")));
    }
}
