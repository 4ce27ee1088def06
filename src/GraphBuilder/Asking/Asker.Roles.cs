using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <content>The number of papers in the answers about a concept, for a page that links to them.</content>
public sealed partial class Asker
{
    private static readonly QuestionKind[] RoleQuestions = [QuestionKind.BuildsOn, QuestionKind.ComparesWith, QuestionKind.EvaluatesOn, QuestionKind.Uses];

    /// <summary>
    /// Number of papers in the answers to "what builds on X?" and "which papers compare with, evaluate on, use X?" about a concept, by role (<c>builds_on</c>). An answer
    /// may also count papers on variants, and leave out doubtful ones.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, int>> CountByRoleAsync(GraphNode concept, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var name = new ResolvedName("", [concept], [], []);
        foreach (var kind in RoleQuestions)
        {
            var asked = new AskedNames(new Question(kind, ""), AskPlan.Of(kind), name);
            var query = AskQuery.Write(asked, asked.Plan.For(name.Senses), ("ids", GraphValue.FromStrings(asked.Ids)));
            counts[asked.Plan.Name] = (int)(await RunAsync(query.Text.Count, query.Parameters, cancellationToken).ConfigureAwait(false)).Rows[0][0].AsInteger();
        }

        return counts;
    }
}
