using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Planning;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>
/// For each row, the variable-length paths from a node: depth first, a path before its extensions, without repeated relationships. The stack is explicit,
/// so that depth is limited by memory only.
/// </summary>
internal sealed class ExpandPathsOperator(Operator input, ExpandPaths plan, RelationshipTypes types, StepCondition step, bool needsList) : InputOperator(input)
{
    private readonly AdjacencyReader _adjacency = new(types, plan.Direction);
    private readonly int[] _distinctFrom = [.. plan.DistinctFrom];
    private readonly int _minimum = plan.Relationship.Length!.Minimum;
    private int _maximum;
    private readonly bool _isReversed = plan.From.Slot != plan.Relationship.Left;

    /// <summary>Relationships of the current path.</summary>
    private readonly List<int> _path = [];

    /// <summary>For each node of the current path: the node, the start of its entries in the adjacency reader, and the next entry.</summary>
    private readonly List<(int Node, int Begin, int Next)> _levels = [];
    private int _target;

    public override void Open(RunContext context)
    {
        base.Open(context);
        _adjacency.Clear();
        _path.Clear();
        _levels.Clear();
    }

    public override bool Next(RunContext context)
    {
        while (true)
        {
            while (_levels.Count > 0)
            {
                if (Advance(context) is { } node && _path.Count >= _minimum && Emit(context, node))
                {
                    return true;
                }
            }

            if (!Input.Next(context))
            {
                return false;
            }

            if (Begin(context) is { } start && _minimum == 0 && Emit(context, start))
            {
                return true;
            }
        }
    }

    /// <summary>Starts at the row's node; null if there is none.</summary>
    private int? Begin(RunContext context)
    {
        context.Limits.Tick();
        var target = plan.Into ? context.Row[plan.To.Slot] : default;
        if (!context.Row[plan.From.Slot].IsNodeReference || (plan.Into && !target.IsNodeReference))
        {
            return null;
        }

        _target = plan.Into ? target.AsNodeReference() : -1;
        _maximum = context.Ration.MostOf(plan.Relationship, relationships: 1);
        var start = context.Row[plan.From.Slot].AsNodeReference();
        Enter(context, start);
        return start;
    }

    private void Enter(RunContext context, int node)
    {
        var begin = _adjacency.Count;
        if (_path.Count < _maximum)
        {
            _adjacency.Append(context, node);
        }
        else if (_maximum < plan.Relationship.Length!.Maximum)
        {
            context.Ration.WasCut = true;
        }

        _levels.Add((node, begin, begin));
    }

    /// <summary>Advances by one relationship, or goes back; the node reached, or null.</summary>
    private int? Advance(RunContext context)
    {
        var (node, begin, next) = _levels[^1];
        if (next >= _adjacency.Count)
        {
            _adjacency.Truncate(begin);
            _levels.RemoveAt(_levels.Count - 1);
            if (_path.Count > 0)
            {
                _path.RemoveAt(_path.Count - 1);
            }

            return null;
        }

        context.Limits.Tick();
        _levels[^1] = (node, begin, next + 1);
        var (relationship, neighbour) = (_adjacency.Relationships[next], _adjacency.Neighbours[next]);
        if (_path.Contains(relationship) || !DistinctRelationships.IsNew(context.Row, _distinctFrom, relationship)
            || !(_isReversed ? step.Passes(context, relationship, neighbour, node) : step.Passes(context, relationship, node, neighbour)))
        {
            return null;
        }

        _path.Add(relationship);
        Enter(context, neighbour);
        return neighbour;
    }

    private bool Emit(RunContext context, int node)
    {
        if (plan.Into && node != _target)
        {
            return false;
        }

        if (needsList)
        {
            context.Row[plan.Relationship.Slot] = RelationshipList.Of(_path, _isReversed);
        }

        if (!plan.Into)
        {
            context.Row[plan.To.Slot] = GraphValue.From(new NodeReference(node));
        }

        return true;
    }
}

/// <summary>Creates list values from relationship numbers.</summary>
internal static class RelationshipList
{
    /// <summary>The list, in order or reversed.</summary>
    public static GraphValue Of(List<int> relationships, bool isReversed)
    {
        var values = new GraphValue[relationships.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[isReversed ? values.Length - 1 - i : i] = GraphValue.From(new RelationshipReference(relationships[i]));
        }

        return GraphValue.From(values);
    }
}
