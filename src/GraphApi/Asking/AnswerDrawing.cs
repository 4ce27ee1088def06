using Stemma.GraphApi.Wire;
using Stemma.GraphBuilder.Asking;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Asking;

/// <summary>The part of the graph that an answer is about: its focus, its rows, and what connects them.</summary>
internal static class AnswerDrawing
{
    /// <summary>Rows whose nodes are drawn: a drawing with more cannot be read.</summary>
    private const int DrawnRows = 40;

    /// <summary>Collects the nodes and relationships.</summary>
    public static async Task<GraphView> DrawAsync(IGraphDatabase database, AskAnswer answer, CancellationToken cancellationToken)
    {
        var builder = new GraphViewBuilder();
        foreach (var node in answer.Focus)
        {
            builder.Add(node);
        }

        foreach (var row in answer.Rows.Take(DrawnRows))
        {
            AddRow(builder, row);
        }

        foreach (var path in answer.Paths)
        {
            builder.Add(GraphValue.From(new GraphPath(path.Nodes, path.Relationships)));
        }

        foreach (var text in LinksOf(answer))
        {
            foreach (var row in (await database.ReadAllAsync(text, builder.Keys(), QueryOptions.Reading, cancellationToken)).Rows)
            {
                builder.Add(row[0]);
            }
        }

        return await builder.BuildAsync(database, null, cancellationToken);
    }

    private static void AddRow(GraphViewBuilder builder, AskRow row)
    {
        builder.Add(row.Node);
        if (row.Between is { } between)
        {
            builder.Add(between);
        }

        foreach (var relationship in row.Relationships)
        {
            builder.Add(relationship);
        }
    }

    /// <summary>Links between the nodes of rows: papers to the concepts that they introduce or build on, authors to their papers, and papers in between to the tasks that they address.</summary>
    private static IEnumerable<string> LinksOf(AskAnswer answer)
    {
        yield return EntityQueries.LinksAmong;
        if (answer.Rows.Any(row => row.Node.Labels.Contains(GraphSchema.Labels.Author)))
        {
            yield return EntityQueries.WrittenAmong;
        }

        if (answer.Rows.Any(row => row.Between is { } between && between.Labels.Contains(GraphSchema.Labels.Paper) && row.Node.Labels.Contains(GraphSchema.Labels.Concept)))
        {
            yield return EntityQueries.TasksAmong;
        }
    }
}
