using CsCheck;

namespace Stemma.GraphQueryTests;

/// <summary>Draws one of a few given values.</summary>
internal static class Choice
{
    /// <summary>Each value equally often.</summary>
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
