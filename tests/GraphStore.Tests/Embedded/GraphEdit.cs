using CsCheck;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded;

namespace Stemma.GraphStoreTests.Embedded;

/// <summary>One random edit, applied to both the real graph and the reference. Entities are picked by any number, modulo what exists.</summary>
internal sealed record GraphEdit(GraphEditKind Kind, int Pick, int Pick2, string Name, GraphValue Value)
{
    private static readonly string[] Names = ["A", "B", "C", "D"];
    private static readonly string[] Keys = ["id", "name", "size", "tags", "note"];

    public static Gen<GraphValue> AnyValue { get; } = Gen.OneOf(
        Gen.Int[-3, 3].Select(i => GraphValue.From(i)),
        Gen.Long.Select(GraphValue.From),
        Gen.Int[-3, 3].Select(i => GraphValue.From(i / 2.0)),
        Gen.Double.Select(GraphValue.From),
        Gen.Bool.Select(GraphValue.From),
        Gen.OneOf("x", "y", "", "Größe", "𝔊 Stemma", "lone \ud800 surrogate").Select(GraphValue.From),
        Gen.String.Select(GraphValue.From),
        Gen.String.Array[0, 3].Select(GraphValue.FromStrings),
        Gen.Long[-100_000, 100_000].Select(day => GraphValue.From(new DateValue(day))),
        Gen.Const(GraphValue.From(new DateTimeValue(20_000, 1, 3600, "Europe/Berlin"))),
        Gen.Const(GraphValue.From(new DurationValue(1, 2, 3, 4))));

    public static Gen<GraphEdit> Any { get; } = Gen.Select(
        Gen.Frequency(
            (6, Gen.Const(GraphEditKind.CreateNode)),
            (8, Gen.Const(GraphEditKind.CreateRelationship)),
            (8, Gen.Const(GraphEditKind.SetNodeProperty)),
            (6, Gen.Const(GraphEditKind.SetRelationshipProperty)),
            (3, Gen.Const(GraphEditKind.RemoveProperty)),
            (3, Gen.Const(GraphEditKind.AddLabel)),
            (2, Gen.Const(GraphEditKind.RemoveLabel)),
            (2, Gen.Const(GraphEditKind.DeleteRelationship)),
            (1, Gen.Const(GraphEditKind.DetachDeleteNode))),
        Gen.Int[0, 1_000],
        Gen.Int[0, 1_000],
        Gen.OneOf(Names),
        AnyValue,
        (kind, pick, pick2, name, value) => new GraphEdit(kind, pick, pick2, name, value));

    private string Key => Keys[Pick2 % Keys.Length];

    public void Apply(ColumnGraph graph, ReferenceGraph reference)
    {
        if (Kind == GraphEditKind.CreateNode)
        {
            string[] labels = Pick % 4 == 0 ? [] : Pick % 4 == 1 ? [Name, "B"] : [Name];
            var node = graph.CreateNode([.. labels.Distinct().Select(graph.LabelToken)]);
            reference.Nodes.Add(node, new ReferenceNode(new(labels, StringComparer.Ordinal), []));
        }
        else if (reference.Nodes.Count > 0)
        {
            ApplyToNode(graph, reference, reference.Nodes.Keys.ElementAt(Pick % reference.Nodes.Count));
        }
    }

    private void ApplyToNode(ColumnGraph graph, ReferenceGraph reference, int node)
    {
        switch (Kind)
        {
            case GraphEditKind.CreateRelationship:
                var end = reference.Nodes.Keys.ElementAt(Pick2 % reference.Nodes.Count);
                var made = graph.CreateRelationship(graph.RelationshipTypeToken(Name), node, end);
                reference.Relationships.Add(made, new ReferenceRelationship(Name, node, end, []));
                break;
            case GraphEditKind.SetNodeProperty:
                graph.SetNodeProperty(node, graph.PropertyKeyToken(Key), Value);
                reference.Nodes[node].Properties[Key] = Value;
                break;
            case GraphEditKind.RemoveProperty:
                graph.SetNodeProperty(node, graph.PropertyKeyToken(Key), GraphValue.Null);
                reference.Nodes[node].Properties.Remove(Key);
                break;
            case GraphEditKind.AddLabel:
                Assert.Equal(reference.Nodes[node].Labels.Add(Name), graph.AddLabel(node, graph.LabelToken(Name)));
                break;
            case GraphEditKind.RemoveLabel:
                Assert.Equal(reference.Nodes[node].Labels.Remove(Name), graph.RemoveLabel(node, graph.LabelToken(Name)));
                break;
            case GraphEditKind.DetachDeleteNode:
                foreach (var touching in reference.Relationships.Where(r => r.Value.Start == node || r.Value.End == node).Select(r => r.Key).ToArray())
                {
                    graph.DeleteRelationship(touching);
                    reference.Relationships.Remove(touching);
                }

                graph.DeleteNode(node);
                reference.Nodes.Remove(node);
                break;
            default:
                ApplyToRelationship(graph, reference);
                break;
        }
    }

    private void ApplyToRelationship(ColumnGraph graph, ReferenceGraph reference)
    {
        if (reference.Relationships.Count == 0)
        {
            return;
        }

        var relationship = reference.Relationships.Keys.ElementAt(Pick % reference.Relationships.Count);
        if (Kind == GraphEditKind.DeleteRelationship)
        {
            graph.DeleteRelationship(relationship);
            reference.Relationships.Remove(relationship);
        }
        else
        {
            graph.SetRelationshipProperty(relationship, graph.PropertyKeyToken(Key), Value);
            reference.Relationships[relationship].Properties[Key] = Value;
        }
    }
}

internal enum GraphEditKind
{
    CreateNode,
    CreateRelationship,
    SetNodeProperty,
    SetRelationshipProperty,
    RemoveProperty,
    AddLabel,
    RemoveLabel,
    DeleteRelationship,
    DetachDeleteNode,
}
