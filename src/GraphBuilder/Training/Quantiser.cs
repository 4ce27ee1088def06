namespace Stemma.GraphBuilder.Training;

/// <summary>Rounds weights to eight bits with one scale; weights beyond it are cut off.</summary>
internal static class Quantiser
{
    /// <summary>Largest weight that is kept: a feature that says more than this in log odds says no more for it.</summary>
    private const float Cut = 3.0f;

    /// <summary>What one step is worth.</summary>
    public const float Scale = Cut / sbyte.MaxValue;

    /// <summary>The rounded weight.</summary>
    public static sbyte Round(float weight) => (sbyte)Math.Clamp(MathF.Round(weight / Scale), -sbyte.MaxValue, sbyte.MaxValue);
}
