using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphApi.Wire;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Exploring;

/// <summary>
/// Continues a paper's lineage through concepts: those that it introduces or builds on, and one step of their own lineage. Few papers build on one
/// another by name (of 144,000 papers 9 in 100 have such a relation), while most build on a concept.
/// </summary>
/// <param name="Rows">Nodes, each with the relationship by which it was found.</param>
/// <param name="LeftOut">Number of nodes left out because of the limit.</param>
internal sealed record PaperLineage(IReadOnlyList<(GraphNode Node, GraphRelationship Relation)> Rows, int LeftOut)
{
    /// <summary>Relations read in one step; beyond this number, only the best supported.</summary>
    private const int MostRows = 400;

    /// <summary>The value for a lineage that is not a paper's.</summary>
    public static PaperLineage Nothing { get; } = new([], 0);

    /// <summary>Fills the lineage up to its limit: first the paper's own concepts, then alternately their ancestors and their descendants.</summary>
    public static async Task<PaperLineage> FindAsync(IGraphDatabase database, Lineage lineage, LineageRequest request, CancellationToken cancellationToken)
    {
        if (!lineage.Nodes.Any(node => node.Id == lineage.Focus && node.Node.Labels.Contains(GraphSchema.Labels.Paper)))
        {
            return Nothing;
        }

        var isUp = request.Direction != LineageDirection.Descendants && (request.AncestorDepth ?? request.Depth) > 0;
        var isDown = request.Direction != LineageDirection.Ancestors && (request.DescendantDepth ?? request.Depth) > 0;
        var named = await RowsAsync(database, ExploringQueries.ConceptsInLineageOf, request, ("id", GraphValue.From(lineage.Focus)), cancellationToken);
        var own = named.Select(row => (Node: row[0].AsNode(), Relation: row[1].AsRelationship()))
            .Where(row => row.Relation.Type == GraphSchema.Types.Introduces ? isUp || isDown : isUp).ToArray();
        var introduced = own.Where(row => row.Relation.Type == GraphSchema.Types.Introduces).ToArray();
        var up = isUp ? await StepAsync(database, LineageQueries.ConceptAncestors, own, request, cancellationToken) : [];
        var down = isDown ? await StepAsync(database, LineageQueries.ConceptDescendants, introduced, request, cancellationToken) : [];
        return Fit([.. own, .. InTurn(up, down)], lineage, request.Limit - lineage.Nodes.Count);
    }

    /// <summary>Adds the nodes and relationships to a view.</summary>
    public void AddTo(GraphViewBuilder builder)
    {
        foreach (var (node, relation) in Rows)
        {
            builder.Add(node);
            builder.Add(relation);
        }
    }

    private static PaperLineage Fit((GraphNode Node, GraphRelationship Relation)[] rows, Lineage lineage, int room)
    {
        var known = lineage.Nodes.Select(node => node.Node.ElementId).ToHashSet(StringComparer.Ordinal);
        var shown = rows.Select(row => row.Node.ElementId).Where(key => !known.Contains(key)).Distinct(StringComparer.Ordinal).ToArray();
        var left = shown.Skip(Math.Max(room, 0)).ToHashSet(StringComparer.Ordinal);
        return new PaperLineage([.. rows.Where(row => !left.Contains(row.Relation.StartElementId) && !left.Contains(row.Relation.EndElementId))], left.Count);
    }

    private static async Task<(GraphNode Node, GraphRelationship Relation)[]> StepAsync(
        IGraphDatabase database, string query, (GraphNode Node, GraphRelationship Relation)[] from, LineageRequest request, CancellationToken cancellationToken)
    {
        var ids = GraphValue.FromStrings(from.Select(row => EntityViews.IdOf(row.Node)).Distinct(StringComparer.Ordinal));
        var rows = from.Length == 0 ? [] : await RowsAsync(database, query, request, ("ids", ids), cancellationToken);
        return [.. rows.Select(row => (row[1].AsNode(), row[2].AsRelationship()))];
    }

    private static async Task<IReadOnlyList<IReadOnlyList<GraphValue>>> RowsAsync(
        IGraphDatabase database, string query, LineageRequest request, (string Name, GraphValue Value) parameter, CancellationToken cancellationToken)
    {
        var asOf = request.AsOf is { } year ? GraphValue.From((long)year) : GraphValue.Null;
        var parameters = Parameters.Of(parameter, ("asOf", asOf), ("limit", GraphValue.From((long)MostRows)));
        return (await database.ReadAllAsync(query, parameters, QueryOptions.Reading, cancellationToken)).Rows;
    }

    private static IEnumerable<T> InTurn<T>(T[] first, T[] second)
    {
        for (var at = 0; at < Math.Max(first.Length, second.Length); at++)
        {
            foreach (var row in first.Skip(at).Take(1).Concat(second.Skip(at).Take(1)))
            {
                yield return row;
            }
        }
    }
}
