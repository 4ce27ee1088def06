using Stemma.GraphBuilder.Reading.Identity;

namespace Stemma.GraphBuilder.Reading.BibTex;

/// <summary>Splits an author field into names ("BibTeXing", 4) at each "and" outside braces. A name entirely in braces is an institution and stays as it is.</summary>
internal static class BibTexNames
{
    /// <summary>The names in order, as plain text in the form <c>First Last</c>.</summary>
    public static IEnumerable<string> Split(string authors) => Parts(FoldedText.WhiteSpace(authors)).Select(ToPlain);

    private static IEnumerable<string> Parts(string authors)
    {
        var start = 0;
        var depth = 0;
        for (var at = 0; at < authors.Length; at++)
        {
            depth += authors[at] == '{' ? 1 : authors[at] == '}' ? -1 : 0;
            if (depth == 0 && authors.AsSpan(at).StartsWith(" and ", StringComparison.OrdinalIgnoreCase))
            {
                yield return authors[start..at];
                start = at + " and ".Length;
            }
        }

        yield return authors[start..];
    }

    // "Last, First" and "Last, Jr., First" become "First Last" and "First Last Jr.".
    private static string ToPlain(string name)
    {
        name = name.Trim();
        var plain = LatexText.ToPlain(name);
        if (name is ['{', .., '}'] && name.IndexOf('}') == name.Length - 1)
        {
            return plain;
        }

        var parts = plain.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length switch
        {
            2 => $"{parts[1]} {parts[0]}".Trim(),
            3 => $"{parts[2]} {parts[0]} {parts[1]}".Trim(),
            _ => plain,
        };
    }
}
