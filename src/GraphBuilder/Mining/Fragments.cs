using System.Text.RegularExpressions;
using Stemma.GraphBuilder.Linking.Names;

namespace Stemma.GraphBuilder.Mining;

/// <summary>
/// Detects incomplete names: pieces of mark-up, words split by a line break, phrases cut at a preposition, adjectives ("self-supervised", "transformer-based").
/// The kinds and lists come from a manual review of the first 800 candidates of 144,000 papers.
/// </summary>
internal static partial class Fragments
{
    private static readonly HashSet<string> Joints = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "of", "for", "from", "with", "by", "in", "on", "to", "and", "or", "via", "through", "using", "our", "its", "their",
    };

    private static readonly HashSet<string> Adjectives = new(StringComparer.OrdinalIgnoreCase)
    {
        "supervised", "trained", "tuned", "pretrained", "finetuned", "aware", "free", "agnostic", "level", "shot", "tailed", "context", "private", "autoregressive", "recurrent", "convolutional",
        "augmented", "enhanced", "aligned", "inspired", "assisted", "conditioned", "wise", "specific", "policy", "loop", "dimensional", "distribution", "domain", "agent", "learned", "supervision",
    };

    /// <summary>True for an incomplete name.</summary>
    public static bool IsFragment(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            || name.Count(char.IsLetter) < 2
            || !(char.IsLetterOrDigit(name[0]) || name[0] == '$')
            || !(char.IsLetterOrDigit(name[^1]) || name[^1] is '+' or '*' or ')' or '$' or '!')
            || name.Count(sign => sign == '(') != name.Count(sign => sign == ')')
            || Torn().IsMatch(name)
            || Joints.Contains(words[0])
            || Joints.Contains(words[^1])
            || IsAdjective(name);
    }

    // "zero-shot", "long-context", "off-policy": two words, the second of which makes an adjective of the first. Before a head noun they can be part of a name.
    private static bool IsAdjective(string name)
    {
        var tokens = NameKey.Tokens(name);
        return NameKey.AdjectiveStem(name) is not null || NameKey.IsAdjective(name) || (tokens.Count <= 2 && Adjectives.Contains(tokens[^1]) && !tokens[^1].Skip(1).Any(char.IsUpper));
    }

    [GeneratedRegex(@"\p{L}- \p{L}|[{}\\]|  ", RegexOptions.CultureInvariant)]
    private static partial Regex Torn();
}
