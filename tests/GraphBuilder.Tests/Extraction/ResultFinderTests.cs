using System.Globalization;
using Stemma.GraphBuilder.Extraction;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction;

public sealed class ResultFinderTests
{
    private static readonly PaperExtractor Extractor = PaperExtractor.LoadShipped();

    [Theory]
    [InlineData("We evaluate Zarvo on two benchmarks. It reaches 81.8% accuracy on GSM8K.", "GSM8K 81.8 %")]
    [InlineData("We evaluate Zarvo. It achieves accuracies of 81.8%, 34.7% and 76.4% on GSM8K, MATH and ARC-C, respectively.", "GSM8K 81.8 %; MATH 34.7 %; ARC-C 76.4 %")]
    [InlineData("Zarvo has 5.8% and 14.9% lower word error rates than Conformer on LibriSpeech and TED-LIUM, respectively.", "LibriSpeech 5.8 % -5.8; TED-LIUM 14.9 % -14.9")]
    [InlineData("Zarvo outperforms its baselines on GSM8K (+5.9%) and HumanEval (+3.1%).", "GSM8K 5.9 % 5.9; HumanEval 3.1 % 3.1")]
    [InlineData("On GSM8K, Zarvo improves the accuracy by 5.9%.", "GSM8K 5.9 % 5.9")]
    [InlineData("Zarvo reaches 81.8% (+5.9%) on GSM8K.", "GSM8K 81.8 % 5.9")]
    [InlineData("Zarvo scores $81.8\\%$ on GSM8K.", "GSM8K 81.8 %")]
    [InlineData("Zarvo needs 10% of the data on GSM8K in 2024.", "")]
    [InlineData("We evaluate Zarvo on three benchmarks: GSM8K, MATH and ARC-C. It reaches accuracies of 81.8%, 34.7% and 76.4%, respectively.", "GSM8K 81.8 %; MATH 34.7 %; ARC-C 76.4 %")]
    [InlineData("On GSM8K, MATH, and ARC-C, Zarvo achieves accuracies of 81.8\\%, 34.7\\%, and 76.4\\%, respectively.", "GSM8K 81.8 %; MATH 34.7 %; ARC-C 76.4 %")]
    [InlineData("Zarvo improves the accuracy on GSM8K by $\\textbf{16.4%}$.", "GSM8K 16.4 % 16.4")]
    [InlineData("Zarvo improves the accuracy on GSM8K by 2.4pp.", "GSM8K 2.4 points 2.4")]
    [InlineData("On GSM8K, Zarvo improves the accuracy by 3-5%.", "GSM8K 5 % 5")]
    [InlineData("Zarvo reaches an accuracy of 81.8 \u00B1 0.3% on GSM8K.", "GSM8K 81.8 %")]
    public void Numbers_are_tied_to_the_benchmark_that_they_are_reported_on(string text, string expected)
    {
        var extraction = Extractor.Extract("Zarvo: Steady Learning from Noisy Choices", text);
        Assert.Equal(expected, string.Join("; ", extraction.Results.Select(result =>
            $"{extraction.Concepts[result.On].Name} {result.Value} {result.Unit} {result.Delta}".TrimEnd())));
    }

    [Theory]
    [InlineData("On MATH, Zarvo rises to 90%; it is also evaluated on GSM8K and HumanEval.", "GSM8K", 90)]
    [InlineData("Zarvo, trained on 1.5 million labels, is evaluated on GSM8K.", "GSM8K", 1.5)]
    [InlineData("It lifts the accuracy on MultiArith from 17.7% to 78.7% and on GSM8K from 10.4% to 40.7%.", "GSM8K", 78.7)]
    [InlineData("Zarvo outperforms its baselines on 50 of 66 tasks from GSM8K.", "GSM8K", 50)]
    public void A_number_of_another_part_and_a_count_are_no_result_on_a_benchmark(string text, string benchmark, double number)
    {
        var extraction = Extractor.Extract("Zarvo: Steady Learning from Noisy Choices", text);
        Assert.Contains(extraction.Concepts, concept => concept.Name == benchmark);
        Assert.DoesNotContain(extraction.Results, result => extraction.Concepts[result.On].Name == benchmark && result.Value == number);
    }

    [Theory]
    [InlineData("On LibriSpeech, Zarvo achieves a 28% relative reduction in word error rate.", "-28")]
    [InlineData("Zarvo outperforms its baselines on GSM8K by 5.9%.", "5.9")]
    [InlineData("Zarvo brings a 7% absolute gain in accuracy on GSM8K.", "7")]
    [InlineData("Zarvo achieves a 14.9% lower error rate on GSM8K.", "-14.9")]
    [InlineData("Zarvo improves the accuracy on GSM8K from 61.5% to 81.8%.", "none none")]
    [InlineData("On GSM8K, Zarvo reaches an accuracy of 81.8%.", "none")]
    public void A_gain_or_a_loss_is_told_from_a_level(string text, string expected)
    {
        var extraction = Extractor.Extract("Zarvo: Steady Learning from Noisy Choices", "We propose Zarvo, a method for steady learning. " + text);
        Assert.Equal(expected, string.Join(' ', extraction.Results.Select(result => string.Create(CultureInfo.InvariantCulture, $"{result.Delta}") is { Length: > 0 } delta ? delta : "none")));
    }

    [Theory]
    [InlineData("On GSM8K, Zarvo reaches an accuracy of 81.8%.", "accuracy")]
    [InlineData("On FLORES-101, Zarvo achieves a BLEU of 31.2 and a chrF of 55.1.", "BLEU chrF")]
    [InlineData("Zarvo reaches a word error rate (WER) of 4.2% on LibriSpeech.", "word error rate")]
    public void A_number_is_in_the_metric_that_is_said_with_it(string text, string expected)
    {
        var extraction = Extractor.Extract("Zarvo: Steady Learning from Noisy Choices", "We propose Zarvo, a method for steady learning. " + text);
        Assert.Equal(expected, string.Join(' ', extraction.Results.Select(result => result.Metric)));
    }

    [Theory]
    [InlineData("We evaluate Zarvo on two benchmarks. It reaches 81.8% accuracy on GSM8K.", "Zarvo")]
    [InlineData("On GSM8K, GPT-4 reaches 61.5% accuracy.", "GPT-4")]
    [InlineData("On GSM8K, Zarvo reaches 81.8%, where GPT-4 (61.5%) falls behind.", "Zarvo GPT-4")]
    public void A_number_belongs_to_the_method_that_reached_it(string text, string expected)
    {
        var extraction = Extractor.Extract("Zarvo: Steady Learning from Noisy Choices", "We propose Zarvo, a method for steady learning. " + text);
        Assert.Equal(expected, string.Join(' ', extraction.Results.Select(result => extraction.Concepts[result.Of!.Value].Name)));
    }
}
