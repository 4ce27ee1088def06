using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Tables;
using Stemma.GraphQuery.Planning;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>For each row, every node within a number of steps, once, nearest first. O(V + E) of the part reached.</summary>
internal sealed class ExpandReachOperator(Operator input, ExpandPaths plan, RelationshipTypes types, StepCondition step) : InputOperator(input)
{
    private readonly AdjacencyReader _adjacency = new(types, plan.Direction);
    private readonly bool _isReversed = plan.From.Slot != plan.Relationship.Left;
    private readonly Holding _holding = new();
    private NumberTable? _reached;
    private readonly Queue<(int Node, int Depth)> _open = new();
    private (int Node, int Depth) _from;
    private int _start;
    private int _target;
    private int _at;

    public override void Open(RunContext context)
    {
        base.Open(context);
        _adjacency.Clear();
        _holding.Release(context);
        _reached?.Clear();
        _open.Clear();
        _at = 0;
    }

    public override bool Next(RunContext context)
    {
        while (true)
        {
            while (_at < _adjacency.Count || OpenNext(context))
            {
                if (Advance(context) is { } node && Emit(context, node))
                {
                    return true;
                }
            }

            if (!Input.Next(context))
            {
                return false;
            }

            if (Begin(context) && plan.Relationship.Length!.Minimum == 0 && Emit(context, _start))
            {
                return true;
            }
        }
    }

    private bool Begin(RunContext context)
    {
        context.Limits.Tick();
        var target = plan.Into ? context.Row[plan.To.Slot] : default;
        if (!context.Row[plan.From.Slot].IsNodeReference || (plan.Into && !target.IsNodeReference))
        {
            return false;
        }

        _reached ??= new NumberTable(context.Graph.NodeCapacity);
        _holding.Release(context);
        _reached.Clear();
        _target = plan.Into ? target.AsNodeReference() : -1;
        _start = context.Row[plan.From.Slot].AsNodeReference();
        if (plan.Relationship.Length!.Minimum == 0)
        {
            // Otherwise the start node is reached only through a cycle.
            _reached.Add(_start);
            _holding.Add(context, NumberTable.BytesAnEntry);
        }

        if (plan.Relationship.Length.Maximum > 0)
        {
            _open.Enqueue((_start, 0));
        }

        return true;
    }

    private bool OpenNext(RunContext context)
    {
        _adjacency.Truncate(0);
        _at = 0;
        if (_open.TryDequeue(out _from))
        {
            _adjacency.Append(context, _from.Node);
            return true;
        }

        return false;
    }

    private int? Advance(RunContext context)
    {
        if (_at >= _adjacency.Count)
        {
            return null;
        }

        var (relationship, node) = (_adjacency.Relationships[_at], _adjacency.Neighbours[_at]);
        _at++;
        if (!(step.IsFree ? _reached!.Add(node) : Passes(context, relationship, node) && _reached!.Add(node)))
        {
            return null;
        }

        _holding.Add(context, NumberTable.BytesAnEntry);
        if (node != _start && _from.Depth + 1 < plan.Relationship.Length!.Maximum)
        {
            _open.Enqueue((node, _from.Depth + 1));
        }

        return node;
    }

    /// <summary>Whether the step is allowed and leads to a node that was not reached before.</summary>
    private bool Passes(RunContext context, int relationship, int node) =>
        _reached!.Find(node) < 0 && (_isReversed ? step.Passes(context, relationship, node, _from.Node) : step.Passes(context, relationship, _from.Node, node));

    private bool Emit(RunContext context, int node)
    {
        if (plan.Into)
        {
            return node == _target;
        }

        context.Row[plan.To.Slot] = GraphValue.From(new NodeReference(node));
        return true;
    }
}
