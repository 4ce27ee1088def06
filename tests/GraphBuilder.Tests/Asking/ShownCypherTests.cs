using Stemma.GraphBuilder.Asking;
using Stemma.Testing.Engines;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>The Cypher text shown with an answer is the query that produced it.</summary>
public sealed class ShownCypherTests
{
    public static TheoryData<string> Questions =>
    [
        "what builds on DPO?", "what builds on DPO since 2025", "what builds on DPO at ICML", "newest papers that build on DPO", "oldest papers that build on DPO", "top 2 papers that build on DPO",
        "which papers build on DPO and also evaluate on GSM8K", "what builds on DPO but not Step-DPO", "which papers evaluate on GSM8K except those that build on DPO?", "which papers evaluate on GSM8K",
        "which papers compare with DPO", "which papers use DPO", "what uses GSM8K", "who introduced DPO", "who introduced SPO?", "what does DPO build on?", "lineage of DPO", "variants of DPO",
        "which benchmarks is Step-DPO evaluated on?", "what is DPO compared with", "which methods outperform DPO?", "best results on GSM8K", "which methods are used for mathematical reasoning",
        "which benchmarks are used for mathematical reasoning", "which tasks does DPO address?", "papers by Ana Perez", "papers about PPO", "what is DPO?", "what is SPO?",
        "how are PPO and Step-DPO connected?", "how are DPO and GSM8K connected?", "how are DPO and GSM8K connected as of 2024?",
        "all numbers on GSM8K", "does Step-DPO build on DPO?", "does DPO use GSM8K?", "PPO vs DPO", "top 3 methods", "most used benchmarks in 2025", "most cited papers", "newest papers since 2024", "what is FinDPO?",
        "accuracy of Step-DPO on MATH", "what came after DPO?", "what came after DPO since 2025", "newest successors of DPO", "who works on DPO?", "which authors work on DPO since 2024", "what do Step-DPO and RivalPref have in common?",
        "what do DPO and PPO have in common as of 2024?", "papers without PPO for math reasoning",
        "does RivalPref beat DPO?", "does Step-DPO beat PPO on GSM8K?", "coauthors of Ana Perez", "papers by Ana Perez and Bo Li", "papers about finances", "surveys on DPO", "NeurIPS 2023 papers on DPO",
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task It_gives_the_rows_of_the_answer(string question)
    {
        await using var database = SmallCorpus.Open();
        foreach (var limit in new[] { 0, 1, 2, 20 })
        {
            var answer = await new Asker(database).AskAsync(question, new AskOptions { Limit = limit }, TestContext.Current.CancellationToken);
            Assert.True(answer.Total >= answer.Rows.Count && (limit == 0 || answer.Rows.Count <= limit));
            await ShownCypher.AssertGivesAsync(answer, database, TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("what builds on DPO?", 3)]
    [InlineData("which papers evaluate on GSM8K", 3)]
    [InlineData("lineage of DPO", 3)]
    [InlineData("which papers use DPO", 2)]
    public async Task A_limit_cuts_the_rows_and_not_the_count(string question, int total)
    {
        await using var database = SmallCorpus.Open();
        var asker = new Asker(database);
        var (all, first) = (await asker.AskAsync(question, new AskOptions { Limit = 0 }, TestContext.Current.CancellationToken), await asker.AskAsync(question, new AskOptions { Limit = 1 }, TestContext.Current.CancellationToken));
        Assert.Equal((total, total), (all.Total, first.Total));
        Assert.Equal(all.Rows[0].Id, Assert.Single(first.Rows).Id);
        Assert.Equal(all.Answer.Split(';', '(')[0], first.Answer.Split(';', '(')[0]);
    }
}
