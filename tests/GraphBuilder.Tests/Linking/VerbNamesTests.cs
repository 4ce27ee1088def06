using Stemma.GraphBuilder.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Linking;

/// <summary>Names that begin with a verb, from 144,000 papers.</summary>
public sealed class VerbNamesTests
{
    [Theory]
    [InlineData("detecting anomalies", "Anomaly Detection", 1)]
    [InlineData("detect hallucinations", "Hallucination Detection", 1)]
    [InlineData("detection of anomalies", "Anomaly Detection", 1)]
    [InlineData("Recognising human activities", "Human Activity Recognition", 1)]
    [InlineData("Estimating treatment effects", "Treatment Effect Estimation", 1)]
    [InlineData("detecting objects in videos", "Object Detection", 2)]
    [InlineData("detecting objects", "Anomaly Detection", 2)]
    [InlineData("tracking-by-detection", "Detection Tracking", 2)]
    public void A_name_that_begins_with_the_verb_is_the_one_that_ends_in_its_noun(string verb, string noun, int concepts) =>
        Assert.Equal(concepts, Link(Uses("a:1", verb), Uses("a:2", noun), Uses("a:3", noun)).Concepts.Count);

    [Fact]
    public void A_method_is_not_the_task_that_its_name_tells()
    {
        var method = new PaperDraft("a:1", "T", "We run detecting anomalies here.").Names("detecting anomalies", ConceptRole.Uses);

        Assert.Equal(2, Link(method, Uses("a:2", "Anomaly Detection")).Concepts.Count);
    }

    private static PaperDraft Uses(string id, string name) => new PaperDraft(id, "T", $"We solve {name} here.").Names(name, ConceptRole.Addresses, ConceptType.Task);

    private static LinkedCorpus Link(params PaperDraft[] papers) => new ConceptLinker([], LinkOverrides.None).Link([.. papers.Select(paper => paper.Build())], TestContext.Current.CancellationToken);
}
