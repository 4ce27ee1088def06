using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <summary>Turns the rows of <see cref="AskQueries"/> into rows of an answer: each paper or concept once, by its best row, best first.</summary>
internal static class RowReader
{
    /// <summary>How much a paper that comes through a variant counts beside one that names the concept itself.</summary>
    private const double ThroughVariant = 0.9;

    /// <summary>Paper rows: the surest reading of each paper, in the order asked for.</summary>
    public static List<AskRow> Papers(QueryRows result, RowOrder order)
    {
        var rows = result.Rows.Select(row => Paper(row[0].AsNode(), row[1].AsRelationship(), row[2].IsNull ? null : row[2].AsNode(), row[3].IsNull ? null : row[3].AsRelationship()));
        var best = rows.GroupBy(row => row.Id, StringComparer.Ordinal)
            .Select(group => group.OrderByDescending(Score).ThenBy(row => row.Via ?? "", StringComparer.Ordinal).First());
        var ranked = best.OrderByDescending(Score).ThenByDescending(Rank).ThenByDescending(row => row.Year).ThenBy(row => row.Id, StringComparer.Ordinal);
        return order switch
        {
            RowOrder.Newest => [.. ranked.OrderByDescending(row => row.Year ?? int.MinValue)],
            RowOrder.Oldest => [.. ranked.OrderBy(row => row.Year ?? int.MaxValue)],
            _ => [.. ranked],
        };
    }

    /// <summary>Paper rows in the order of the result, each paper once.</summary>
    public static List<AskRow> PapersInOrder(QueryRows result) =>
        [.. result.Rows.Select(row => Paper(row[0].AsNode(), row[1].AsRelationship(), null, null)).DistinctBy(row => (row.Id, row.Result))];

    /// <summary>Concept rows in the order of the result, each concept once.</summary>
    public static List<AskRow> Concepts(QueryRows result) =>
        [.. result.Rows.Select(row => Concept(row[0].AsNode(), row[1].AsRelationship(), row[2].AsInteger(), row[3].IsNull ? null : row[3].AsNode())).DistinctBy(row => row.Id)];

    private static AskRow Paper(GraphNode paper, GraphRelationship relation, GraphNode? via, GraphRelationship? viaRelation) => new(paper, relation.Type)
    {
        Via = via is null ? null : TextOf(via.Properties, GraphSchema.Keys.Id),
        Between = via,
        Evidence = TextOf(relation.Properties, GraphSchema.Keys.Evidence),
        Confidence = viaRelation is null ? Number(relation, GraphSchema.Keys.Confidence) : Math.Min(Number(relation, GraphSchema.Keys.Confidence) ?? 0, Number(viaRelation, GraphSchema.Keys.Confidence) ?? 0),
        Relationships = viaRelation is null ? [relation] : [relation, viaRelation],
    };

    private static AskRow Concept(GraphNode concept, GraphRelationship relation, long papers, GraphNode? source) => new(concept, relation.Type)
    {
        Between = source,
        Evidence = TextOf(relation.Properties, GraphSchema.Keys.Evidence),
        Confidence = Number(relation, GraphSchema.Keys.Confidence),
        Relationships = [relation],
        Papers = papers,
    };

    private static double Score(AskRow row) => (row.Confidence ?? 0) * (row.Via is null ? 1 : ThroughVariant);

    private static double Rank(AskRow row) => row.Node.Properties.TryGetValue(GraphSchema.Keys.Rank, out var rank) && rank.IsNumber ? rank.AsNumber() : 0;

    private static string? TextOf(IReadOnlyDictionary<string, GraphValue> properties, string key) =>
        properties.TryGetValue(key, out var value) && value.IsString ? value.AsString() : null;

    private static double? Number(GraphRelationship relationship, string key) =>
        relationship.Properties.TryGetValue(key, out var value) && value.IsNumber ? value.AsNumber() : null;
}
