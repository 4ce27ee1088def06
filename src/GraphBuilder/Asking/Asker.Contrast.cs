using Stemma.GraphBuilder.Asking.Answers;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <content>Questions for the difference of two concepts.</content>
public sealed partial class Asker
{
    /// <summary>Number of tasks, and of datasets and benchmarks, that are read of each concept.</summary>
    private const int MostContrasted = 20;

    /// <summary>What the graph knows of a concept that is contrasted with another. Filters of the question limit the papers that name both, not these.</summary>
    private async Task<ContrastFacts> ReadFactsAsync(GraphNode concept, CancellationToken cancellationToken)
    {
        async Task<IReadOnlyList<AskRow>> FindRowsAsync(QuestionKind kind)
        {
            var asked = new AskedNames(new Question(kind, AskedNames.NameOf(concept)), AskPlan.Of(kind), new ResolvedName(AskedNames.NameOf(concept), [concept], [], []));
            return (await FindAsync(asked, new AskOptions { Limit = MostContrasted }, cancellationToken).ConfigureAwait(false)).Rows;
        }

        var introducing = await FindRowsAsync(QuestionKind.IntroducedBy).ConfigureAwait(false);
        var bases = await FindRowsAsync(QuestionKind.Ancestors).ConfigureAwait(false);
        var tasks = await FindRowsAsync(QuestionKind.TasksOf).ConfigureAwait(false);
        var data = await FindRowsAsync(QuestionKind.EvaluatedWith).ConfigureAwait(false);
        return new ContrastFacts(concept, introducing.Count > 0 ? introducing[0] : null, [.. bases.Where(row => row.Confidence is null or >= AskQueries.MinDescentConfidence)], tasks, data);
    }
}
