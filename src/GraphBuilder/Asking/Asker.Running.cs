using Stemma.GraphBuilder.Asking.Answers;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <content>Runs queries and turns their rows into an answer.</content>
public sealed partial class Asker
{
    /// <summary>The answer with the rows of a query.</summary>
    /// <param name="question">As asked.</param>
    /// <param name="asked">The reading of the question.</param>
    /// <param name="query">The query.</param>
    /// <param name="write">Writes the sentence about the rows; not called for counts by year.</param>
    /// <param name="options">Options for answering.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    private async Task<AskAnswer> AnswerQueryAsync(string question, AskedNames asked, AskQuery query, Func<FoundRows, string> write, AskOptions options, CancellationToken cancellationToken)
    {
        var found = await FindAsync(query, Limit(asked.Question, options), cancellationToken).ConfigureAwait(false);
        found = await WithYearsAsync(asked, found, cancellationToken).ConfigureAwait(false);
        return await ToAnswerAsync(question, asked, found, asked.Question.Filters.ByYear ? AnswerWriter.Years(asked, found) : write(found), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The answer. If it has no rows because the graph has no papers of the venue and years, its sentence says so.</summary>
    private async Task<AskAnswer> ToAnswerAsync(string question, AskedNames asked, FoundRows found, string sentence, CancellationToken cancellationToken)
    {
        var none = found.Total == 0 ? await _coverage.ReadAsync(asked.Question.Filters, cancellationToken).ConfigureAwait(false) : null;
        return new(question, asked.Print(), none ?? sentence)
        {
            Cypher = found.Cypher,
            Parameters = found.Parameters,
            Rows = found.Rows,
            Total = asked.Question.Filters.Top is { } top ? Math.Min(top, found.Total) : found.Total,
            Focus = asked.Main.Senses,
            OtherSenses = asked.Main.Others,
            Years = found.Years,
        };
    }

    private static int? Limit(Question question, AskOptions options) => Earlier(question.Filters.Top, options.Limit == 0 ? null : options.Limit);

    /// <summary>Runs a query. The total without the limit is queried only if the limit was reached.</summary>
    private async Task<FoundRows> FindAsync(AskQuery query, int? limit, CancellationToken cancellationToken)
    {
        var (plan, text, parameters) = query;
        if (limit is not { } most)
        {
            var all = RowReader.Read(plan, await RunAsync(text.All, parameters, cancellationToken).ConfigureAwait(false));
            return new FoundRows(text.All, parameters, all, all.Count, all.Count(row => IsThrough(plan, row))) { PathRowCount = CountPathRows(all, parameters) };
        }

        var limited = new Dictionary<string, GraphValue>(parameters, StringComparer.Ordinal) { ["limit"] = GraphValue.From((long)most) };
        if (plan.Form is AskForm.Lineage or AskForm.InCommon or AskForm.ByYear or AskForm.VenuesOn or AskForm.VenuesOfAuthor)
        {
            // The sentence covers all rows (both directions, every kind of similarity, all years and venues), so the limit is applied here.
            var whole = await FindAsync(query, null, cancellationToken).ConfigureAwait(false);
            return whole with { Cypher = text.First, Parameters = limited, Rows = [.. whole.Rows.Take(most)], AllRows = whole.Rows };
        }

        var rows = RowReader.Read(plan, await RunAsync(text.First, limited, cancellationToken).ConfigureAwait(false));
        if (rows.Count < most)
        {
            return new FoundRows(text.First, limited, rows, rows.Count, rows.Count(row => IsThrough(plan, row))) { PathRowCount = CountPathRows(rows, parameters) };
        }

        var count = (await RunAsync(text.Count, parameters, cancellationToken).ConfigureAwait(false)).Rows[0];
        return new FoundRows(text.First, limited, rows, (int)count[0].AsInteger(), (int)count[1].AsInteger()) { PathRowCount = CountPathRows(rows, parameters) };
    }

    /// <summary>True for a row that <see cref="FoundRows.ViaCount"/> counts.</summary>
    private static bool IsThrough(AskPlan plan, AskRow row) => plan.CountsMade ? row.Relation == GraphSchema.Types.BuildsOn : row.Via is not null;

    /// <summary>Number of leading rows that are steps of a path between two concepts; 0 for other questions.</summary>
    private static int CountPathRows(List<AskRow> rows, Dictionary<string, GraphValue> parameters) =>
        parameters.TryGetValue("steps", out var steps) ? Math.Min(rows.Count, steps.AsList().Count) : 0;

    private Task<QueryRows> RunAsync(string cypher, Dictionary<string, GraphValue> parameters, CancellationToken cancellationToken) =>
        database.ReadAllAsync(cypher, parameters, QueryOptions.Reading with { MaxRows = null }, cancellationToken);
}
