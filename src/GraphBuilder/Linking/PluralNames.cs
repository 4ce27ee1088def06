using Stemma.GraphBuilder.Linking.Names;

namespace Stemma.GraphBuilder.Linking;

/// <summary>Puts names that papers use in the plural into the singular: "reasoning LLM", although 146 of 157 papers have reasoning LLMs.</summary>
internal static class PluralNames
{
    /// <summary>Minimum number of papers that name a thing in the singular.</summary>
    private const int FewestPapers = 2;

    /// <summary>
    /// Nouns that are put into the singular: those that end most of the 503 plural names of 144,000 papers that some text also has in the singular. Others may be no
    /// plurals: soft robotics, least squares, bag of words.
    /// </summary>
    private static readonly HashSet<string> Countable = new(StringComparer.Ordinal)
    {
        "model", "network", "graph", "attack", "game", "embedding", "llm", "lm", "mllm", "vlm", "cnn", "mdp", "system", "function", "agent", "transformer", "tree", "planner", "field", "assistant", "equation", "kernel", "detector",
        "representation", "map", "robot", "problem", "net", "filter", "descriptor", "controller", "convolution", "classifier", "architecture", "encoder",
    };

    /// <summary>True for a name that ends like a plural.</summary>
    public static bool IsPlural(string name) => name.Length > 3 && name[^1] == 's' && name[^2] is not ('s' or 'u' or 'i');

    /// <summary>The name in the singular as most papers print it; unchanged if its last word is not one of these nouns in the plural, or if fewer than two papers have the singular.</summary>
    /// <param name="name">The name.</param>
    /// <param name="surfaces">The spellings, each with the number of papers that print it.</param>
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
