using Stemma.GraphModel.Graph;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning;

/// <summary>The planner's view of a graph: counts by label and type, and indexes. Numbers are exact if the graph counts them, otherwise estimates.</summary>
internal sealed class GraphStatistics(IPropertyGraph graph)
{
    /// <summary>Number of nodes, at least 1.</summary>
    public double NodeCount => Math.Max(1, graph.NodeCount);

    /// <summary>Number of nodes with a label; 0 for an unknown label.</summary>
    public double NodesWith(string label) => graph.Labels.Find(label) is var token and >= 0 ? graph.NodesWithLabel(token).Length : 0;

    /// <summary>Whether there is an index on a label and property key.</summary>
    public bool HasIndex(string label, string key) =>
        graph.Labels.Find(label) is var labelToken and >= 0 && graph.PropertyKeys.Find(key) is var keyToken and >= 0 && graph.HasIndex(labelToken, keyToken);

    /// <summary>Whether there is or may be an index: a label or key that does not exist yet may get one while the statement runs.</summary>
    public bool MayHaveIndex(string label, string key) => graph.Labels.Find(label) < 0 || graph.PropertyKeys.Find(key) < 0 || HasIndex(label, key);

    /// <summary>Mean number of relationships in an expansion of one node.</summary>
    public double Degree(LabelExpression? types, PatternDirection direction) =>
        Relationships(types) / NodeCount * (direction == PatternDirection.Both ? 2 : 1);

    /// <summary>Number of relationships of the types; null means all.</summary>
    public double Relationships(LabelExpression? types) => types is null ? graph.RelationshipCount : CountOf(types);

    /// <summary>Whether all relationships of a type end, or start, at nodes with a label, as far as the graph records it.</summary>
    public bool AllEndsHave(string type, string label, bool atEnd) =>
        graph.RelationshipTypes.Find(type) is var typeToken and >= 0 && graph.Labels.Find(label) is var labelToken and >= 0 && graph.AllEndsHave(typeToken, labelToken, atEnd);

    private double CountOf(LabelExpression types) => types switch
    {
        LabelName name => graph.RelationshipTypes.Find(name.Name) is var token and >= 0 ? graph.CountRelationships(token) : 0,
        EitherLabel either => CountOf(either.Left) + CountOf(either.Right),
        BothLabels both => Math.Min(CountOf(both.Left), CountOf(both.Right)),
        _ => graph.RelationshipCount,
    };
}
