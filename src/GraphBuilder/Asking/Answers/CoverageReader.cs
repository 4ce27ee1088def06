using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Answers;

/// <summary>
/// Detects that a question has no answer because the graph has no papers of the venue and years asked about: such a gap does not mean that nobody wrote any.
/// </summary>
internal sealed class CoverageReader(IGraphDatabase database)
{
    /// <summary>The sentence; null if there are papers of the venue and years, or if the question limits neither.</summary>
    public async Task<string?> ReadAsync(QuestionFilters filters, CancellationToken cancellationToken)
    {
        if (filters is { Venue: null, Since: null, Until: null })
        {
            return null;
        }

        var parameters = new Dictionary<string, GraphValue>(StringComparer.Ordinal)
        {
            ["since"] = GraphValue.From((long)(filters.Since ?? 0)),
            ["until"] = GraphValue.From((long)(filters.Until ?? 9999)),
        };
        if (filters.Venue is { } venue)
        {
            parameters["venues"] = GraphValue.FromStrings(VenueReader.NamesOf(venue));
        }

        var rows = await database.ReadAllAsync(filters.Venue is null ? AskQueries.PapersOfYears : AskQueries.PapersOfVenue, parameters, QueryOptions.Reading with { MaxRows = null }, cancellationToken).ConfigureAwait(false);
        return Say(filters, rows.Rows[0]);
    }

    private static string? Say(QuestionFilters filters, IReadOnlyList<GraphValue> row)
    {
        if (row[0].AsInteger() > 0)
        {
            return null;
        }

        var of = filters.Venue is null ? "" : $" of {VenueReader.Print(filters.Venue)}";
        if (row[1].IsNull)
        {
            return $"No paper{of} is in this graph, so it cannot tell.";
        }

        var (first, last) = (row[1].AsInteger(), row[2].AsInteger());
        var have = first == last ? $"from {first}" : $"from {first} to {last}";
        return $"No paper{of}{AnswerWriter.YearsOf(filters)} is in this graph, so it cannot tell: those that it has{of} are {have}.";
    }
}
