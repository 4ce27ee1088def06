using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Papers;
using Stemma.GraphStore.Embedded;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>Questions from a newcomer that were misread.</summary>
public sealed class PlainQuestionsTests
{
    [Theory]
    [InlineData("does Step-DPO build on DPO?", "Yes, Step-DPO builds on Direct Preference Optimization (DPO): “Step-DPO extends DPO to steps.”")]
    [InlineData("is Step-DPO based on DPO", "Yes, Step-DPO builds on Direct Preference Optimization (DPO): “Step-DPO extends DPO to steps.”")]
    [InlineData("does RivalPref build on DPO?", "The graph does not tell whether RivalPref builds on Direct Preference Optimization (DPO): the abstract of “A rival” (2025), which introduces the first, does not say so, and no full texts are read. ")]
    [InlineData("does PPO use DPO?", "The graph does not tell whether Proximal Policy Optimization (PPO) uses Direct Preference Optimization (DPO): the abstract of “Clipping” (2017), which introduces the first, does not say so, and no full texts are read. ")]
    [InlineData("top 2 methods", "The methods that most papers name are ")]
    [InlineData("most popular datasets in 2025", "The datasets that most papers name in 2025 are ")]
    [InlineData("which benchmark is most popular", "The benchmarks that most papers name are GSM8K")]
    [InlineData("most cited papers", "This graph knows of no citations. The papers on whose methods and data most others build are ")]
    [InlineData("newest papers", "The newest papers are ")]
    [InlineData("what is DPO", "Direct Preference Optimization (DPO) is a method that 4 papers name, introduced by “Preferences without rewards” (2023). Its paper says: “We introduce Direct Preference Optimization (DPO).”")]
    public async Task A_question_is_answered(string question, string sentence) =>
        Assert.StartsWith(sentence, (await SmallAsker.AskAsync(question)).Answer);

    [Theory]
    [InlineData("wat is DPO", "what_is(direct-preference-optimization)")]
    [InlineData("which papers come after DPO", "builds_on(direct-preference-optimization)")]
    [InlineData("what came before DPO?", "ancestors(direct-preference-optimization)")]
    [InlineData("what builds on both DPO and Step-DPO?", "builds_on(direct-preference-optimization), also builds_on(step-dpo)")]
    [InlineData("papers that combine DPO and math reasoning", "uses(direct-preference-optimization), also uses(mathematical-reasoning), else words(“DPO math reasoning”)")]
    [InlineData("which benchmark should I use for math reasoning", "benchmarks_for(mathematical-reasoning)")]
    [InlineData("what builds on Drect Preference Optimization", "builds_on(direct-preference-optimization)")]
    [InlineData("what builds on Step-DOP", "builds_on(step-dpo)")]
    [InlineData("papers comparing DPO with PPO", "connection(direct-preference-optimization, proximal-policy-optimization)")]
    [InlineData("papers that mention both DPO and PPO", "about(direct-preference-optimization), also about(proximal-policy-optimization)")]
    [InlineData("list datasets for math reasoning", "benchmarks_for(mathematical-reasoning)")]
    [InlineData("what is a good benchmark for math reasoning?", "benchmarks_for(mathematical-reasoning)")]
    [InlineData("what is new in math reasoning since 2024?", "about(mathematical-reasoning), year ≥ 2024, newest first")]
    [InlineData("give me an overview of math reasoning", "what_is(mathematical-reasoning)")]
    [InlineData("how has DPO evolved?", "lineage(direct-preference-optimization)")]
    public async Task A_question_is_read_however_it_is_put(string question, string understood) =>
        Assert.Equal(understood, (await SmallAsker.AskAsync(question)).Understood);

    [Theory]
    [InlineData("what builds on GSM9K?")]
    [InlineData("what builds on Step-DPO2")]
    public async Task A_number_is_no_slip(string question) =>
        Assert.Empty((await SmallAsker.AskAsync(question)).Focus);

    [Fact]
    public async Task Who_wrote_a_title_is_answered_with_its_authors()
    {
        var answer = await SmallAsker.AskAsync("who wrote preferences without rewards?");
        Assert.Equal("“Preferences without rewards” (2023) is a paper by Ana Pérez; it introduces Direct Preference Optimization (DPO).", answer.Answer);
        Assert.Equal(["papers by Ana Pérez"], answer.Suggestions);
    }

    [Theory]
    [InlineData("what builds on RivalPref?", "papers about RivalPref")]
    [InlineData("who introduced GSM8K", "which papers use GSM8K?")]
    [InlineData("papers about PPO at ICML", "papers about Proximal Policy Optimization")]
    public async Task An_answer_without_rows_leads_to_questions_that_have_some(string question, string instead)
    {
        var answer = await SmallAsker.AskAsync(question);
        Assert.Equal(0, answer.Total);
        Assert.Contains(instead, answer.Suggestions);
        Assert.NotEmpty((await SmallAsker.AskAsync(instead)).Rows);
    }

    [Fact]
    public async Task What_a_name_is_is_told_by_a_sentence_about_it_and_not_by_one_that_holds_its_name()
    {
        ExtractedPaper[] papers =
        [
            Telling("arxiv:31", "Before that, a duct with ZapNet is a hazard.", 2024, ConceptRole.Mentions), Telling("arxiv:32", "ZapNet is a network for sparks.", 2025, ConceptRole.Uses),
            Telling("arxiv:33", "We use ZapNet.", 2024, ConceptRole.Uses), Telling("arxiv:34", "SuperZapNet is a fuse.", 2024, ConceptRole.Uses),
        ];
        Assert.EndsWith("says: “ZapNet is a network for sparks.”", (await SmallAsker.AskAsync("what is ZapNet?", papers)).Answer);
    }

    [Theory]
    [InlineData("is DPO different from PPO?")]
    [InlineData("papers comparing PPO with DPO")]
    public async Task Two_that_are_to_be_told_apart_are_answered_by_who_compares_them(string question) =>
        Assert.Matches(" (One paper names both|[0-9]+ papers name both, those that compare them first): .*What they found stands in their sentences.$", (await SmallAsker.AskAsync(question)).Answer);

    [Theory]
    [InlineData("DPO vs PPO")]
    [InlineData("difference between PPO and DPO")]
    public async Task Two_are_compared_by_papers_alone(string question) =>
        Assert.All((await SmallAsker.AskAsync(question)).Rows, row => Assert.Contains("Paper", row.Node.Labels));

    private static ExtractedPaper Telling(string id, string sentence, int year, ConceptRole role) => new PaperDraft(id, $"Work {id}", sentence, year).Names("ZapNet", role).Build();
}
