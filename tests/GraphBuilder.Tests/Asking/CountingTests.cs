using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Asking.Answers;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>How many papers there are, by year and by venue.</summary>
public sealed class CountingTests
{
    private const string Counted = "4 papers name Direct Preference Optimization (DPO). Most are of 2025.";

    [Theory]
    [InlineData("papers per year on DPO")]
    [InlineData("how many papers per year mention DPO")]
    [InlineData("number of papers per year about DPO")]
    [InlineData("papers on DPO by year")]
    [InlineData("growth of DPO over time")]
    [InlineData("what is the trend of DPO")]
    [InlineData("is interest in DPO declining?")]
    [InlineData("when did interest in DPO peak")]
    [InlineData("is DPO still popular?")]
    [InlineData("is DPO still relevant")]
    [InlineData("is DPO dead?")]
    [InlineData("is DPO losing popularity?")]
    [InlineData("in which year were most papers on DPO published")]
    public async Task Papers_are_counted_by_year_beside_all_of_the_year(string question)
    {
        var answer = await SmallAsker.AskAndRunAsync(question);

        Assert.Equal(("about(direct-preference-optimization), by year", Counted), (answer.Understood, answer.Answer));
        Assert.Equal([(2023, 1L), (2024, 1), (2025, 2)], answer.Rows.Select(row => (row.Year!.Value, row.Papers!.Value)));
        Assert.Equal([new(2023, 1, 1), new(2024, 1, 3), new(2025, 2, 4)], answer.Years);
    }

    [Theory]
    [InlineData("how many papers per year evaluate on GSM8K?", "3 papers evaluate on GSM8K. Most are of 2025.")]
    [InlineData("papers by Ana Perez per year", "2 papers are by Ana Pérez. Most are of 2023.")]
    [InlineData("papers per year", "9 papers are here. Most are of 2025.")]
    [InlineData("papers about finances per year", "1 paper has the words “finances” in the title or abstract. It is of 2025.")]
    public async Task What_papers_do_is_counted_too(string question, string sentence) =>
        Assert.Equal(sentence, (await SmallAsker.AskAndRunAsync(question)).Answer);

    [Fact]
    public void The_year_of_most_papers_and_that_of_the_highest_share_are_told()
    {
        var asked = new AskedNames(new Question(QuestionKind.MostNamed, "papers"), AskPlan.Of(QuestionKind.MostNamed), new ResolvedName("papers", [], [], []));
        var found = new FoundRows("", [], [], 0, 0) { Years = [.. Enumerable.Range(2010, 10).Select(year => new YearShare(year, year == 2015 ? 1163 : 200, year == 2012 ? 250 : 2000))] };

        Assert.Equal("2,963 papers are here. Most are of 2015; their share of all papers of a year is highest in 2012 (80.0 %).", AnswerWriter.Years(asked, found));
    }

    [Theory]
    [InlineData("which venues publish on DPO?", "venues_on(direct-preference-optimization)", "Of papers that name Direct Preference Optimization (DPO), 1 has a venue here: NeurIPS (1 paper). Papers whose record names no venue are left out.")]
    [InlineData("conferences for GSM8K", "venues_on(gsm8k)", "Of papers that name GSM8K, 1 has a venue here: ICML (1 paper). Papers whose record names no venue are left out.")]
    [InlineData("where does Ana Perez publish?", "venues_of(author:ana-perez)", "Of papers by Ana Pérez, 2 have a venue here: ICML (1 paper) and NeurIPS (1 paper). Papers whose record names no venue are left out.")]
    [InlineData("which venues publish on FinDPO?", "venues_on(findpo)", "This graph knows of no venue of papers that name FinDPO; many papers have none in their records.")]
    public async Task Venues_are_told_by_their_papers(string question, string understood, string sentence)
    {
        var answer = await SmallAsker.AskAndRunAsync(question);

        Assert.Equal(understood, answer.Understood);
        Assert.StartsWith(sentence, answer.Answer);
    }

    [Theory]
    [InlineData("which authors publish most?", "The authors of most papers in this graph are Ana Pérez (2 papers) and Bo Li (1 paper). ")]
    [InlineData("most prolific authors at ICML", "The authors of most papers in this graph at ICML are Ana Pérez (1 paper) and Bo Li (1 paper). ")]
    [InlineData("new methods in 2024", "3 methods are introduced in 2024; those that most papers name are Step-DPO (2 papers), ")]
    [InlineData("which methods were introduced at NeurIPS 2023?", "1 method is introduced at NeurIPS in 2023; those that most papers name are Direct Preference Optimization (4 papers).")]
    [InlineData("top ten methods", "The methods that most papers name are Direct Preference Optimization (4 papers), ")]
    public async Task The_whole_graph_is_ranked(string question, string sentence) =>
        Assert.StartsWith(sentence, (await SmallAsker.AskAndRunAsync(question)).Answer);

    [Fact]
    public async Task What_is_claimed_long_after_it_was_first_named_is_not_new()
    {
        ExtractedPaper[] papers =
        [
            new PaperDraft("arxiv:61", "Old", "KiteNet flies.", 2018).Names("KiteNet", ConceptRole.Uses).Build(),
            new PaperDraft("arxiv:62", "New", "We propose KiteNet.", 2024).Names("KiteNet", ConceptRole.Introduces).Build(),
        ];

        Assert.DoesNotContain("KiteNet", (await SmallAsker.AskAndRunAsync("new methods in 2024", papers)).Rows.Select(row => row.Title));
    }
}
