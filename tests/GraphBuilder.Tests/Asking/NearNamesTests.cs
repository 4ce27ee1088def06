using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>What is offered in place of a name that the graph does not have.</summary>
public sealed class NearNamesTests
{
    [Theory]
    [InlineData("what builds on Kestrel Transform Mill?", "Nothing in this graph is named “Kestrel Transform Mill”; near it are Kestrel Transformer and Kestrel Transformer Network.")]
    [InlineData("what builds on Kestrels of the Night?", "Nothing in this graph is named “Kestrels of the Night”.")]
    [InlineData("what builds on the kernel of life?", "Nothing in this graph is named “the kernel of life”.")]
    [InlineData("what builds on Kesquiner?", "Nothing in this graph is named “Kesquiner”.")]
    [InlineData("who is the king of Tonga?", "Nothing in this graph is named “the king of Tonga”.")]
    public async Task Near_names_share_words_and_not_only_initials(string question, string sentence)
    {
        ExtractedPaper[] papers =
        [
            Names("arxiv:61", "Kestrel Transformer Network"), Names("arxiv:62", "Kestrel Transformer"), Names("arxiv:63", "thorax-like kinematic operator of tensors"), Names("arxiv:64", "Kernel Questions"), Names("arxiv:65", "kernel theory"),
        ];

        Assert.Equal(sentence, (await SmallAsker.AskAsync(question, papers)).Answer);
    }

    [Fact]
    public async Task A_name_that_hardly_any_paper_uses_may_be_a_misspelling()
    {
        ExtractedPaper[] papers = [.. Enumerable.Range(61, 50).Select(at => Names($"arxiv:{at}", "kestrel augmented generation")), Names("arxiv:200", "kesterl augmented generation")];
        var answer = await SmallAsker.AskAsync("papers about kesterl augmented generation", papers);

        Assert.Contains(" “kesterl augmented generation” may be a misspelling of kestrel augmented generation, which 50 papers name.", answer.Answer, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("papers about kestrel augmented generation", answer.Suggestions[0], ignoreCase: true);
    }

    [Fact]
    public async Task A_surname_is_no_acronym_of_the_same_letters()
    {
        ExtractedPaper[] papers = [.. Enumerable.Range(61, 3).Select(at => Names($"arxiv:{at}", "FINN"))];

        Assert.DoesNotContain("FINN", (await SmallAsker.AskAsync("why does Finn collaborate so much", papers)).Answer);
        Assert.Contains("FINN", (await SmallAsker.AskAsync("why does FINN collaborate so much", papers)).Answer);
    }

    private static ExtractedPaper Names(string id, string name) => new PaperDraft(id, "Birds", $"We use {name} here.", 2025).Names(name, ConceptRole.Uses).Build();
}
