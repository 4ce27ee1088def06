using System.Numerics;
using Stemma.GraphModel.Graph;

namespace Stemma.GraphQuery;

/// <summary>
/// What a plan was made for: names known and sizes by powers of two. A plan is right for every graph; on one of another shape it may only be slow, so that the
/// query is planned again.
/// </summary>
internal readonly record struct GraphShape(int Labels, int Types, int Keys, int NodesLog2, int RelationshipsLog2)
{
    /// <summary>The shape of a graph now.</summary>
    public static GraphShape Of(IPropertyGraph graph) => new(
        graph.Labels.Count,
        graph.RelationshipTypes.Count,
        graph.PropertyKeys.Count,
        BitOperations.Log2((uint)graph.NodeCount),
        BitOperations.Log2((uint)graph.RelationshipCount));
}
