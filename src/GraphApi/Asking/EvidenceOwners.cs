using Stemma.GraphApi.Wire;
using Stemma.GraphBuilder.Asking;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Asking;

/// <summary>The nodes whose sentences the rows of an answer quote: the starts of their relationships.</summary>
internal sealed class EvidenceOwners
{
    private readonly Dictionary<string, GraphNode> _nodes;

    private EvidenceOwners(Dictionary<string, GraphNode> nodes) => _nodes = nodes;

    /// <summary>Uses the nodes in the rows, and reads the missing ones with one query.</summary>
    public static async Task<EvidenceOwners> ReadAsync(IGraphDatabase database, IReadOnlyList<AskRow> rows, CancellationToken cancellationToken)
    {
        var nodes = new Dictionary<string, GraphNode>(StringComparer.Ordinal);
        foreach (var node in rows.SelectMany(row => row.Between is { } between ? new[] { row.Node, between } : [row.Node]))
        {
            nodes.TryAdd(node.ElementId, node);
        }

        var missing = rows.SelectMany(row => row.Relationships).Where(IsQuoted).Select(relationship => relationship.StartElementId).Where(id => !nodes.ContainsKey(id)).Distinct(StringComparer.Ordinal).ToArray();
        if (missing.Length > 0)
        {
            var parameters = new Dictionary<string, GraphValue>(StringComparer.Ordinal) { ["keys"] = GraphValue.FromStrings(missing) };
            foreach (var row in (await database.ReadAllAsync(EntityQueries.NodesByKey, parameters, QueryOptions.Reading, cancellationToken)).Rows)
            {
                nodes.TryAdd(row[0].AsNode().ElementId, row[0].AsNode());
            }
        }

        return new EvidenceOwners(nodes);
    }

    /// <summary>The evidence of the first relationship of a row that has some; null if none has.</summary>
    public EvidenceView? EvidenceOf(AskRow row) =>
        row.Relationships.Select(relationship => EvidenceReader.Read(relationship.Properties, _nodes.GetValueOrDefault(relationship.StartElementId, row.Node))).FirstOrDefault(found => found is not null);

    private static bool IsQuoted(GraphRelationship relationship) => relationship.Properties.ContainsKey(GraphSchema.Keys.Evidence);
}
