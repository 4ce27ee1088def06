namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>Neighbouring code points.</summary>
/// <param name="First">The lowest.</param>
/// <param name="Last">The highest, itself in the range.</param>
internal readonly record struct CodePointRange(int First, int Last)
{
    /// <summary>A single code point as a range.</summary>
    public static CodePointRange Of(int point) => new(point, point);
}
