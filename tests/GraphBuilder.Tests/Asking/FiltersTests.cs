using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Papers;
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
    [InlineData("papers from 2023 about DPO", null, 2023, 2023)]
    [InlineData("papers on DPO from 2023 on", null, 2023, null)]
    [InlineData("papers from 2023 onwards about DPO", null, 2023, null)]
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

    [Theory]
    [InlineData("papers on DPO at NIPS'99", 1999)]
    [InlineData("papers on DPO at ICML '98", 1998)]
    [InlineData("papers on DPO at ICML '69", 1969)]
    [InlineData("papers on DPO at ICML '68", 2068)]
    [InlineData("papers on DPO at ICML '24", 2024)]
    public void A_year_of_two_digits_is_of_the_last_century_from_69_on(string text, int year) => Assert.Equal((year, year), YearsOf(text));

    [Theory]
    [InlineData("papers on DPO from 2024 to 2020")]
    [InlineData("papers on DPO between 2024 and 2020")]
    [InlineData("papers on DPO between 2020 and 2024")]
    public void The_years_of_a_range_may_stand_in_either_order(string text) => Assert.Equal((2020, 2024), YearsOf(text));

    [Theory]
    [InlineData("variants of DPO at ICML", "variants(direct-preference-optimization), venue icml", "bolddpo", "Variants of Direct Preference Optimization (DPO) are BoldDPO. Only what papers at ICML introduce is counted.")]
    [InlineData("what came after DPO at ICML", "successors(direct-preference-optimization), venue icml", "bolddpo", "After Direct Preference Optimization (DPO) came at ICML BoldDPO (2025), by year. They build on it or are variants of it, which need not mean that they took its place. Only what papers at ICML introduce is counted.")]
    [InlineData("lineage of DPO at ICML", "lineage(direct-preference-optimization), venue icml", "proximal-policy-optimization bolddpo", "Direct Preference Optimization (DPO) builds on Proximal Policy Optimization. Built on it are BoldDPO. Only what papers at ICML introduce is counted among what is built on it.")]
    [InlineData("what does BoldDPO build on at NeurIPS", "ancestors(bolddpo), venue neurips", "direct-preference-optimization", "BoldDPO builds on Direct Preference Optimization. Only what papers at NeurIPS introduce is counted.")]
    [InlineData("what does BoldDPO build on at ICML", "ancestors(bolddpo), venue icml", "", "Nothing in this graph at ICML says what BoldDPO builds on. Only what papers at ICML introduce is counted.")]
    [InlineData("what does BoldDPO build on since 2024", "ancestors(bolddpo), year ≥ 2024", "", "Nothing in this graph since 2024 says what BoldDPO builds on.")]
    [InlineData("what is DPO compared with at ICML", "compared_to(direct-preference-optimization), venue icml", "", "Nothing in this graph at ICML is compared with Direct Preference Optimization (DPO). Only what papers at ICML introduce is counted.")]
    [InlineData("variants of DPO on MATH", "variants(direct-preference-optimization), also evaluates_on(math)", "bolddpo step-dpo", "Variants of Direct Preference Optimization (DPO) are Step-DPO (2 papers) and BoldDPO. Only what papers that evaluate on MATH introduce is counted.")]
    public async Task A_condition_on_papers_limits_concepts_to_what_such_papers_introduce(string question, string understood, string ids, string sentence)
    {
        var answer = await SmallAsker.AskAndRunAsync(question, Bold);

        Assert.Equal((understood, sentence), (answer.Understood, answer.Answer));
        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), answer.Rows.Select(row => row.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("does BoldDPO build on DPO at ICML?", "Yes, BoldDPO builds on")]
    [InlineData("does BoldDPO build on DPO at NeurIPS?", "The graph does not tell whether BoldDPO builds on")]
    [InlineData("does BoldDPO build on DPO before 2025?", "The graph does not tell whether BoldDPO builds on")]
    public async Task A_claim_is_affirmed_only_by_papers_that_meet_the_conditions(string question, string sentence) =>
        Assert.StartsWith(sentence, (await SmallAsker.AskAndRunAsync(question, Bold)).Answer);

    private static ExtractedPaper Bold =>
        new PaperDraft("arxiv:61", "Bold", "BoldDPO extends DPO. It is tried on MATH.", 2025) { Venue = "ICML" }.Names("BoldDPO", ConceptRole.Introduces).Names("DPO", ConceptRole.BuildsOn, lexiconId: "direct-preference-optimization")
            .Names("MATH", ConceptRole.EvaluatesOn, ConceptType.Benchmark, "math", true).Build();

    private static (int? Since, int? Until) YearsOf(string text) => QuestionReader.Read(text)!.Filters is var filters ? (filters.Since, filters.Until) : default;
}
