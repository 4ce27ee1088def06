using Stemma.GraphBuilder.Asking;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Asking;

/// <summary>Says of an answer without rows that the graph has no papers of the venue and the years that were asked for, where that is why: nobody's silence is to be read into it.</summary>
internal static class CoverageReader
{
    /// <summary>The sentence, with the years of which there are papers; null where the answer has rows, no venue or year was asked for, or the graph has papers of them.</summary>
    public static async Task<string?> ReadAsync(IGraphDatabase database, AskAnswer answer, CancellationToken cancellationToken)
    {
        var (venues, since, until) = (Find(answer, "venues"), YearIn(answer, "since"), YearIn(answer, "until"));
        if (answer.Total > 0 || (venues.IsNull && since is null && until is null))
        {
            return null;
        }

        var parameters = new Dictionary<string, GraphValue>(StringComparer.Ordinal) { ["venues"] = venues };
        var counted = await database.ReadAllAsync(CoverageQueries.PapersPerYear, parameters, QueryOptions.Reading, cancellationToken);
        int[] years = [.. counted.Rows.Select(row => (int)row[0].AsInteger())];
        return years.Any(year => year >= (since ?? int.MinValue) && year <= (until ?? int.MaxValue)) ? null : Say(NameOf(venues), years, since, until);
    }

    private static string Say(string? venue, int[] years, int? since, int? until)
    {
        var asked = $"There are no papers of {(venue is null ? "" : venue + " ")}{Span(since, until)}".TrimEnd() + " in this graph";
        var held = years.Length == 0 ? null : years[0] == years[^1] ? $"of {years[0]}" : $"of {years[0]} to {years[^1]}";
        return held is null ? asked + "." : $"{asked}; {(venue is null ? "all" : $"those of {venue}")} are {held}.";
    }

    private static string Span(int? since, int? until) => (since, until) switch
    {
        (null, null) => "",
        ({ } first, null) => $"{first} or later",
        (null, { } last) => $"{last} or earlier",
        ({ } first, { } last) => first == last ? $"{first}" : $"{first} to {last}",
    };

    private static string? NameOf(GraphValue venues) => venues.IsNull ? null : venues.AsList()[0].AsString() switch
    {
        "neurips" => "NeurIPS",
        var other => other.ToUpperInvariant(),
    };

    private static GraphValue Find(AskAnswer answer, string parameter) => answer.Parameters.TryGetValue(parameter, out var value) ? value : GraphValue.Null;

    private static int? YearIn(AskAnswer answer, string parameter) => Find(answer, parameter) is { IsNull: false } year ? (int)year.AsInteger() : null;
}
