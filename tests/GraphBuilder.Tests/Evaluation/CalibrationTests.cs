using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Evaluation;

public sealed class CalibrationTests
{
    [Fact]
    public void A_confidence_counts_in_the_range_that_begins_at_or_below_it()
    {
        var calibration = new Calibration();
        calibration.Add(ConceptRole.BuildsOn, 1, isRight: true);
        calibration.Add(ConceptRole.BuildsOn, 0.9, isRight: false);
        calibration.Add(ConceptRole.BuildsOn, 0.899, isRight: true);
        calibration.Add(ConceptRole.BuildsOn, 0, isRight: false);

        Assert.Equal((2, 0.5), (calibration.In(ConceptRole.BuildsOn, 0.9).Found, calibration.In(ConceptRole.BuildsOn, 0.9).Precision));
        Assert.Equal((1, 1.0), (calibration.In(ConceptRole.BuildsOn, 0.8).Found, calibration.In(ConceptRole.BuildsOn, 0.8).Precision));
        Assert.Equal((1, 0.0), (calibration.In(ConceptRole.BuildsOn, 0).Found, calibration.In(ConceptRole.BuildsOn, 0).Precision));
        Assert.Equal(0, calibration.In(ConceptRole.Uses, 0.9).Found);
        Assert.Contains("  builds_on             0.500 of 2      1.000 of 1               -", calibration.ToString(), StringComparison.Ordinal);
    }
}
