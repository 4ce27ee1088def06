using System.Globalization;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Findings;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Findings;

public sealed class ResultNumbersTests
{
    private static readonly IExtractionStage[] Stages = PaperExtractor.StagesBeforeTagging(ConceptLexicon.LoadShipped());

    [Theory]
    [InlineData("Zarvo gains 15-20% there.", "20 % 20")]
    [InlineData("Zarvo gains 1.2%\u20133.3% there.", "3.3 % 3.3")]
    [InlineData("It improves the recall by 4.8 to 12.6 points.", "12.6 points 12.6")]
    [InlineData("It reduces the error by 3~10%.", "10 % -10")]
    [InlineData("The F1 is ranging from 0.57 to 0.66 there.", "0.66")]
    [InlineData("The F1 lies between 57.1% and 66.4% there.", "66.4 %")]
    [InlineData("Zarvo reaches 89.4 \u00B1 0.2% there.", "89.4 %")]
    [InlineData("Zarvo reaches 89.4 \u00B1 0.2 and 71.5 \u00B1 0.3 there.", "89.4; 71.5")]
    public void A_range_and_a_spread_are_one_result(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("The accuracy climbs from 31.8% to 92.6% there.", "31.8 %; 92.6 %")]
    [InlineData("There (60.6% to 64.2%) it leads.", "60.6 %; 64.2 %")]
    [InlineData("Zarvo reaches 9.5% - 7.1% less than others.", "9.5 %; 7.1 %")]
    public void A_change_from_one_number_to_another_is_two(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("It runs on 12.5 point clouds a second.", "12.5")]
    [InlineData("A dropout of 0.5 helps.", "0.5")]
    [InlineData("A drop of 0.5 points hurts.", "0.5 points -0.5")]
    [InlineData("It gains 12.5 points there.", "12.5 points 12.5")]
    [InlineData("It gains 12.5 pp there.", "12.5 points 12.5")]
    [InlineData("It gains 12.5%p there.", "12.5 points 12.5")]
    [InlineData("It improves the accuracy from 12.5% to 20.1% there.", "12.5 %; 20.1 %")]
    [InlineData("Zarvo has a rating of 2088 in 2024 there.", "2088")]
    [InlineData("Zarvo has a rating of 2,088 in 2024 over 50000 games.", "2088")]
    public void Clouds_years_and_large_counts_are_told_apart_from_points_and_ratings(string text, string expected) => Assert.Equal(expected, Read(text));

    private static string Read(string text)
    {
        var document = new PaperDocument();
        document.Reset("Zarvo", text);
        foreach (var stage in Stages)
        {
            stage.Annotate(document);
        }

        return string.Join("; ", document.Sentences.SelectMany(sentence => ResultNumbers.In(document, sentence)).Select(number =>
            string.Create(CultureInfo.InvariantCulture, $"{number.Value} {number.Unit} {number.Delta}").Replace("  ", " ", StringComparison.Ordinal).TrimEnd()));
    }
}
