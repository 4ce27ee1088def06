using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphApi.Hosting;
using Stemma.GraphApi.Wire;
using Stemma.GraphBuilder.Asking;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Asking;

/// <summary>Plain questions.</summary>
internal static class AskEndpoint
{
    /// <summary>Rows whose nodes are drawn: more cannot be read in a drawing.</summary>
    private const int DrawnRows = 40;

    /// <summary>Answers a question in plain words, with rows, evidence, the part of the graph and the Cypher behind it.</summary>
    /// <param name="graph">The served graph.</param>
    /// <param name="asker">Reads questions.</param>
    /// <param name="request">Question, year and limit.</param>
    /// <param name="clock">Measures.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<AnswerView>, ProblemHttpResult>> Handle(
        ServedGraph graph, Asker asker, AskRequest request, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Question))
        {
            return Problems.BadRequest("request.question", "The question is empty.");
        }

        var started = clock.GetTimestamp();
        var answer = await asker.AskAsync(
            request.Question, new AskOptions { Limit = request.Limit, AsOf = request.AsOf }, cancellationToken);
        var elapsed = clock.GetElapsedTime(started);
        if (answer.Understood is null)
        {
            return Problems.Make(
                StatusCodes.Status422UnprocessableEntity, "ask.not-understood", answer.Answer, ("suggestions", answer.Suggestions));
        }

        var sentence = await CoverageReader.ReadAsync(graph.Database, answer, cancellationToken) is { } why ? $"{why} {answer.Answer}" : answer.Answer;
        return TypedResults.Ok(new AnswerView(
            answer.Question, answer.Understood, sentence, answer.Cypher ?? "", WriteParameters(answer.Parameters),
            [.. answer.Rows.Select(Describe)], answer.Total, answer.Truncated,
            await DrawAsync(graph.Database, answer, cancellationToken), elapsed.TotalMilliseconds, answer.Suggestions));
    }

    private static AnswerRow Describe(AskRow row) =>
        new(row.Id, row.SourceId, row.Title, row.Year, row.Relation ?? "", row.Via, EvidenceOf(row), row.Confidence, ResultOf(row));

    private static AnswerResult? ResultOf(AskRow row) =>
        row.Relationships.FirstOrDefault(relationship => relationship.Type == GraphSchema.Types.Reports) is { Properties: var properties }
            && EntityViews.Number(properties, GraphSchema.Keys.Value) is { } value
            ? new AnswerResult(value, EntityViews.Text(properties, GraphSchema.Keys.Unit), EntityViews.Text(properties, GraphSchema.Keys.Metric))
            : null;

    private static EvidenceView? EvidenceOf(AskRow row) =>
        row.Relationships.Select(relationship => EvidenceReader.Read(relationship.Properties, Owner(row, relationship))).FirstOrDefault(found => found is not null);

    /// <summary>The paper whose sentence a relationship carries: the start of the relationship.</summary>
    private static GraphNode Owner(AskRow row, GraphRelationship relationship) =>
        row.Between is { } between && between.ElementId == relationship.StartElementId ? between : row.Node;

    private static async Task<GraphView> DrawAsync(IGraphDatabase database, AskAnswer answer, CancellationToken cancellationToken)
    {
        var builder = new GraphViewBuilder();
        foreach (var node in answer.Focus)
        {
            builder.Add(node);
        }

        foreach (var row in answer.Rows.Take(DrawnRows))
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

        foreach (var path in answer.Paths)
        {
            builder.Add(GraphValue.From(new GraphPath(path.Nodes, path.Relationships)));
        }

        // A paper that answers through the concept that it introduces hangs on that concept, an author on the paper.
        var links = await database.ReadAllAsync(EntityQueries.LinksAmong, builder.Keys(), QueryOptions.Reading, cancellationToken);
        var written = answer.Rows.Any(row => row.Node.Labels.Contains(GraphSchema.Labels.Author))
            ? await database.ReadAllAsync(EntityQueries.WrittenAmong, builder.Keys(), QueryOptions.Reading, cancellationToken)
            : null;
        foreach (var row in links.Rows.Concat(written?.Rows ?? []))
        {
            builder.Add(row[0]);
        }

        return await builder.BuildAsync(database, null, cancellationToken);
    }

    private static JsonObject WriteParameters(IReadOnlyDictionary<string, GraphValue> parameters)
    {
        var writer = new CellWriter(new GraphView([], [], 0, 0));
        return new JsonObject(parameters.Select(pair => KeyValuePair.Create(pair.Key, writer.Write(pair.Value))));
    }
}
