namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>Formats confidences for people.</summary>
internal static class Percent
{
    /// <summary>Upper bound of what is shown: of the model's surest predictions, 89 in 100 are right when checked by reading, so none is shown as certain.</summary>
    private const double Surest = 0.99;

    /// <summary>A confidence in whole percent, at most 99.</summary>
    /// <param name="confidence">0..1.</param>
    public static string Of(double confidence) => $"{Math.Min(confidence, Surest):P0}";
}
