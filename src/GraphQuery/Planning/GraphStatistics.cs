using Stemma.GraphModel.Graph;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning;

/// <summary>What the planner asks of a graph: counts by label and type, and indexes. Numbers are exact where the graph counts, else estimates.</summary>
internal sealed class GraphStatistics(IPropertyGraph graph)
{
    /// <summary>Number of nodes, at least 1.</summary>
    public double NodeCount => Math.Max(1, graph.NodeCount);

    /// <summary>Number of nodes with a label; 0 for one that no node has.</summary>
    public double NodesWith(string label) => graph.Labels.Find(label) is var token and >= 0 ? graph.NodesWithLabel(token).Length : 0;

    /// <summary>Whether an index answers for a label and key.</summary>
    public bool HasIndex(string label, string key) =>
        graph.Labels.Find(label) is var labelToken and >= 0 && graph.PropertyKeys.Find(key) is var keyToken and >= 0 && graph.HasIndex(labelToken, keyToken);

    /// <summary>Whether an index may answer: a label or key that no node has yet can get one while the statement runs.</summary>
    public bool MayHaveIndex(string label, string key) => graph.Labels.Find(label) < 0 || graph.PropertyKeys.Find(key) < 0 || HasIndex(label, key);

    /// <summary>Mean number of relationships that an expansion from one node meets.</summary>
    public double Degree(LabelExpression? types, PatternDirection direction) =>
        Relationships(types) / NodeCount * (direction == PatternDirection.Both ? 2 : 1);

    /// <summary>Number of relationships of the types; null stands for all.</summary>
    public double Relationships(LabelExpression? types) => types is null ? graph.RelationshipCount : CountOf(types);

    /// <summary>Whether all relationships of a type end, or start, at nodes with a label, as far as the graph knows.</summary>
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
