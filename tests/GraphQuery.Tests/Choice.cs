using CsCheck;

namespace Stemma.GraphQueryTests;

/// <summary>Generates one of a few given values.</summary>
internal static class Choice
{
    /// <summary>All with the same probability.</summary>
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
