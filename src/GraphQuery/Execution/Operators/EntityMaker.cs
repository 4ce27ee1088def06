using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Creates the nodes, relationships and paths of a creation for the current row.</summary>
internal sealed class EntityMaker(BoundCreation creation, ExpressionCompiler expressions)
{
    private readonly Evaluator?[] _nodeProperties = [.. creation.Nodes.Select(node => expressions.CompileOptional(node.Properties))];
    private readonly Evaluator[][] _labels = [.. creation.Nodes.Select(node => expressions.CompileAll(node.ComputedLabels))];
    private readonly Evaluator?[] _types = [.. creation.Relationships.Select(relationship => expressions.CompileOptional(relationship.ComputedType))];
    private readonly Evaluator?[] _relationshipProperties = [.. creation.Relationships.Select(relationship => expressions.CompileOptional(relationship.Properties))];

    /// <summary>Creates all of them and sets their slots.</summary>
    public void Make(RunContext context)
    {
        for (var i = 0; i < creation.Nodes.Count; i++)
        {
            MakeNode(context, EntityWriter.Of(context), creation.Nodes[i], _labels[i], _nodeProperties[i]);
        }

        for (var i = 0; i < creation.Relationships.Count; i++)
        {
            MakeRelationship(context, EntityWriter.Of(context), creation.Relationships[i], _types[i], _relationshipProperties[i]);
        }

        foreach (var path in creation.Paths)
        {
            context.Row[path.Slot] = PathAssembler.Assemble(context, path);
        }
    }

    /// <summary>Throws if a property in a MERGE is null, because the pattern would not be found again.</summary>
    public void RejectNulls(RunContext context)
    {
        foreach (var properties in _nodeProperties.Concat(_relationshipProperties))
        {
            if (properties is not null && PropertyMap.Of(properties.Evaluate(context), context).FirstOrDefault(pair => pair.Value.IsNull) is { Key: { } key })
            {
                throw new CypherException(
                    CypherErrorType.SemanticError, CypherPhase.Runtime, "MergeReadOwnWrites", $"MERGE cannot look for '{key}' with the value null: what it made would not be found again.");
            }
        }
    }

    private static void MakeNode(RunContext context, IMutablePropertyGraph graph, NodeCreation creation, Evaluator[] computed, Evaluator? properties)
    {
        var names = creation.Labels.Concat(computed.SelectMany(value => ComputedNames.NamesOf(value.Evaluate(context))));
        int[] labels = [.. names.Select(graph.LabelToken).Distinct().Order()];
        var values = properties?.Evaluate(context);
        var node = graph.CreateNode(labels);
        context.Changes.NodesCreated++;
        context.Changes.LabelsAdded += labels.Length;
        var reference = GraphValue.From(new NodeReference(node));
        context.Row[creation.Slot] = reference;
        SetAll(context, reference, values);
    }

    private static void MakeRelationship(RunContext context, IMutablePropertyGraph graph, RelationshipCreation creation, Evaluator? computed, Evaluator? properties)
    {
        var (start, end) = (context.Row[creation.Start], context.Row[creation.End]);
        if (!start.IsNodeReference || !end.IsNodeReference)
        {
            throw new CypherException(CypherErrorType.SemanticError, CypherPhase.Runtime, "InvalidArgumentValue", $"The relationship '{creation.Type}' cannot be made: one of its nodes is null.");
        }

        var values = properties?.Evaluate(context);
        var type = computed is null ? creation.Type : SingleOf(ComputedNames.NamesOf(computed.Evaluate(context)));
        var relationship = graph.CreateRelationship(graph.RelationshipTypeToken(type), start.AsNodeReference(), end.AsNodeReference());
        context.Changes.RelationshipsCreated++;
        var reference = GraphValue.From(new RelationshipReference(relationship));
        context.Row[creation.Slot] = reference;
        SetAll(context, reference, values);
    }

    private static string SingleOf(string[] types) => types is [var type] ? type
        : throw RuntimeFault.InvalidArgumentType($"Unexpected {types.Length} types, expected one: a relationship has exactly one type.");

    private static void SetAll(RunContext context, GraphValue entity, GraphValue? properties)
    {
        if (properties is not { IsNull: false } map)
        {
            return;
        }

        foreach (var (key, value) in PropertyMap.Of(map, context))
        {
            if (!value.IsNull)
            {
                EntityWriter.SetProperty(context, entity, key, value);
            }
        }
    }
}
