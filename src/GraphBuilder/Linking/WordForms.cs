namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Tells forms of one word ("distilled" and "distillation", "automaton" and "automata") from words that only begin alike ("multimodal" and "multilingual", "quantum" and "quantized"):
/// behind the letters that both begin with, each has an ending that inflects or derives (suffix stripping after Porter 1980, "An algorithm for suffix stripping", without its rules of order).
/// </summary>
internal static class WordForms
{
    /// <summary>Letters that two forms of one word share at least.</summary>
    private const int FewestShared = 5;

    /// <summary>Letters of a word that the other one begins with: base, based.</summary>
    private const int ShortestWord = 4;

    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal)
    {
        "", "a", "al", "ation", "d", "e", "ed", "er", "ese", "ic", "ical", "ing", "ion", "ist", "ive", "ization", "ize", "ized", "ment", "n", "ness", "o", "on", "or", "ous", "ple", "r", "s", "ship", "th", "tical", "ual", "um", "us", "ve", "y",
    };

    /// <summary>Pairs of endings that make two words of one beginning: "general" and "generation", "quantum" and "quantization".</summary>
    private static readonly HashSet<(string, string)> Apart = [("al", "ation"), ("um", "ation"), ("um", "ization"), ("um", "ize"), ("um", "ized")];

    /// <summary>True where two words in lower case are forms of one.</summary>
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

    /// <summary>What follows the shared letters, without a doubled consonant: "program", "programming".</summary>
    private static string EndingOf(string word, int shared) => shared < word.Length - 1 && word[shared] == word[shared - 1] ? word[(shared + 1)..] : word[shared..];
}
