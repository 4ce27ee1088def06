using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Planning;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>For each row, the number of relationships that an expansion would match.</summary>
internal sealed class DegreeOperator(Operator input, NeighbourCount neighbours) : InputOperator(input)
{
    private readonly Expand _expand = neighbours.Expand;
    private readonly int[] _distinctFrom = [.. neighbours.Expand.DistinctFrom.Distinct()];

    public override void Open(RunContext context)
    {
        base.Open(context);
        neighbours.Open(context);
    }

    public override bool Next(RunContext context)
    {
        while (Input.Next(context))
        {
            context.Limits.Tick();
            var from = context.Row[_expand.From.Slot];
            if (from.IsNodeReference && from.AsNodeReference() is var node && neighbours.Of(context, node) - Taken(context, node) is var count and > 0)
            {
                context.Row[_expand.Relationship.Slot] = GraphValue.From(count);
                return true;
            }
        }

        return false;
    }

    /// <summary>Relationships at the node that the pattern has already matched; they are distinct.</summary>
    private long Taken(RunContext context, int node)
    {
        var taken = 0L;
        foreach (var slot in _distinctFrom)
        {
            var value = context.Row[slot];
            if (value.IsRelationshipReference)
            {
                taken += neighbours.Finds(context, value.AsRelationshipReference(), node) ? 1 : 0;
            }
            else if (value.Kind == GraphValueKind.List)
            {
                taken += value.AsList().Count(item => neighbours.Finds(context, item.AsRelationshipReference(), node));
            }
        }

        return taken;
    }
}

/// <summary>For each row, the number of pairs of relationships that two expansions from its node would match.</summary>
internal sealed class PairsOperator(Operator input, NeighbourCount first, NeighbourCount second, AdjacencyReader overlap) : InputOperator(input)
{
    private readonly bool _areDistinct = second.Expand.DistinctFrom.Contains(first.Expand.Relationship.Slot);
    private readonly bool _areSame = first.Expand.Direction == second.Expand.Direction
        && first.Expand.Relationship.Types?.ToString() == second.Expand.Relationship.Types?.ToString()
        && first.Expand.ToLabels?.ToString() == second.Expand.ToLabels?.ToString();

    public override void Open(RunContext context)
    {
        base.Open(context);
        first.Open(context);
        second.Open(context);
        overlap.Clear();
    }

    public override bool Next(RunContext context)
    {
        while (Input.Next(context))
        {
            context.Limits.Tick();
            var from = context.Row[first.Expand.From.Slot];
            if (from.IsNodeReference && Count(context, from.AsNodeReference()) is var count and > 0)
            {
                context.Row[first.Expand.Relationship.Slot] = GraphValue.From(count);
                return true;
            }
        }

        return false;
    }

    private long Count(RunContext context, int node)
    {
        var left = first.Of(context, node);
        var right = left == 0 ? 0 : _areSame ? left : second.Of(context, node);
        return right == 0 ? 0 : checked((left * right) - Shared(context, node, left));
    }

    /// <summary>Relationships that both expansions match; they form no pair with themselves.</summary>
    private long Shared(RunContext context, int node, long left)
    {
        if (!_areDistinct)
        {
            return 0;
        }

        if (_areSame)
        {
            return left;
        }

        // In opposite directions only loops are shared.
        overlap.Truncate(0);
        overlap.Append(context, node, first.Expand.Direction == second.Expand.Direction ? -1 : node);
        var shared = 0L;
        for (var i = 0; i < overlap.Count; i++)
        {
            shared += second.Finds(context, overlap.Relationships[i], node) ? 1 : 0;
        }

        return shared;
    }
}
