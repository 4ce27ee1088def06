using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Roles;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Roles;

public sealed class PaperKindsTests
{
    [Fact]
    public void A_kind_is_what_a_paper_introduces_and_whether_it_builds_on_something()
    {
        Assert.Equal(0, PaperKinds.Of([(ConceptType.Method, ConceptRole.Uses), (ConceptType.Task, ConceptRole.Addresses), (ConceptType.Metric, ConceptRole.Introduces)]));
        Assert.Equal(1, PaperKinds.Of([(ConceptType.Method, ConceptRole.Introduces)]));
        Assert.Equal(2, PaperKinds.Of([(ConceptType.Benchmark, ConceptRole.Introduces), (ConceptType.Dataset, ConceptRole.Introduces)]));
        Assert.Equal(7, PaperKinds.Of([(ConceptType.Method, ConceptRole.Introduces), (ConceptType.Dataset, ConceptRole.Introduces), (ConceptType.Dataset, ConceptRole.BuildsOn)]));
    }

    [Fact]
    public void The_values_are_the_probabilities_of_a_method_of_data_and_of_a_basis()
    {
        var values = new float[PaperKinds.Values];
        var writer = new ValueWriter(values);

        PaperKinds.WriteValues([0.1, 0.2, 0.05, 0.05, 0.3, 0.1, 0.1, 0.1], ref writer);

        Assert.Equal([0.45f, 0.3f, 0.6f], values);
    }
}
