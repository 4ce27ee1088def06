using System.Text;

namespace Stemma.GraphStore;

/// <summary>
/// Splits user input into words and builds full-text queries from them that both engines interpret alike. The embedded index splits at everything that is not a letter or
/// digit; Neo4j's default analyzer keeps "3.1", "don't" and "u_net" whole (Unicode Standard Annex 29, word boundaries, rules WB5 to WB13b). Words that it
/// keeps whole are kept whole here too: in quotation marks, they match their parts as a phrase in the embedded engine.
/// </summary>
public static class FullTextWords
{
    /// <summary>Words in lower case, in order; other symbols, which the query syntax could take for operators, are separators.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            words.Append(char.IsLetterOrDigit(text[at]) || IsInside(text, at) ? char.ToLowerInvariant(text[at]) : ' ');
        }

        return words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A query for all words, each whole; empty if there are none.</summary>
    public static string Whole(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return string.Join(" AND ", words.Select(word => $"\"{word}\""));
    }

    /// <summary>A query for all words, the last as a prefix; empty if there are none.</summary>
    public static string Beginning(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Count == 0 ? "" : string.Join(" AND ", [.. words.SkipLast(1).Select(word => $"\"{word}\""), words[^1] + "*"]);
    }

    private static bool IsInside(string text, int at) =>
        at > 0 && at + 1 < text.Length && text[at] switch
        {
            '_' => char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]),
            '.' or '\'' or '’' => (char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1])) || (char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])),
            ',' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
            _ => false,
        };
}
