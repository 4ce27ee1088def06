using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Planning;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>For each row, the relationships of a node.</summary>
internal sealed class ExpandOperator(Operator input, Expand plan, RelationshipTypes types, LabelMatcher? labels) : InputOperator(input)
{
    private readonly AdjacencyReader _adjacency = new(types, plan.Direction, labels);
    private readonly int[] _distinctFrom = [.. plan.DistinctFrom];
    private readonly int _from = plan.From.Slot;
    private readonly int _to = plan.To.Slot;
    private readonly int _relationship = plan.Relationship.Slot;
    private readonly bool _into = plan.Into;
    private int _at;

    public override void Open(RunContext context)
    {
        base.Open(context);
        _adjacency.Clear();
        _at = 0;
    }

    public override bool Next(RunContext context)
    {
        while (true)
        {
            while (_at < _adjacency.Count)
            {
                var (relationship, neighbour) = (_adjacency.Relationships[_at], _adjacency.Neighbours[_at]);
                _at++;
                if (DistinctRelationships.IsNew(context.Row, _distinctFrom, relationship))
                {
                    context.Row[_relationship] = GraphValue.From(new RelationshipReference(relationship));
                    if (!_into)
                    {
                        context.Row[_to] = GraphValue.From(new NodeReference(neighbour));
                    }

                    return true;
                }
            }

            if (!Input.Next(context))
            {
                return false;
            }

            _at = 0;
            _adjacency.Truncate(0);
            context.Limits.Tick();
            if (context.Row[_from].IsNodeReference)
            {
                Read(context, context.Row[_from].AsNodeReference());
            }
        }
    }

    private void Read(RunContext context, int node)
    {
        if (!_into)
        {
            _adjacency.Append(context, node);
        }
        else if (context.Row[_to].IsNodeReference)
        {
            _adjacency.Append(context, node, context.Row[_to].AsNodeReference());
        }
    }
}
