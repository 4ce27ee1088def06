using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Asking.Questions;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>Years, venues, counts and orders, wherever they occur in a question.</summary>
public sealed class FiltersTests
{
    [Theory]
    [InlineData("papers on DPO at NeurIPS or ICML", "neurips|icml", null, null)]
    [InlineData("ACL and EMNLP papers on DPO", "acl|emnlp", null, null)]
    [InlineData("papers on DPO at ICLR, ICML or NeurIPS", "iclr|icml|neurips", null, null)]
    [InlineData("NeurIPS 2021 or ICLR 2022 papers on DPO", "neurips|iclr", 2021, 2022)]
    [InlineData("papers about DPO at the ICML", "icml", null, null)]
    [InlineData("papers published in Nature about DPO", "nature", null, null)]
    [InlineData("papers on DPO published in Artificial Intelligence Review", "artificial intelligence review", null, null)]
    [InlineData("papers on DPO published in 2024", null, 2024, 2024)]
    [InlineData("papers on DPO from the 2010s", null, 2010, 2019)]
    public void Venues_and_years_are_read(string text, string? venue, int? since, int? until)
    {
        var question = QuestionReader.Read(text)!;

        Assert.Equal((QuestionKind.About, "DPO"), (question.Kind, question.Name));
        Assert.Equal((venue, since, until), (question.Filters.Venue, question.Filters.Since, question.Filters.Until));
    }

    [Theory]
    [InlineData("papers about DPO newest first", "Newest")]
    [InlineData("papers about DPO, oldest first", "Oldest")]
    [InlineData("papers about DPO, sorted by year", "Newest")]
    [InlineData("papers about DPO in chronological order", "Oldest")]
    [InlineData("papers about DPO ordered by citations", "MostCited")]
    [InlineData("papers about DPO, most cited first", "MostCited")]
    [InlineData("seminal papers about DPO", "MostCited")]
    [InlineData("newest papers about DPO", "Newest")]
    [InlineData("first paper on DPO", "Oldest")]
    [InlineData("earliest mention of DPO", "Oldest")]
    [InlineData("who first used the term DPO", "Oldest")]
    public void An_order_is_read_before_and_behind_the_question(string text, string order)
    {
        var question = QuestionReader.Read(text)!;

        Assert.Equal((QuestionKind.About, "DPO", Enum.Parse<RowOrder>(order)), (question.Kind, question.Name, question.Filters.Order));
    }

    [Theory]
    [InlineData("top five benchmarks for math reasoning", 5)]
    [InlineData("three most used datasets for math reasoning", 3)]
    [InlineData("what are the ten most popular benchmarks for math reasoning", 10)]
    [InlineData("the 4 most common datasets for math reasoning", 4)]
    public void How_many_are_asked_for_may_be_a_word(string text, int top)
    {
        var question = QuestionReader.Read(text)!;

        Assert.Equal((QuestionKind.BenchmarksFor, "math reasoning", (int?)top), (question.Kind, question.Name, question.Filters.Top));
    }

    [Theory]
    [InlineData("papers about DPO in the last two years", "about(direct-preference-optimization), year ≥ 2024")]
    [InlineData("papers about DPO this year", "about(direct-preference-optimization), year ≥ 2025")]
    [InlineData("papers about DPO from the past 3 years", "about(direct-preference-optimization), year ≥ 2023")]
    [InlineData("papers about DPO in recent years", "about(direct-preference-optimization), year ≥ 2023")]
    public async Task Years_are_counted_back_from_the_newest_of_the_graph(string question, string understood) =>
        Assert.Equal(understood, (await SmallAsker.AskAndRunAsync(question)).Understood);

    [Theory]
    [InlineData("papers about DPO at NeurIPS or ICML", "One paper names Direct Preference Optimization (DPO) at NeurIPS or ICML: “Preferences without rewards” (2023).")]
    [InlineData("papers published in Nature about DPO", "No paper of Nature is in this graph, so it cannot tell.")]
    public async Task Papers_of_any_of_several_venues_are_given(string question, string sentence) =>
        Assert.Equal(sentence, (await SmallAsker.AskAndRunAsync(question)).Answer);
}
