namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>Writes a set of UTF-16 units in .NET's syntax.</summary>
internal static class SetWriter
{
    /// <summary>A class without members.</summary>
    public const string Nothing = @"[^\u0000-\uFFFF]";

    /// <summary>A single unit, or a class.</summary>
    public static string Write(CodePointSet units) => units.Ranges switch
    {
        [] => Nothing,
        [var (first, last)] when first == last => WriteUnit(first),
        var ranges => $"[{string.Concat(ranges.Select(range => range.First == range.Last ? WriteUnit(range.First) : $"{WriteUnit(range.First)}-{WriteUnit(range.Last)}"))}]",
    };

    private static string WriteUnit(int unit) => char.IsAsciiLetterOrDigit((char)unit) ? ((char)unit).ToString() : $"\\u{unit:X4}";
}
