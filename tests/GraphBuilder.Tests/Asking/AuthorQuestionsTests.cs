using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilderTests.Linking;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>Questions about authors: what they wrote, with whom, and how their names are typed.</summary>
public sealed class AuthorQuestionsTests
{
    private static readonly ExtractedPaper Third = new PaperDraft("arxiv:61", "Third", "We study DPO.", 2024) { Authors = ["Ana Pérez", "Cy Fu", "Bo Li"] }.Build();

    [Theory]
    [InlineData("coauthors of Ana Pérez")]
    [InlineData("who works with Ana Perez?")]
    [InlineData("who has Ana Pérez published with")]
    [InlineData("Ana Pérez's collaborators")]
    public async Task Coauthors_stand_by_how_many_papers_they_share(string question)
    {
        var answer = await SmallAsker.AskAndRunAsync(question, Third);

        Assert.Equal("coauthors(author:ana-perez)", answer.Understood);
        Assert.Equal([("Bo Li", 2L), ("Cy Fu", 1L)], answer.Rows.Select(row => (row.Title, row.Papers!.Value)));
        Assert.Equal("2 authors wrote papers in this graph with Ana Pérez: Bo Li (2 papers) and Cy Fu (1 paper). Authors are known by their names alone: people of one name count as one.", answer.Answer);
    }

    [Theory]
    [InlineData("papers by Pérez Ana", "3 papers are by Ana Pérez; the newest are “Finer steps” (2025), “Third” (2024) and “Preferences without rewards” (2023).")]
    [InlineData("Ana Pérez's papers", "3 papers are by Ana Pérez; the newest are “Finer steps” (2025), “Third” (2024) and “Preferences without rewards” (2023).")]
    [InlineData("papers by Ana Peres", "3 papers are by Ana Pérez; the newest are “Finer steps” (2025), “Third” (2024) and “Preferences without rewards” (2023). (“Ana Peres” was read as Ana Pérez.)")]
    [InlineData("papers by Perez", "3 papers are by Ana Pérez; the newest are “Finer steps” (2025), “Third” (2024) and “Preferences without rewards” (2023). (“Perez” was read as Ana Pérez.)")]
    [InlineData("Cy Fu", "One paper is by Cy Fu: “Third” (2024).")]
    [InlineData("Fu", "One paper is by Cy Fu: “Third” (2024). (“Fu” was read as Cy Fu.)")]
    [InlineData("papers by Cy Fu and Bo Li", "One paper is by both Cy Fu and Bo Li: “Third” (2024).")]
    [InlineData("did Cy Fu and Bo Li write together?", "One paper is by both Cy Fu and Bo Li: “Third” (2024).")]
    [InlineData("papers by Di Woo", "No author in this graph is named “Di Woo”. Authors are known by their names; institutions are not in the graph.")]
    public async Task Authors_are_found_however_their_names_are_typed(string question, string sentence) =>
        Assert.Equal(sentence, (await SmallAsker.AskAndRunAsync(question, Third)).Answer);

    [Theory]
    [InlineData("papers by Geo Hin", "3 papers are by Geo Hin; the newest are “Three” (2025), “Two” (2024) and “One” (2023). Geo Hin (1 paper) and Geo E. Hin (2 papers) count as one.")]
    [InlineData("Geo Hin papers before 2025", "2 papers are by Geo Hin up to 2024; the newest are “Two” (2024) and “One” (2023). Geo Hin (1 paper) and Geo E. Hin (2 papers) count as one.")]
    [InlineData("papers by Geo E. Hin", "3 papers are by Geo E. Hin; the newest are “Three” (2025), “Two” (2024) and “One” (2023). Geo E. Hin (2 papers) and Geo Hin (1 paper) count as one.")]
    [InlineData("papers by Geo Hin and Bo Li", "One paper is by both Geo Hin and Bo Li: “Two” (2024). Geo Hin (1 paper) and Geo E. Hin (2 papers) count as one.")]
    [InlineData("coauthors of Geo Hin", "1 author wrote papers in this graph with Geo Hin: Bo Li (1 paper). Authors are known by their names alone: people of one name count as one. Geo Hin (1 paper) and Geo E. Hin (2 papers) count as one.")]
    [InlineData("papers by G. Hin", "One paper is by G. Hin: “Four” (2022). “G. Hin” could also be Geo E. Hin or Geo Hin, whose papers are not counted.")]
    public async Task Spellings_that_differ_by_middle_initials_count_as_one_author(string question, string sentence) =>
        Assert.Equal(sentence, (await SmallAsker.AskAndRunAsync(question, By("arxiv:61", "One", 2023, "Geo Hin"), By("arxiv:62", "Two", 2024, "Bo Li", "Geo E. Hin"), By("arxiv:63", "Three", 2025, "Geo E. Hin"), By("arxiv:64", "Four", 2022, "G. Hin"))).Answer);

    [Fact]
    public async Task Where_initials_disagree_nobody_is_counted_with_the_name_without_one()
    {
        ExtractedPaper[] papers = [By("arxiv:61", "One", 2023, "Mia Jor"), By("arxiv:62", "Two", 2024, "Mia I. Jor"), By("arxiv:63", "Three", 2025, "Mia B. Jor")];

        Assert.Equal("One paper is by Mia Jor: “One” (2023). “Mia Jor” could also be Mia B. Jor or Mia I. Jor, whose papers are not counted.", (await SmallAsker.AskAndRunAsync("papers by Mia Jor", papers)).Answer);
        Assert.Equal("2 papers are by Mia I. Jor; the newest are “Two” (2024) and “One” (2023). Mia I. Jor (1 paper) and Mia Jor (1 paper) count as one.", (await SmallAsker.AskAndRunAsync("papers by Mia I. Jor", papers)).Answer);
    }

    [Fact]
    public async Task An_author_and_a_name_beside_ask_for_papers_of_the_author_on_it() =>
        Assert.Equal("by_author(author:bo-li), also about(gsm8k)", (await SmallAsker.AskAndRunAsync("Bo Li GSM8K")).Understood);

    [Fact]
    public async Task Who_works_with_a_method_is_no_question_of_an_author() =>
        Assert.Equal("authors_on(direct-preference-optimization)", (await SmallAsker.AskAndRunAsync("who works with DPO?")).Understood);

    [Fact]
    public async Task Of_two_authors_with_one_surname_neither_is_chosen()
    {
        var other = new PaperDraft("arxiv:62", "Other", "We study DPO.", 2024) { Authors = ["Di Li"] }.Build();
        var answer = await SmallAsker.AskAndRunAsync("papers by Li", other);

        Assert.Equal("No author in this graph is named “Li”; near it are Bo Li and Di Li. Authors are known by their names; institutions are not in the graph.", answer.Answer);
        Assert.Equal(["papers by Bo Li", "papers by Di Li"], answer.Suggestions);
    }

    private static ExtractedPaper By(string id, string title, int year, params string[] authors) => new PaperDraft(id, title, "We study DPO.", year) { Authors = authors }.Build();
}
