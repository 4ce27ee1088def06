using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphAnalysis.Lineage;

/// <summary>A part of the graph fetched hop by hop through Cypher: nodes with their distance, and the traversed relationships.</summary>
internal sealed class Neighbourhood
{
    private readonly Dictionary<string, (GraphNode Node, int Depth)> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string From, string To, GraphRelationship Relationship)> _arcs = new(StringComparer.Ordinal);

    /// <summary>Starts with one node.</summary>
    public Neighbourhood(string id, GraphNode node) => _nodes.Add(id, (node, 0));

    /// <summary>Nodes by id, each with the distance at which it was first reached: positive for descendants, negative for ancestors.</summary>
    public IReadOnlyDictionary<string, (GraphNode Node, int Depth)> Nodes => _nodes;

    /// <summary>Traversed relationships, from descendant to ancestor.</summary>
    public IEnumerable<(string From, string To, GraphRelationship Relationship)> Arcs => _arcs.Values;

    /// <summary>Follows one hop from the given nodes; returns the ids reached for the first time, in row order.</summary>
    public async Task<List<string>> WalkAsync(
        IGraphDatabase database, string query, IReadOnlyCollection<string> ids, int depth, int? asOf, int mostRows, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, GraphValue>(StringComparer.Ordinal)
        {
            ["ids"] = GraphValue.FromStrings(ids),
            ["asOf"] = asOf is { } year ? GraphValue.From((long)year) : GraphValue.Null,
            ["limit"] = GraphValue.From((long)mostRows),
        };
        var result = await database.ReadAllAsync(query, parameters, QueryOptions.Reading, cancellationToken).ConfigureAwait(false);
        var met = new List<string>();
        foreach (var row in result.Rows)
        {
            var (known, other, relation, down) = (row[0].AsString(), row[1].AsNode(), row[2].AsRelationship(), row[3].AsBoolean());
            var id = other.Properties[GraphSchema.Keys.Id].AsString();
            if (_nodes.TryAdd(id, (other, down ? depth : -depth)))
            {
                met.Add(id);
            }

            _arcs[relation.ElementId] = down ? (id, known, relation) : (known, id, relation);
        }

        return met;
    }
}
