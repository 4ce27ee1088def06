using System.Globalization;
using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Papers;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded;
using Stemma.Testing.Engines;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>"Best results on X" ranks results, not any number next to a benchmark.</summary>
public sealed class BestResultsTests
{
    [Theory]
    [InlineData("On GSM8K all models achieve near 100% accuracy.", "100%", "accuracy")]
    [InlineData("Scores on GSM8K plateau well below 100% for all.", "100%", null)]
    [InlineData("FogNet brings a 77% relative improvement on GSM8K.", "77%", "accuracy")]
    [InlineData("FogNet achieves 78.4% energy savings on GSM8K.", "78.4%", "accuracy")]
    [InlineData("FogNet exceeds others by 99% on GSM8K.", "99%", "accuracy")]
    [InlineData("FogNet fools models on GSM8K in 99% of cases by its attack.", "99%", "accuracy")]
    [InlineData("On GSM8K FogNet goes from 88% to 84.5% in size.", "88%", "accuracy")]
    [InlineData("FogNet reaches 84% versus 90% for others on GSM8K.", "90%", "accuracy")]
    [InlineData("FogNet cuts tokens on GSM8K, 91% in all.", "91%", "token usage")]
    [InlineData("GSM8K is hard. FogNet reaches 99% elsewhere.", "99%", "accuracy")]
    public async Task A_number_that_is_no_result_of_the_benchmark_is_left_out(string text, string number, string? metric)
    {
        var answer = await AskAsync("best results on GSM8K", Draft(text, number, metric));

        Assert.Equal(["arxiv:3", "arxiv:2"], answer.Rows.Select(row => row.Id));
        Assert.EndsWith("is left out: “all numbers on GSM8K” lists them.", answer.Answer);
    }

    [Theory]
    [InlineData("On GSM8K all models achieve near 100% accuracy.", "100%", "accuracy", "is no bound")]
    [InlineData("FogNet exceeds others by 99% on GSM8K.", "99%", "accuracy", "is no gain")]
    [InlineData("FogNet stays at 84 versus 90% for others on GSM8K.", "90%", "accuracy", "is no baseline")]
    [InlineData("FogNet reaches >90% on GSM8K.", "90%", "accuracy", "has no comparison sign before it")]
    [InlineData("FogNet reaches $\\sim$90% on GSM8K.", "90%", "accuracy", "has no comparison sign before it")]
    [InlineData("FogNet reaches $\\sim 90%$ on GSM8K.", "90%", "accuracy", "has no comparison sign before it")]
    [InlineData("FogNet reaches 80-90% on GSM8K.", "90%", "accuracy", "is no end of a range")]
    [InlineData("FogNet brings gains of 7% in size and 90% in speed on GSM8K.", "90%", "accuracy", "is no second of two gains")]
    [InlineData("FogNet reaches 80%-90 on GSM8K.", "80%", "accuracy", "is no start of a range")]
    [InlineData("FogNet solves 90% of GSM8K.", "90%", "accuracy", "is no share of something")]
    [InlineData("FogNet brings a 77% relative improvement on GSM8K.", "77%", "accuracy", "is not said to be a change")]
    [InlineData("FogNet reaches 91% on GSM8K.", "91%", "token usage", "is no cost")]
    [InlineData("FogNet reaches 91% on GSM8K despite jailbreak prompts.", "91%", "accuracy", "is no success of an attack")]
    [InlineData("FogNet reaches 91% on GSM8K despite jailbreak prompts.", "91%", "robust accuracy", "")]
    [InlineData("FogNet reaches 162% on GSM8K.", "162%", "score", "is at most 100 %, unless relative")]
    [InlineData("FogNet reaches 162% on GSM8K.", "162%", "human-normalized score", "")]
    [InlineData("GSM8K is hard. FogNet reaches 99% elsewhere.", "99%", "accuracy", "has the benchmark in its sentence")]
    [InlineData("FogNet reaches 98.1% on GSM-8K.", "98.1%", "accuracy", "", "GSM-8K")]
    public async Task A_number_is_left_out_for_one_reason(string text, string number, string? metric, string reason, string benchmark = "GSM8K") =>
        Assert.Equal(reason, string.Join(", ", await ReasonsAsync(Draft(text, number, metric, benchmark: benchmark))));

    [Fact]
    public async Task A_doubtful_reading_is_left_out_for_that() =>
        Assert.Equal(["is read with confidence"], await ReasonsAsync(Draft("FogNet reaches 98% on GSM8K.", "98%", "accuracy", 0.69)));

