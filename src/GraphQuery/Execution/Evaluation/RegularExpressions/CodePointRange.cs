namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>A range of code points.</summary>
/// <param name="First">The lowest.</param>
/// <param name="Last">The highest, inclusive.</param>
internal readonly record struct CodePointRange(int First, int Last)
{
    /// <summary>A single code point as a range.</summary>
    public static CodePointRange Of(int point) => new(point, point);
}
