using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Querying;

/// <summary>Converts the rows of <see cref="AskQueries"/> to rows of an answer, one to one and in order.</summary>
internal static class RowReader
{
    /// <summary>Reads all rows.</summary>
    public static List<AskRow> Read(AskPlan plan, QueryRows result) => [.. result.Rows.Select(row => plan switch
    {
        { Form: AskForm.Senses or AskForm.Worded } => new AskRow(row[0].AsNode(), null),
        { Form: AskForm.Telling } => Paper(row) with { Tells = row[2].AsBoolean() },
        { Form: AskForm.ByYear } => (row[1].IsNull ? new AskRow(row[0].AsNode(), null) : Paper(row)) with { Papers = row[2].AsInteger() },
        { Form: AskForm.MostNamed } => new AskRow(row[0].AsNode(), null) { Papers = row[1].IsNull ? null : row[1].AsInteger() },
        { Form: AskForm.Connection } => Between(row),
        { Form: AskForm.InCommon } => Between(row) with { Papers = row[3].AsInteger() },
        { Form: AskForm.ResultsOf } => Paper(row) with { Of = row[2].IsNull ? null : TextOf(row[2].AsNode().Properties, GraphSchema.Keys.Name), Via = row[3].IsNull ? null : row[3].AsString() },
        { Form: AskForm.IntroducedBy } => Paper(row) with { Authors = [.. row[2].AsList().Select(author => author.AsString())] },
        { Form: AskForm.ResultsOn } => Result(row) with { Group = new MetricGroup(row[3].AsString(), row[4].AsInteger()) },
        { Form: AskForm.NumbersOn } => Result(row),
        { GivesConcepts: true } => Concept(row),
        _ => row.Count == 4 ? Through(row) : Paper(row),
    })];

    private static AskRow Paper(IReadOnlyList<GraphValue> row) => Related(row[0].AsNode(), row[1].AsRelationship());

    private static AskRow Result(IReadOnlyList<GraphValue> row) => Paper(row) with { Of = row[2].IsNull ? null : TextOf(row[2].AsNode().Properties, GraphSchema.Keys.Name) };

    private static AskRow Through(IReadOnlyList<GraphValue> row)
    {
        if (row[2].IsNull)
        {
            return Paper(row);
        }

        var (own, via, relation) = (row[1].AsRelationship(), row[2].AsNode(), row[3].AsRelationship());
        return Related(row[0].AsNode(), own) with
        {
            Via = TextOf(via.Properties, GraphSchema.Keys.Id),
            Between = via,
            Confidence = Math.Min(Number(own, GraphSchema.Keys.Confidence) ?? 0, Number(relation, GraphSchema.Keys.Confidence) ?? 0),
            Relationships = [own, relation],
        };
    }

    private static AskRow Concept(IReadOnlyList<GraphValue> row) =>
        Related(row[0].AsNode(), row[1].AsRelationship()) with { Papers = row[2].AsInteger(), Between = row[3].IsNull ? null : row[3].AsNode() };

    private static AskRow Between(IReadOnlyList<GraphValue> row)
    {
        var first = Related(row[0].AsNode(), row[1].AsRelationship());
        return row[2].IsNull ? first : first with { Relationships = [row[1].AsRelationship(), row[2].AsRelationship()] };
    }

    private static AskRow Related(GraphNode node, GraphRelationship relation) => new(node, relation.Type)
    {
        Evidence = TextOf(relation.Properties, GraphSchema.Keys.Evidence),
        Confidence = Number(relation, GraphSchema.Keys.Confidence),
        Relationships = [relation],
    };

    private static string? TextOf(IReadOnlyDictionary<string, GraphValue> properties, string key) =>
        properties.TryGetValue(key, out var value) && value.IsString ? value.AsString() : null;

    private static double? Number(GraphRelationship relationship, string key) =>
        relationship.Properties.TryGetValue(key, out var value) && value.IsNumber ? value.AsNumber() : null;
}
