using Stemma.GraphBuilder.Asking;
using Stemma.GraphStore.Embedded;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>Questions that a newcomer put and that were misread.</summary>
public sealed class PlainQuestionsTests
{
    [Theory]
    [InlineData("does Step-DPO build on DPO?", "Yes, Step-DPO builds on Direct Preference Optimization (DPO): “Step-DPO extends DPO to steps.”")]
    [InlineData("is Step-DPO based on DPO", "Yes, Step-DPO builds on Direct Preference Optimization (DPO): “Step-DPO extends DPO to steps.”")]
    [InlineData("does RivalPref build on DPO?", "No abstract here says that RivalPref builds on Direct Preference Optimization (DPO). ")]
    [InlineData("does PPO use DPO?", "No abstract here says that Proximal Policy Optimization (PPO) uses Direct Preference Optimization (DPO). ")]
    [InlineData("top 2 methods", "The methods that most papers name are ")]
    [InlineData("most popular datasets in 2025", "The datasets that most papers name in 2025 are ")]
    [InlineData("which benchmark is most popular", "The benchmarks that most papers name are GSM8K")]
    [InlineData("most cited papers", "This graph knows of no citations. The papers on whose methods and data most others build are ")]
    [InlineData("newest papers", "The newest papers are ")]
    [InlineData("what is DPO", "Direct Preference Optimization (DPO) is a method that 4 papers name, introduced by “Preferences without rewards” (2023). Its paper says: “We introduce Direct Preference Optimization (DPO).”")]
    public async Task A_question_is_answered(string question, string sentence) =>
        Assert.StartsWith(sentence, (await AskAsync(question)).Answer);

    [Theory]
    [InlineData("wat is DPO", "what_is(direct-preference-optimization)")]
    [InlineData("what comes after DPO", "builds_on(direct-preference-optimization)")]
    [InlineData("what came before DPO?", "ancestors(direct-preference-optimization)")]
    [InlineData("what builds on both DPO and Step-DPO?", "builds_on(direct-preference-optimization), also builds_on(step-dpo)")]
    [InlineData("papers that combine DPO and math reasoning", "uses(direct-preference-optimization), also uses(mathematical-reasoning)")]
    [InlineData("which benchmark should I use for math reasoning", "benchmarks_for(mathematical-reasoning)")]
    [InlineData("what builds on Drect Preference Optimization", "builds_on(direct-preference-optimization)")]
    [InlineData("what builds on Step-DOP", "builds_on(step-dpo)")]
    public async Task A_question_is_read_however_it_is_put(string question, string understood) =>
        Assert.Equal(understood, (await AskAsync(question)).Understood);

    [Theory]
    [InlineData("DPO vs PPO")]
    [InlineData("difference between PPO and DPO")]
    public async Task Two_are_compared_by_papers_alone(string question) =>
        Assert.All((await AskAsync(question)).Rows, row => Assert.Contains("Paper", row.Node.Labels));

    private static async Task<AskAnswer> AskAsync(string question)
    {
        await using var database = SmallCorpus.Open();
        return await new Asker(database).AskAsync(question, new AskOptions { Limit = 0 }, TestContext.Current.CancellationToken);
    }
}
