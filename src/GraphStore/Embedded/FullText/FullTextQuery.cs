using System.Globalization;
using System.Text;
using Stemma.GraphModel.Database;

namespace Stemma.GraphStore.Embedded.FullText;

/// <summary>
/// A full-text query in the part of Lucene's classic syntax that Neo4j's users type: words (any of which may match), <c>"phrases"</c>, <c>prefix*</c>,
/// <c>+must</c>, <c>-must_not</c>, <c>AND</c>, <c>OR</c>, <c>NOT</c>, <c>field:word</c>, parentheses, and <c>\</c> to escape a character.
/// As in Lucene, AND and OR have no precedence: they mark the clauses on both sides as required or optional.
/// Source: Apache Lucene 9, package org.apache.lucene.queryparser.classic.
/// </summary>
public static class FullTextQuery
{
    private const string Special = "+-!(){}[]^\"~*?:\\/&|";

    /// <summary>Code of the exception for an invalid query.</summary>
    public const string FaultCode = "ArgumentError.InvalidFullTextQuery";

    /// <summary>A query that searches for the words of any text, with every special character escaped; works on Neo4j too.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (Special.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        // AND, OR and NOT are operators in upper case only.
        return string.Join(' ', escaped.ToString().Split(' ').Select(word => word is "AND" or "OR" or "NOT" ? word.ToLowerInvariant() : word));
    }

    /// <summary>The FTS5 expression of a query, or null if it can match nothing. Throws <see cref="QueryException"/> if the text is not a valid query.</summary>
    internal static string? ToExpression(string text, IReadOnlyList<string> fields) =>
        new FullTextQueryParser(text, fields).Parse();

    /// <summary>The words of a text as the index splits it: runs of letters, digits and marks, private-use characters included.</summary>
    internal static IEnumerable<string> WordsOf(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is
                UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.PrivateUse)
            {
                word.Append(rune);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
