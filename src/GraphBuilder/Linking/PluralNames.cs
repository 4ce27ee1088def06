using Stemma.GraphBuilder.Linking.Names;

namespace Stemma.GraphBuilder.Linking;

/// <summary>Names one of what papers speak of in the plural: "reasoning LLM", though 146 of 157 papers have reasoning LLMs.</summary>
internal static class PluralNames
{
    /// <summary>Papers that must name a thing in the singular.</summary>
    private const int FewestPapers = 2;

    /// <summary>
    /// Nouns of which one is named: those that end most of the 503 names in the plural of 144,000 papers that some text has in the singular. Others may be no plurals: soft robotics, least squares, bag of words.
    /// </summary>
    private static readonly HashSet<string> Countable = new(StringComparer.Ordinal)
    {
        "model", "network", "graph", "attack", "game", "embedding", "llm", "lm", "mllm", "vlm", "cnn", "mdp", "system", "function", "agent", "transformer", "tree", "planner", "field", "assistant", "equation", "kernel", "detector",
        "representation", "map", "robot", "problem", "net", "filter", "descriptor", "controller", "convolution", "classifier", "architecture", "encoder",
    };

    /// <summary>True for a name that ends like a plural.</summary>
    public static bool IsPlural(string name) => name.Length > 3 && name[^1] == 's' && name[^2] is not ('s' or 'u' or 'i');

    /// <summary>The name in the singular as most papers print it; itself where it is none of the nouns in the plural, or where fewer than two papers have it in the singular.</summary>
    /// <param name="name">The name.</param>
    /// <param name="surfaces">What papers print for it, and how many.</param>
    public static string Singular(string name, IEnumerable<(string Text, int Papers)> surfaces)
    {
        if (!IsPlural(name) || !Countable.Contains(WordStem.Of(NameKey.Tokens(name)[^1])))
        {
            return name;
        }

        var one = name[..^1];
        var (text, papers) = surfaces.Where(surface => surface.Text.Equals(one, StringComparison.OrdinalIgnoreCase)).DefaultIfEmpty((name, 0)).OrderByDescending(surface => surface.Item2).ThenBy(surface => surface.Item1, StringComparer.Ordinal).First();
        return papers >= FewestPapers ? text : name;
    }
}
