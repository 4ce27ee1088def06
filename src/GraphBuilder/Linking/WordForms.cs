namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Distinguishes forms of one word ("distilled" and "distillation", "automaton" and "automata") from words that only begin alike ("multimodal" and "multilingual", "quantum" and "quantized"):
/// after the common prefix, each has an inflectional or derivational ending (suffix stripping after Porter 1980, "An algorithm for suffix stripping", without the order of its rules).
/// </summary>
internal static class WordForms
{
    /// <summary>Minimum length of the common prefix of two forms of one word.</summary>
    private const int FewestShared = 5;

    /// <summary>The same if one word is a prefix of the other: base, based.</summary>
    private const int ShortestWord = 4;

    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal)
    {
        "", "a", "al", "ation", "d", "e", "ed", "er", "ese", "ic", "ical", "ing", "ion", "ist", "ive", "ization", "ize", "ized", "ment", "n", "ness", "o", "on", "or", "ous", "ple", "r", "s", "ship", "th", "tical", "ual", "um", "us", "ve", "y",
    };

    /// <summary>Pairs of endings that make different words of the same stem: "general" and "generation", "quantum" and "quantization".</summary>
    private static readonly HashSet<(string, string)> Apart = [("al", "ation"), ("um", "ation"), ("um", "ization"), ("um", "ize"), ("um", "ized")];

    /// <summary>True if two lower-case words are forms of the same word.</summary>
    public static bool AreOne(string first, string second)
    {
        var shared = first.AsSpan().CommonPrefixLength(second);
        if (first == second || shared < (shared == Math.Min(first.Length, second.Length) ? ShortestWord : FewestShared))
        {
            return first == second;
        }

        var (one, other) = (EndingOf(first, shared), EndingOf(second, shared));
        return Endings.Contains(one) && Endings.Contains(other) && !Apart.Contains((one, other)) && !Apart.Contains((other, one));
    }

    /// <summary>What follows the common prefix, without a doubled consonant: "program", "programming".</summary>
    private static string EndingOf(string word, int shared) => shared < word.Length - 1 && word[shared] == word[shared - 1] ? word[(shared + 1)..] : word[shared..];
}
