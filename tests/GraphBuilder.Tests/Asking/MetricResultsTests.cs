using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>"Lowest FID on X": results by one metric, the best of them first.</summary>
public sealed class MetricResultsTests
{
    private static readonly ExtractedPaper[] Papers =
    [
        Reporting("arxiv:31", 3.5, "FID"), Reporting("arxiv:32", 2.1, "FIDs"), Reporting("arxiv:33", 9, "WER"), Reporting("arxiv:34", 4, "word error rate"), Reporting("arxiv:35", 7, "EPQ"),
        new PaperDraft("arxiv:36", "Rates", "We measure word error rate (WER).", 2024).Names("word error rate (WER)", ConceptRole.Measures, ConceptType.Metric).Build(),
    ];

    [Theory]
    [InlineData("lowest FID on GSM8K", "results_on(gsm8k), lowest fid", "arxiv:32,arxiv:31")]
    [InlineData("best FID on GSM8K", "results_on(gsm8k), fid", "arxiv:32,arxiv:31")]
    [InlineData("highest FID on GSM8K", "results_on(gsm8k), highest fid", "arxiv:31,arxiv:32")]
    [InlineData("lowest WER on GSM8K", "results_on(gsm8k), lowest wer", "arxiv:34,arxiv:33")]
    [InlineData("highest accuracy on GSM8K", "results_on(gsm8k), highest accuracy", "arxiv:3,arxiv:2")]
    [InlineData("which method has the highest accuracy on GSM8K?", "results_on(gsm8k), highest accuracy", "arxiv:3,arxiv:2")]
    [InlineData("lowest EPQ on GSM8K", "results_on(gsm8k), lowest epq", "arxiv:35")]
    public async Task Results_of_the_metric_alone_are_ranked(string question, string understood, string rows)
    {
        var answer = await SmallAsker.AskAndRunAsync(question, Papers);

        Assert.Equal((understood, rows), (answer.Understood, string.Join(',', answer.Rows.Select(row => row.Id))));
    }

    [Theory]
    [InlineData("lowest FID on GSM8K", "2 results are reported on GSM8K by the metric “FID”; the lowest is 2.1% FIDs, in “Work arxiv:32” (2024). ")]
    [InlineData("lowest WER on GSM8K", "2 results are reported on GSM8K by the metric “WER”; the lowest is 4% word error rate, in “Work arxiv:34” (2024). ")]
    [InlineData("lowest EPQ on GSM8K", "1 result is reported on GSM8K by the metric “EPQ”; the lowest is 7% EPQ, in “Work arxiv:35” (2024). ")]
    [InlineData("lowest perplexity on GSM8K", "No abstract in this graph reports a result on GSM8K by the metric “perplexity” that can be ranked. ")]
    public async Task The_sentence_says_which_metric_and_which_end(string question, string sentence) =>
        Assert.StartsWith(sentence, (await SmallAsker.AskAndRunAsync(question, Papers)).Answer);

    [Fact]
    public async Task Where_the_metric_has_no_result_the_others_are_offered() =>
        Assert.Equal(["best results on GSM8K", "all numbers on GSM8K"], (await SmallAsker.AskAsync("lowest perplexity on GSM8K", Papers)).Suggestions.Take(2));

    [Theory]
    [InlineData("best methods for math reasoning")]
    [InlineData("best optimizer for math reasoning")]
    public void What_is_no_metric_is_not_taken_for_one(string question) => Assert.Null(QuestionReader.Read(question)!.Metric);

    [Theory]
    [InlineData("WER")]
    [InlineData("RMSE")]
    public async Task Of_error_rates_the_lowest_is_the_best(string metric)
    {
        var answer = await SmallAsker.AskAndRunAsync("best results on NoiseBench", Reporting("arxiv:41", 43, metric, "NoiseBench"), Reporting("arxiv:42", 2, metric, "NoiseBench"));

        Assert.Equal(["arxiv:42", "arxiv:41"], answer.Rows.Select(row => row.Id));
        Assert.Contains($"the lowest is 2% {metric}", answer.Answer);
    }

    private static ExtractedPaper Reporting(string id, double value, string metric, string on = "GSM8K")
    {
        var number = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new PaperDraft(id, $"Work {id}", $"We reach {number} in {metric} on {on}.", 2024).Names(on, ConceptRole.EvaluatesOn, ConceptType.Benchmark, on == "GSM8K" ? "gsm8k" : null).Reports(0, number, value, metric, 0.9).Build();
    }
}
