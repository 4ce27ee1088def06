using System.Text.RegularExpressions;
using Stemma.GraphBuilder.Asking.Questions;

namespace Stemma.GraphBuilder.Asking.Names;

/// <summary>Splits a text that is no name into what may be two, or a name and an exclusion; whether the parts are names, <see cref="NameReader"/> decides.</summary>
internal static partial class NameSplitter
{
    /// <summary>Maximum number of words of a text that is tried as two adjacent names.</summary>
    private const int MostBeside = 6;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>"DPO but not PPO": the name, and the exclusion with the role given by its verb; without a verb, the question's own role.</summary>
    public static (string Name, FurtherCondition Without)? OffExclusion(string name, QuestionKind kind)
    {
        var match = Exclusion().Match(name);
        return match.Success
            ? (match.Groups["x"].Value.Trim(), new FurtherCondition(QuestionReader.KindOfVerb(match.Groups["verb"].Value) ?? kind, QuestionReader.Unquote(match.Groups["y"].Value)))
            : null;
    }

    /// <summary>"PPO on MuJoCo", "DPO for summarization": the name, and what papers must evaluate on or be about. Tries each preposition from the left.</summary>
    public static IEnumerable<(string Name, FurtherCondition Also)> OffGround(string name)
    {
        foreach (Match word in Ground().Matches(name))
        {
            var end = word.Index + word.Length;
            if (word.Index > 0 && end < name.Length)
            {
                var kind = word.Groups["word"].Value.Equals("on", StringComparison.OrdinalIgnoreCase) ? QuestionKind.EvaluatesOn : QuestionKind.About;
                yield return (name[..word.Index], new FurtherCondition(kind, QuestionReader.Unquote(name[end..])));
            }
        }
    }

    /// <summary>"Diffusion policy robotics": two adjacent names, longest first name first. Words of the grammar are not names.</summary>
    public static IEnumerable<(string Name, FurtherCondition Also)> IntoAdjacent(string name)
    {
        var words = Words(name);
        if (words.Length > MostBeside || IsPlain(words[0]) || IsPlain(words[^1]))
        {
            yield break;
        }

        for (var at = words.Length - 1; at > 0; at--)
        {
            if (!IsPlain(words[at - 1]) && !IsPlain(words[at]))
            {
                yield return (string.Join(' ', words.Take(at)), new FurtherCondition(QuestionKind.About, string.Join(' ', words.Skip(at))));
            }
        }
    }

    /// <summary>"GSM8K and MATH": the two names; null for a single name.</summary>
    public static (string First, string Second)? IntoPair(string name)
    {
        foreach (var word in new[] { " and also ", " and ", " as well as ", " & ", " or ", " nor ", ", " })
        {
            var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && at + word.Length < name.Length)
            {
                return (name[..at].Trim(' ', ','), name[(at + word.Length)..].Trim());
            }
        }

        return null;
    }

    /// <summary>Words that do not begin or end a name: numbers, short lower-case words and words of the grammar.</summary>
    public static bool IsPlain(string word) => !word.Any(char.IsUpper) && (word.Length < 4 || word.All(char.IsDigit) || QuestionReader.IsWordOfGrammar(word));

    /// <summary>The words of a text, by the blanks between them.</summary>
    public static string[] Words(string text) => Blanks().Split(text);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s+(?<word>on|for|in|to|with|using|via)\s+", Options)]
    private static partial Regex Ground();

    [GeneratedRegex(
        @"^(?<x>.+?),?\s+(?:(?:but|and|that|which)\s+)*(?:(?:do|does|did|are|is|were)\s*)?(?:not|n['’]t|never|without|except(?:ing)?(?:\s+for)?|excluding|other\s+than|apart\s+from|besides)\s+(?:(?:those|ones|papers|methods|the\s+ones)\s+)?(?:that\s+|which\s+)?(?:(?<verb>evaluat\w+|test\w*|report\w*|buil[dt]\w*|exten\w+|compar\w+|outperform\w*|us(?:e|es|ed|ing)|introduc\w+|propos\w+|mention\w*)\s+)?(?:(?:on|upon|with|to)\s+)?(?<y>.+)$",
        Options)]
    private static partial Regex Exclusion();
}
