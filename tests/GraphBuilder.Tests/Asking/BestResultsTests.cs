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
    [InlineData("FogNet reaches 162 on GSM8K.", "162", "accuracy", "is at most 100 %, unless relative")]
    [InlineData("FogNet reaches 162 on GSM8K.", "162", "return", "")]
    [InlineData("FogNet reaches 21.2% top-1 and 5.6% top-5 error on GSM8K.", "21.2%", "top-1", "is no error rate named by its rank")]
    [InlineData("FogNet reaches 91.2% top-1 on GSM8K.", "91.2%", "top-1", "")]
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

    [Fact]
    public async Task The_sentence_names_the_metrics_among_which_the_best_is()
    {
        var answer = await AskAsync("best results on GSM8K", Draft("FogNet reaches an F1 score of 91.6% on GSM8K.", "91.6%", "F1 score"), Other("arxiv:51", "GSM8K: CraneNet solves 85.5 %.", "85.5 %", null), Other("arxiv:52", "KiteNet has success rates of 85.2% on GSM8K.", "85.2%", "success rates"));

        Assert.StartsWith("5 results are reported on GSM8K; of the 4 by accuracy or the like, the highest is 85.5%, in “Other” (2025).", answer.Answer);
        Assert.Equal(["arxiv:51", "arxiv:52", "arxiv:3", "arxiv:2", "arxiv:31"], answer.Rows.Select(row => row.Id));
        Assert.StartsWith("2 results are reported on GSM8K, both by accuracy or the like; the highest is 84% accuracy, in “Finer steps” (2025).", (await AskAsync("best results on GSM8K")).Answer);
    }

    [Fact]
    public async Task Where_each_result_is_by_another_metric_none_is_the_best()
    {
        var tags = new PaperDraft("arxiv:44", "Tags", "FogNet reaches an F1 score of 91.6% on LibriSpeech.", 2025).Names("LibriSpeech", ConceptRole.EvaluatesOn, ConceptType.Dataset, "librispeech").Reports(0, "91.6%", 91.6, "F1 score").Build();

        Assert.StartsWith("2 results are reported on LibriSpeech, each by another metric; one is 91.6% F1 score, in “Tags” (2025).", (await AskAsync("best results on LibriSpeech", Speech("arxiv:41", "WER", "3.1%"), tags)).Answer);
    }

    [Fact]
    public async Task An_accuracy_of_few_examples_is_ranked_by_itself()
    {
        var answer = await AskAsync("best results on GSM8K", Draft("FogNet improves one-shot accuracy on GSM8K from 82.2% to 97.8%.", "97.8%", "accuracy"));

        Assert.Equal(["arxiv:3", "arxiv:2", "arxiv:31"], answer.Rows.Select(row => row.Id));
        Assert.StartsWith("3 results are reported on GSM8K; of the 2 by accuracy or the like, the highest is 84% accuracy", answer.Answer);
    }

    [Fact]
    public async Task A_metric_of_the_lowest_that_the_sentence_lacks_is_not_stated()
    {
        var answer = await AskAsync("best results on GSM8K", Draft("FogNet reaches 65.9 on GSM8K.", "65.9", "perplexity"));

        Assert.Equal(["arxiv:3", "arxiv:2", "arxiv:31"], answer.Rows.Select(row => row.Id));
        Assert.Equal("65.9", answer.Rows[2].Result);
    }

    [Theory]
    [InlineData("accuracy of FogNet on GSM8K", "No abstract in this graph reports the accuracy of FogNet on GSM8K. By other metrics, 1 result of FogNet on GSM8K is reported: 57% exact match rate, in “Fog” (2025).")]
    [InlineData("score of FogNet on GSM8K", "1 result of FogNet on GSM8K is reported: 57% exact match rate, in “Fog” (2025).")]
    [InlineData("AP of FogNet on GSM8K", "No abstract in this graph reports the AP of FogNet on GSM8K. By other metrics, 1 result")]
    [InlineData("what accuracy does FogNet reach on GSM8K?", "No abstract in this graph reports the accuracy of FogNet on GSM8K. By other metrics, 1 result")]
    public async Task Where_another_metric_than_the_one_asked_for_is_reported_the_answer_says_so(string question, string begin)
    {
        var paper = new PaperDraft("arxiv:31", "Fog", "FogNet has an exact match rate of 57% on GSM8K.", 2025).Names("FogNet", ConceptRole.Introduces).Names("GSM8K", ConceptRole.EvaluatesOn, ConceptType.Benchmark, "gsm8k")
            .Reports(1, "57%", 57, "exact match rate", 0.9).Build();

        Assert.StartsWith(begin, (await AskAsync(question, paper)).Answer);
    }

    [Fact]
    public async Task Of_all_numbers_those_that_cannot_be_shares_come_last() =>
        Assert.Equal(["arxiv:3", "arxiv:2", "arxiv:31"], (await AskAsync("all numbers on GSM8K", Draft("FogNet reaches 219% on GSM8K.", "219%", "accuracy"))).Rows.Select(row => row.Id));

    private static ExtractedPaper Other(string id, string text, string number, string? metric) =>
        new PaperDraft(id, "Other", text, 2025).Names("GSM8K", ConceptRole.EvaluatesOn, ConceptType.Benchmark, "gsm8k").Reports(0, number, double.Parse(number.TrimEnd('%', ' '), CultureInfo.InvariantCulture), metric, 0.9).Build();

    private static ExtractedPaper Speech(string id, string metric, string number) =>
        new PaperDraft(id, "Speech", $"FogNet reaches a {metric} of {number} on LibriSpeech.", 2025)
            .Names("LibriSpeech", ConceptRole.EvaluatesOn, ConceptType.Dataset, "librispeech").Names(metric, ConceptRole.Measures, ConceptType.Metric, "word-error-rate")
            .Reports(0, number, double.Parse(number.TrimEnd('%'), CultureInfo.InvariantCulture), metric, metricAt: 1).Build();

    private static ExtractedPaper Draft(string text, string number, string? metric, double confidence = 0.9, string benchmark = "GSM8K") =>
        new PaperDraft("arxiv:31", "Fog", text, 2025).Names(benchmark, ConceptRole.EvaluatesOn, ConceptType.Benchmark, "gsm8k")
            .Reports(0, number, double.Parse(number.TrimEnd('%'), CultureInfo.InvariantCulture), metric, confidence, unit: number.EndsWith('%') ? "%" : null).Build();

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
