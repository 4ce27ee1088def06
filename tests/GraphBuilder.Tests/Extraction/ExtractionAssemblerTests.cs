using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction;

public sealed class ExtractionAssemblerTests
{
    [Theory]
    [InlineData(ConceptRole.Addresses, ConceptType.Method, ConceptType.Task)]
    [InlineData(ConceptRole.Measures, ConceptType.Task, ConceptType.Metric)]
    [InlineData(ConceptRole.EvaluatesOn, ConceptType.Method, ConceptType.Benchmark)]
    [InlineData(ConceptRole.EvaluatesOn, ConceptType.Dataset, ConceptType.Dataset)]
    [InlineData(ConceptRole.Uses, ConceptType.Task, ConceptType.Task)]
    public void A_role_that_one_kind_of_thing_has_decides_the_type(ConceptRole role, ConceptType judged, ConceptType told)
    {
        var document = new PaperDocument();
        document.Reset("Zarvo", "We study ladle planning.");
        new TokenFinder().Annotate(document);
        new SentenceFinder().Annotate(document);
        var draft = document.AddConcept();
        draft.Mentions.Add(new Mention(new TokenRange(3, 5), judged, 0.9, "test"));
        draft.Surfaces.Add("ladle planning");
        draft.Types.Add(judged);
        draft.Role = role;

        var concept = Assert.Single(ExtractionAssembler.Assemble(document).Concepts);

        Assert.Equal(("ladle planning", role), (concept.Name, concept.Role));
        Assert.Equal([told], concept.Types);
    }
}
