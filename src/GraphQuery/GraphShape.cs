using System.Numerics;
using Stemma.GraphModel.Graph;

namespace Stemma.GraphQuery;

/// <summary>
/// The properties of a graph that a plan depends on: number of names, and sizes by powers of two. A plan is correct for every graph but may be slow on one of
/// another shape, for which the query is planned again.
/// </summary>
internal readonly record struct GraphShape(int Labels, int Types, int Keys, int NodesLog2, int RelationshipsLog2)
{
    /// <summary>The current shape of a graph.</summary>
    public static GraphShape Of(IPropertyGraph graph) => new(
        graph.Labels.Count,
        graph.RelationshipTypes.Count,
        graph.PropertyKeys.Count,
        BitOperations.Log2((uint)graph.NodeCount),
        BitOperations.Log2((uint)graph.RelationshipCount));
}
