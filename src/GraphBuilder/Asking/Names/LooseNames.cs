using System.Text.RegularExpressions;

namespace Stemma.GraphBuilder.Asking.Names;

/// <summary>What people put around a name that is no part of it: an article before ("the Transformer"), the kind of thing behind ("the DPO method").</summary>
internal static partial class LooseNames
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>The name without its article, without its kind, and without both, as far as they differ from it.</summary>
    public static IEnumerable<string> Of(string name)
    {
        string[] looser = [Article().Replace(name, ""), Kind().Replace(name, ""), Kind().Replace(Article().Replace(name, ""), "")];
        return looser.Where(other => other.Length > 0 && other != name).Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^(?:the|an?)\s+", Options)]
    private static partial Regex Article();

    [GeneratedRegex(@"\s+(?:methods?|algorithms?|models?|data\s?sets?|benchmarks?|frameworks?|approach|techniques?|architectures?|systems?|papers?)$", Options)]
    private static partial Regex Kind();
}
