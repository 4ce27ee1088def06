using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>An ordinary word is not mistaken for a name with the same spelling.</summary>
public sealed class CommonWordsTests
{
    [Theory]
    [InlineData("papers about kites", "words(“kites”)")]
    [InlineData("kites", "words(“kites”)")]
    [InlineData("papers about KiteS", "about(kites)")]
    [InlineData("papers about diffusion", "words(“diffusion”)")]
    [InlineData("papers about RFdiffusion", "about(rfdiffusion)")]
    [InlineData("papers about RFdifusion", "about(rfdiffusion)")]
    public async Task A_common_word_is_looked_for_as_a_word(string question, string understood) =>
        Assert.Equal(understood, (await SmallAsker.AskAndRunAsync(question, Papers())).Understood);

    [Theory]
    [InlineData(5, "words(“cramps”)")]
    [InlineData(2, "about(clamp)")]
    public async Task What_several_papers_write_is_no_slip_of_a_name_that_more_have(int writing, string understood)
    {
        var naming = Enumerable.Range(40, 10).Select(at => new PaperDraft($"arxiv:{at}", $"Hold {at}", "We use Clamp.", 2024).Names("Clamp", ConceptRole.Uses).Build());
        var others = Enumerable.Range(60, writing).Select(at => new PaperDraft($"arxiv:{at}", $"Legs {at}", "They have cramps.", 2024).Build());

        Assert.Equal(understood, (await SmallAsker.AskAndRunAsync("papers about cramps", [.. naming, .. others])).Understood);
    }

    [Fact]
    public async Task Things_that_have_the_word_in_their_name_are_offered()
    {
        var answer = await SmallAsker.AskAndRunAsync("papers about diffusion", [.. Papers(), new PaperDraft("arxiv:99", "Steps of noise", "We use a Diffusion Model.", 2024).Names("Diffusion Model", ConceptRole.Uses).Build()]);

        Assert.StartsWith("Nothing in this graph is named “diffusion”. 26 papers have the word in the title or abstract; the first are ", answer.Answer);
        Assert.Equal(["papers about Diffusion Model"], answer.Suggestions);
    }

    [Theory]
    [InlineData("what builds on kites?")]
    [InlineData("new benchmarks for kites")]
    public async Task No_answer_is_given_about_the_namesake(string question) =>
        Assert.StartsWith("Nothing in this graph is named “kites”", (await SmallAsker.AskAsync(question, Papers())).Answer);

    [Fact]
    public async Task Where_far_more_papers_have_the_words_than_name_the_thing_the_answer_says_so()
    {
        var papers = new[] { new PaperDraft("arxiv:70", "Winds of old", "The hot wind blows.", 2024).Names("Winds", ConceptRole.Mentions, ConceptType.Task).Build() }
            .Concat(Enumerable.Range(80, 5).Select(at => new PaperDraft($"arxiv:{at}", $"Weather {at}", "Hot winds blow.", 2024).Build()));

        Assert.EndsWith("6 papers have the word in the title or abstract: “papers with the word winds” lists them.", (await SmallAsker.AskAsync("papers about winds", [.. papers])).Answer);
    }

    [Theory]
    [InlineData("papers with the word noise", "25 papers have the word “noise” in the title or abstract; the first are ")]
    [InlineData("papers with the words diffusion noise", "25 papers have the words “diffusion noise” in the title or abstract; the first are ")]
    [InlineData("papers with the word quux", "No paper in this graph has the words “quux” in the title or abstract.")]
    public async Task Papers_can_be_asked_for_by_their_words(string question, string sentence) =>
        Assert.StartsWith(sentence, (await SmallAsker.AskAndRunAsync(question, Papers())).Answer);

    private static ExtractedPaper[] Papers() =>
    [
        new PaperDraft("arxiv:31", "A flyer", "We propose KiteS.", 2024).Names("KiteS", ConceptRole.Introduces).Build(),
        new PaperDraft("arxiv:32", "Backbones", "We propose RFdiffusion.", 2024).Names("RFdiffusion", ConceptRole.Introduces).Build(),
        .. Enumerable.Range(33, 25).Select(at => new PaperDraft($"arxiv:{at}", $"Work {at}", "Diffusion of noise lifts kites.", 2024).Build()),
    ];
}
