using Stemma.Testing;
using System.Text.RegularExpressions;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Temporals;
using Stemma.GraphQueryTests.Tck;

namespace Stemma.GraphQueryTests.Functions;

/// <summary>
/// Reads case files: lines <c>name(argument, ...) = value</c> or <c>name(...) = ! Type.Detail</c>; blank lines and lines that start with # are skipped.
/// Arguments are written as in TCK tables, temporals as <c>date '2020-02-29'</c>.
/// </summary>
internal static partial class CaseFile
{
    /// <summary>The lines of a case file, by its path relative to the test project.</summary>
    public static IEnumerable<string> Lines(string path) =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "GraphQuery.Tests", path)).Where(line => line.Length > 0 && line[0] != '#');

    /// <summary>Parses a line.</summary>
    public static (string Name, GraphValue[] Arguments, string Expected) Parse(string line)
    {
        var end = line.LastIndexOf(") = ", StringComparison.Ordinal);
        var open = line.IndexOf('(', StringComparison.Ordinal);
        return (line[..open], [.. Split(line[(open + 1)..end]).Select(Value)], line[(end + 4)..].Trim());
    }

    private static GraphValue Value(string text)
    {
        if (text.StartsWith('{') && TemporalEntry().IsMatch(text))
        {
            var entries = Split(text[1..^1]).Select(entry => entry.Split(": ", 2));
            return GraphValue.From(entries.ToDictionary(entry => entry[0].Trim(), entry => Value(entry[1].Trim())));
        }

        return TemporalLiteral().Match(text) is { Success: true } temporal
            ? Temporal(temporal.Groups[1].Value, temporal.Groups[2].Value)
            : TckValueReader.Read(text);
    }

    private static GraphValue Temporal(string type, string text) => type switch
    {
        "date" => GraphValue.From(TemporalParser.Date(text)),
        "localtime" => GraphValue.From(TemporalParser.LocalTime(text)),
        "time" => GraphValue.From(TemporalParser.Time(text)),
        "localdatetime" => GraphValue.From(TemporalParser.LocalDateTime(text)),
        "datetime" => GraphValue.From(TemporalParser.DateTime(text)),
        _ => GraphValue.From(TemporalParser.Duration(text)),
    };

    /// <summary>Splits at commas outside quotes and brackets.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var (depth, start, isQuoted) = (0, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            isQuoted ^= text[i] == '\'' && (i == 0 || text[i - 1] != '\\');
            depth += isQuoted ? 0 : text[i] is '[' or '{' or '(' ? 1 : text[i] is ']' or '}' or ')' ? -1 : 0;
            if (text[i] == ',' && depth == 0 && !isQuoted)
            {
                yield return text[start..i].Trim();
                start = i + 1;
            }
        }

        if (text.Trim().Length > 0)
        {
            yield return text[start..].Trim();
        }
    }

    [GeneratedRegex("^(date|localtime|time|localdatetime|datetime|duration) '([^']*)'$")]
    private static partial Regex TemporalLiteral();

    [GeneratedRegex("(date|time|datetime): (date|localtime|time|localdatetime|datetime) '")]
    private static partial Regex TemporalEntry();
}
