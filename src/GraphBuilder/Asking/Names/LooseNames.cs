using System.Text.RegularExpressions;

namespace Stemma.GraphBuilder.Asking.Names;

/// <summary>Removes words around a name that are not part of it: an article before ("the Transformer"), a head noun after ("the DPO method").</summary>
internal static partial class LooseNames
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>The name without its article, without its head noun, and without both, as far as these differ from the name.</summary>
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
