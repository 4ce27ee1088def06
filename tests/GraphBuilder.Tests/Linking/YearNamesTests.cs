using Stemma.GraphBuilder.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Linking;

/// <summary>Editions whose year some papers write with two digits.</summary>
public sealed class YearNamesTests
{
    [Theory]
    [InlineData("WMT'16", "WMT 2016", 1)]
    [InlineData("VOC07", "VOC2007", 1)]
    [InlineData("YouTube-VIS-19", "YouTube-VIS 2019", 1)]
    [InlineData("ImageNet-10", "ImageNet 2010", 2)]
    [InlineData("MOT16", "MOT 2017", 2)]
    [InlineData("Gaia16", "Gaia 1016", 2)]
    public void Two_and_four_digits_of_a_year_name_one_edition(string brief, string full, int concepts) =>
        Assert.Equal(concepts, Link(Evaluates("a:1", brief), Evaluates("a:2", full), Evaluates("a:3", full)).Concepts.Count);

    [Fact]
    public void A_method_with_a_number_is_no_edition()
    {
        var method = new PaperDraft("a:1", "T", "We use Zarvo16 here.").Names("Zarvo16", ConceptRole.Uses);

        Assert.Equal(2, Link(method, Evaluates("a:2", "Zarvo 2016")).Concepts.Count);
    }

    private static PaperDraft Evaluates(string id, string name) => new PaperDraft(id, "T", $"We evaluate on {name} here.").Names(name, ConceptRole.EvaluatesOn, ConceptType.Dataset);

    private static LinkedCorpus Link(params PaperDraft[] papers) => new ConceptLinker([], LinkOverrides.None).Link([.. papers.Select(paper => paper.Build())], TestContext.Current.CancellationToken);
}
