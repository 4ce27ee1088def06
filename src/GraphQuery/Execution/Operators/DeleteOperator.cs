using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Deletes the entities in all rows, relationships before nodes, so that the order of rows does not matter.</summary>
internal sealed class DeleteOperator(Operator input, int[] keep, Evaluator[] targets, bool detach) : WriteOperator(input, keep, keep)
{
    private readonly SortedSet<int> _nodes = [];
    private readonly SortedSet<int> _relationships = [];

    protected override void Apply(RunContext context)
    {
        foreach (var target in targets)
        {
            Collect(target.Evaluate(context));
        }

        Give(context);
    }

    protected override void Finish(RunContext context)
    {
        var graph = EntityWriter.Of(context);
        _nodes.RemoveWhere(node => !graph.NodeExists(node));
        if (detach)
        {
            foreach (var node in _nodes)
            {
                CollectRelationships(context, graph, node);
            }
        }

        foreach (var relationship in _relationships)
        {
            context.Limits.Tick();
            if (graph.RelationshipExists(relationship))
            {
                graph.DeleteRelationship(relationship);
                context.Changes.RelationshipsDeleted++;
            }
        }

        foreach (var node in _nodes)
        {
            Delete(context, graph, node);
        }

        _nodes.Clear();
        _relationships.Clear();
    }

    private static void Delete(RunContext context, IMutablePropertyGraph graph, int node)
    {
        context.Limits.Tick();
        if (graph.Outgoing(node).Count + graph.Incoming(node).Count > 0)
        {
            throw new CypherException(
                CypherErrorType.ConstraintVerificationFailed, CypherPhase.Runtime, "DeleteConnectedNode", "A node that still has relationships cannot be deleted: use DETACH DELETE.");
        }

        graph.DeleteNode(node);
        context.Changes.NodesDeleted++;
    }

    private void Collect(GraphValue value)
    {
        if (value.IsNodeReference)
        {
            _nodes.Add(value.AsNodeReference());
        }
        else if (value.IsRelationshipReference)
        {
            _relationships.Add(value.AsRelationshipReference());
        }
        else if (PathSteps.TryReference(value, out var path))
        {
            _nodes.UnionWith(path.Nodes);
            _relationships.UnionWith(path.Relationships);
        }
        else if (!value.IsNull)
        {
            throw RuntimeFault.InvalidArgumentType($"Unexpected {TypeName.Of(value)}, expected a node, a relationship or a path to delete.");
        }
    }

    private void CollectRelationships(RunContext context, IMutablePropertyGraph graph, int node)
    {
        foreach (var relationship in graph.Outgoing(node).Relationships)
        {
            context.Limits.Tick();
            _relationships.Add(relationship);
        }

        foreach (var relationship in graph.Incoming(node).Relationships)
        {
            context.Limits.Tick();
            _relationships.Add(relationship);
        }
    }
}
