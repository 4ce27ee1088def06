using System.Text.RegularExpressions;
using Stemma.GraphBuilder.Reading.Identity;

namespace Stemma.GraphBuilder.Reading;

/// <summary>Splits an author line into names.</summary>
public static partial class AuthorNames
{
    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "et al.", "et al", "others", "Anonymous", "Anonymous Authors", "Anonymous Author(s)",
    };

    /// <summary>Splits at semicolons if there are any, else at commas, and at "and" or "&amp;". Drops affiliations and notes in parentheses, and "et al.".</summary>
    public static IReadOnlyList<string> Split(string authors)
    {
        var plain = authors.Contains('(') ? Bracketed.Replace(authors, " ") : authors;
        var parts = plain.Contains("and", StringComparison.Ordinal) || plain.Contains('&') ? Separator.Split(plain) : [plain];
        var names = parts.SelectMany(part => part.Split(plain.Contains(';') ? ';' : ','));
        return Clean(names);
    }

    /// <summary>Folds white space, removes a leading "and" or "&amp;", and drops duplicates and entries that are not names (empty, "et al.", "others", "Anonymous").</summary>
    public static IReadOnlyList<string> Clean(IEnumerable<string> names) =>
        [.. names.Select(name => WithoutAnd(FoldedText.WhiteSpace(name))).Where(IsName).Distinct(StringComparer.Ordinal)];

    private static string WithoutAnd(string name) => name is ['a' or '&', ..] ? LeadingAnd.Replace(name, "") : name;

    private static bool IsName(string name) => name.Length > 0 && !NoNames.Contains(name);

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Bracketed { get; }

    [GeneratedRegex(@"^(?:and|&)\s+", RegexOptions.NonBacktracking)]
    private static partial Regex LeadingAnd { get; }

    [GeneratedRegex(@"\s+(?:and|&)\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Separator { get; }
}
