namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>Confidences as people read them.</summary>
internal static class Percent
{
    /// <summary>Of what the model is surest of, 89 in 100 are right when they are read: nothing is called certain.</summary>
    private const double Surest = 0.99;

    /// <summary>A confidence in whole percents, at most 99.</summary>
    /// <param name="confidence">0..1.</param>
    public static string Of(double confidence) => $"{Math.Min(confidence, Surest):P0}";
}