    [Theory]
    [InlineData("FogNet reaches 98.1% on GSM8K.", "98.1%", null, 0.9)]
    [InlineData("FogNet raises GSM8K accuracy from 91.7% to 94.1%.", "94.1%", "top-1 accuracy", 0.9)]
    [InlineData("FogNet reaches a human-normalized score of 162% on GSM8K.", "162%", "human-normalized score", 0.9)]
    public async Task A_result_of_the_benchmark_is_ranked(string text, string number, string? metric, double confidence)
    {
        var answer = await AskAsync("best results on GSM8K", Draft(text, number, metric, confidence));

        Assert.Contains("arxiv:31", answer.Rows.Select(row => row.Id));
        Assert.DoesNotContain("left out", answer.Answer);
    }

    [Fact]
    public async Task A_doubtful_reading_is_left_out_and_all_numbers_have_it()
    {
        var paper = Draft("FogNet reaches 98% on GSM8K.", "98%", "accuracy", 0.42);

        Assert.DoesNotContain("arxiv:31", (await AskAsync("best results on GSM8K", paper)).Rows.Select(row => row.Id));
        var all = await AskAsync("all numbers on GSM8K", paper);
        Assert.Equal("arxiv:31", all.Rows[0].Id);
        Assert.Contains("the largest need not be the best", all.Answer);
    }

    [Fact]
    public async Task Forms_of_one_metric_are_ranked_together()
    {
        var answer = await AskAsync("best results on LibriSpeech", Speech("arxiv:41", "WER", "3.1%"), Speech("arxiv:42", "word error rate", "2.4%"), Speech("arxiv:43", "WERs", "2.9%"));

        Assert.Equal(["arxiv:42", "arxiv:43", "arxiv:41"], answer.Rows.Select(row => row.Id));
    }

    private static ExtractedPaper Speech(string id, string metric, string number) =>
        new PaperDraft(id, "Speech", $"FogNet reaches a {metric} of {number} on LibriSpeech.", 2025)
            .Names("LibriSpeech", ConceptRole.EvaluatesOn, ConceptType.Dataset, "librispeech").Names(metric, ConceptRole.Measures, ConceptType.Metric, "word-error-rate")
            .Reports(0, number, double.Parse(number.TrimEnd('%'), CultureInfo.InvariantCulture), metric, metricAt: 1).Build();

    private static ExtractedPaper Draft(string text, string number, string? metric, double confidence = 0.9, string benchmark = "GSM8K") =>
        new PaperDraft("arxiv:31", "Fog", text, 2025).Names(benchmark, ConceptRole.EvaluatesOn, ConceptType.Benchmark, "gsm8k")
            .Reports(0, number, double.Parse(number.TrimEnd('%'), CultureInfo.InvariantCulture), metric, confidence).Build();

    /// <summary>Names of the conditions that the number of the paper does not meet.</summary>
    private static async Task<IEnumerable<string>> ReasonsAsync(ExtractedPaper paper)
    {
        await using var database = EmbeddedGraphDatabase.Over(SmallCorpus.Graph([.. SmallCorpus.Papers, paper]), TimeProvider.System);
        var cypher = $"MATCH (c:Concept {{id: 'gsm8k'}})<-[r:REPORTS]-(p:Paper {{id: 'arxiv:31'}})\n{ResultRule.Sentence}\nRETURN [{string.Join(",\n", ResultRule.Conditions.Select(condition => condition.Cypher))}]";
        var rows = await database.ReadAllAsync(cypher, new Dictionary<string, GraphValue>(StringComparer.Ordinal), QueryOptions.Reading, TestContext.Current.CancellationToken);
        return ResultRule.Conditions.Zip(Assert.Single(rows.Rows)[0].AsList()).Where(pair => !pair.Second.AsBoolean()).Select(pair => pair.First.Name);
    }

    private static async Task<AskAnswer> AskAsync(string question, params ExtractedPaper[] further)
    {
        await using var database = EmbeddedGraphDatabase.Over(SmallCorpus.Graph([.. SmallCorpus.Papers, .. further]), TimeProvider.System);
        var answer = await new Asker(database).AskAsync(question, new AskOptions { Limit = 0 }, TestContext.Current.CancellationToken);
        await ShownCypher.AssertGivesAsync(answer, database, TestContext.Current.CancellationToken);
        return answer;
    }
}
