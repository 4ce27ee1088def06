using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphApi.Hosting;
using Stemma.GraphApi.Wire;
using Stemma.GraphBuilder.Asking;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Asking;

/// <summary>Plain questions.</summary>
internal static class AskEndpoint
{
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

        var owners = await EvidenceOwners.ReadAsync(graph.Database, answer.Rows, cancellationToken);
        return TypedResults.Ok(new AnswerView(
            answer.Question, answer.Understood, answer.Answer, answer.Cypher ?? "", WriteParameters(answer.Parameters),
            [.. answer.Rows.Select(row => Describe(row, owners.EvidenceOf(row)))], answer.Total, answer.Truncated,
            await AnswerDrawing.DrawAsync(graph.Database, answer, cancellationToken), elapsed.TotalMilliseconds, answer.Suggestions,
            [.. answer.Years.Select(year => new AnswerYear(year.Year, year.Papers, year.All))]));
    }

    private static AnswerRow Describe(AskRow row, EvidenceView? evidence) =>
        new(row.Id, row.SourceId, row.Title, row.Year, row.Relation ?? "", row.Via, evidence, row.Confidence, ResultOf(row));

    private static AnswerResult? ResultOf(AskRow row) =>
        row.Relationships.FirstOrDefault(relationship => relationship.Type == GraphSchema.Types.Reports) is { Properties: var properties }
            && EntityViews.Number(properties, GraphSchema.Keys.Value) is { } value
            ? new AnswerResult(value, EntityViews.Text(properties, GraphSchema.Keys.Unit), EntityViews.Text(properties, GraphSchema.Keys.Metric), EntityViews.Number(properties, GraphSchema.Keys.Delta))
            : null;

    private static JsonObject WriteParameters(IReadOnlyDictionary<string, GraphValue> parameters)
    {
        var writer = new CellWriter(new GraphView([], [], 0, 0));
        return new JsonObject(parameters.Select(pair => KeyValuePair.Create(pair.Key, writer.Write(pair.Value))));
    }
}
