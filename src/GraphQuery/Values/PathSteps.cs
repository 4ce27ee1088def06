using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Values;

/// <summary>Reads a path, detached or held by numbers, as values.</summary>
public static class PathSteps
{
    /// <summary>Nodes and relationships alternating, from start to end.</summary>
    public static IReadOnlyList<GraphValue> Of(GraphValue path)
    {
        var nodes = Nodes(path);
        var relationships = Relationships(path);
        var steps = new GraphValue[nodes.Count + relationships.Count];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = i % 2 == 0 ? nodes[i / 2] : relationships[i / 2];
        }

        return steps;
    }

    /// <summary>The nodes, from start to end.</summary>
    public static IReadOnlyList<GraphValue> Nodes(GraphValue path) =>
        TryReference(path, out var reference)
            ? Array.ConvertAll(reference.Nodes, node => GraphValue.From(new NodeReference(node)))
            : [.. path.AsPath().Nodes.Select(GraphValue.From)];

    /// <summary>The relationships, from start to end.</summary>
    public static IReadOnlyList<GraphValue> Relationships(GraphValue path) =>
        TryReference(path, out var reference)
            ? Array.ConvertAll(reference.Relationships, relationship => GraphValue.From(new RelationshipReference(relationship)))
            : [.. path.AsPath().Relationships.Select(GraphValue.From)];

    /// <summary>Number of relationships.</summary>
    public static int Length(GraphValue path) =>
        TryReference(path, out var reference) ? reference.Relationships.Length : path.AsPath().Relationships.Count;

    /// <summary>The path if it is held by numbers; false otherwise.</summary>
    public static bool TryReference(GraphValue path, out PathReference reference)
    {
        reference = null!;
        if (!path.IsPathReference)
        {
            return false;
        }

        reference = path.As<PathReference>();
        return true;
    }
}
