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

    /// <summary>
    /// Splits at semicolons if there are any, else at commas, and at "and" or "&amp;". <c>Last, First and Last, First</c> becomes <c>First Last</c>. Drops affiliations and
    /// notes in parentheses, and "et al.".
    /// </summary>
    public static IReadOnlyList<string> Split(string authors)
    {
        var plain = authors.Contains('(') ? Bracketed.Replace(authors, " ") : authors;
        var parts = plain.Contains("and", StringComparison.Ordinal) || plain.Contains('&') ? Separator.Split(plain) : [plain];
        var names = AreInverted(parts) ? parts.Select(FirstLast) : parts.SelectMany(part => part.Split(plain.Contains(';') ? ';' : ','));
        return Clean(names);
    }

    // "Reed, Ada and Lin, Bo", not "Ada Reed, Bo Lin and Cy Marsh, Di Moor": a single word beside a comma is not a whole name.
    private static bool AreInverted(string[] parts)
    {
        var names = parts.Where(part => IsName(part.Trim())).ToArray();
        return parts.Length > 1
            && names.All(name => name.Count(letter => letter == ',') == 1 && !name.Contains(';'))
            && names.Any(name => name.Split(',').Any(side => !side.Trim().Contains(' ')));
    }

    private static string FirstLast(string name) => name.IndexOf(',') is > 0 and var comma ? $"{name[(comma + 1)..]} {name[..comma]}" : name;

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
