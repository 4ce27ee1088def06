using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;

namespace Stemma.GraphBuilder.Asking;

/// <content>Questions that count papers by year, and years counted back from the newest.</content>
public sealed partial class Asker
{
    /// <summary>"In the last two years": turned into a first year, counted from the newest year in the graph or from <see cref="AskOptions.AsOf"/>, whichever is earlier.</summary>
    private async Task<QuestionFilters> DatedAsync(QuestionFilters filters, AskOptions options, CancellationToken cancellationToken)
    {
        filters = filters with { Until = Earlier(filters.Until, options.AsOf) };
        if (filters.LastYears is not { } years)
        {
            return filters;
        }

        var newest = (await RunAsync(AskQueries.NewestYear, new(StringComparer.Ordinal), cancellationToken).ConfigureAwait(false)).Rows[0][0];
        var last = Earlier(newest.IsNull ? null : (int)newest.AsInteger(), options.AsOf);
        return filters with { LastYears = null, Since = last - years + 1 };
    }

    /// <summary>True for questions whose papers can be counted by year.</summary>
    private static bool AreCountable(QuestionKind kind) => kind is QuestionKind.About or QuestionKind.Uses or QuestionKind.BuildsOn or QuestionKind.EvaluatesOn or QuestionKind.ComparesWith or QuestionKind.Measures
        or QuestionKind.Cites or QuestionKind.Worded or QuestionKind.ByAuthor or QuestionKind.MostNamed;

    /// <summary>For a question that counts by year, the rows with the papers of each year beside the total number of papers of that year in the graph.</summary>
    private async Task<FoundRows> WithYearsAsync(AskedNames asked, FoundRows found, CancellationToken cancellationToken)
    {
        if (!asked.Question.Filters.ByYear)
        {
            return found;
        }

        var read = await RunAsync(AskQueries.PapersByYear, new(StringComparer.Ordinal), cancellationToken).ConfigureAwait(false);
        var all = read.Rows.ToDictionary(row => (int)row[0].AsInteger(), row => (int)row[1].AsInteger());
        return found with { Years = [.. found.AllRows.Select(row => new YearShare(row.Year!.Value, (int)row.Papers!.Value, all[row.Year!.Value]))] };
    }
}
