using Stemma.GraphApi.Wire;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Exploring;

/// <summary>Finds one node by its stable id, whatever its kind.</summary>
internal static class EntityFinder
{
    private static readonly string[] AnyKind = [EntityQueries.ConceptById, EntityQueries.PaperById, EntityQueries.AuthorById, EntityQueries.VenueById];

    /// <summary>The node, or null. Concepts come first: their ids have no scheme, so they cannot be confused with a paper's.</summary>
    public static async Task<GraphNode?> FindAsync(IGraphDatabase database, string id, CancellationToken cancellationToken)
    {
        foreach (var query in AnyKind)
        {
            if (await FindAsync(database, query, id, cancellationToken) is { } node)
            {
                return node;
            }
        }

        return null;
    }

    /// <summary>The node of one kind, or null.</summary>
    public static async Task<GraphNode?> FindAsync(IGraphDatabase database, string query, string id, CancellationToken cancellationToken)
    {
        var found = await database.ReadAllAsync(query, Parameters.Of(("id", GraphValue.From(id))), QueryOptions.Reading, cancellationToken);
        return found.Rows.Count == 0 ? null : found.Rows[0][0].AsNode();
    }
}

/// <summary>Builds parameter maps.</summary>
internal static class Parameters
{
    /// <summary>A map of the given pairs.</summary>
    public static Dictionary<string, GraphValue> Of(params ReadOnlySpan<(string Name, GraphValue Value)> pairs)
    {
        var map = new Dictionary<string, GraphValue>(StringComparer.Ordinal);
        foreach (var (name, value) in pairs)
        {
            map[name] = value;
        }

        return map;
    }
}
