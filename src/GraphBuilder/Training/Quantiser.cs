namespace Stemma.GraphBuilder.Training;

/// <summary>Rounds weights to eight bits with a fixed scale; larger weights are clipped.</summary>
internal static class Quantiser
{
    /// <summary>Largest weight, in log odds: no single feature counts for more.</summary>
    private const float Cut = 3.0f;

    /// <summary>Weight of one quantisation step.</summary>
    public const float Scale = Cut / sbyte.MaxValue;

    /// <summary>The quantised weight.</summary>
    public static sbyte Round(float weight) => (sbyte)Math.Clamp(MathF.Round(weight / Scale), -sbyte.MaxValue, sbyte.MaxValue);
}
