using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Tables;
using Stemma.GraphQuery.Planning;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>
/// For each row, the repetitions of a pattern from a node: depth first, shorter ones before their extensions, without repeated relationships. Each repetition on the path has its
/// own inner plan and restores its slots before that plan continues.
/// </summary>
internal sealed class ExpandGroupOperator : InputOperator
{
    private readonly ExpandGroup _plan;
    private readonly Func<Operator> _inner;
    private readonly Holding _holding = new();
    private readonly List<Repetition> _path = [];
    private readonly int[] _saved;
    private readonly int[] _distinctFrom;
    private readonly int[] _relationships;
    private readonly int _near;
    private readonly int _far;
    private int _depth;
    private int _target;
    private int _maximum;

    /// <summary>Creates the operator.</summary>
    /// <param name="input">Rows.</param>
    /// <param name="plan">The repeated pattern.</param>
    /// <param name="inner">Creates the operators of a repetition.</param>
    public ExpandGroupOperator(Operator input, ExpandGroup plan, Func<Operator> inner)
        : base(input)
    {
        (_plan, _inner) = (plan, inner);
        (_near, _far) = plan.IsReversed ? (plan.Group.Right, plan.Group.Left) : (plan.Group.Left, plan.Group.Right);
        _relationships = [.. plan.IsReversed ? plan.Group.Relationships.Reverse() : plan.Group.Relationships];
        _saved = [.. plan.Group.Pattern.Nodes.Select(node => node.Slot).Concat(_relationships).Distinct()];
        _distinctFrom = [.. plan.DistinctFrom];
    }

    public override void Open(RunContext context)
    {
        base.Open(context);
        _holding.Release(context);
        _depth = 0;
    }

    public override bool Next(RunContext context)
    {
        while (true)
        {
            while (_depth > 0)
            {
                if (Advance(context) is { } node && Completed >= _plan.Relationship.Length!.Minimum && Emit(context, node))
                {
                    return true;
                }
            }

            if (!Input.Next(context))
            {
                return false;
            }

            if (Begin(context) is { } start && _plan.Relationship.Length!.Minimum == 0 && Emit(context, start))
            {
                return true;
            }
        }
    }

    /// <summary>Number of repetitions with a match; the last one may not have one yet.</summary>
    private int Completed => _depth > 0 && !_path[_depth - 1].HasMatch ? _depth - 1 : _depth;

    private int? Begin(RunContext context)
    {
        var (from, to) = (context.Row[_plan.From.Slot], _plan.Into ? context.Row[_plan.To.Slot] : default);
        if (!from.IsNodeReference || (_plan.Into && !to.IsNodeReference))
        {
            return null;
        }

        _target = _plan.Into ? to.AsNodeReference() : -1;
        _maximum = context.Ration.MostOf(_plan.Relationship, _relationships.Length);
        if (MayGoOn(context))
        {
            Enter(context, from.AsNodeReference());
        }

        return from.AsNodeReference();
    }

    /// <summary>Whether a further repetition is allowed.</summary>
    private bool MayGoOn(RunContext context)
    {
        context.Ration.WasCut |= _depth == _maximum && _maximum < _plan.Relationship.Length!.Maximum;
        return _depth < _maximum;
    }

    /// <summary>Starts a further repetition at a node.</summary>
    private void Enter(RunContext context, int node)
    {
        if (_depth == _path.Count)
        {
            _path.Add(new Repetition(_inner(), new GraphValue[_saved.Length]));
            _holding.Add(context, 256 + (16L * _saved.Length));
        }

        var repetition = _path[_depth++];
        repetition.HasMatch = false;
        context.Row[_near] = GraphValue.From(new NodeReference(node));
        Save(context, repetition);
        repetition.Inner.Open(context);
    }

    /// <summary>Advances the last repetition to its next match, or removes it; the node reached, or null.</summary>
    private int? Advance(RunContext context)
    {
        context.Limits.Tick();
        if (_path[_depth - 1].HasMatch && MayGoOn(context))
        {
            // The previous match is extended first.
            Enter(context, _path[_depth - 1].End);
        }

        var repetition = _path[_depth - 1];
        Load(context, repetition);
        if (!repetition.Inner.Next(context))
        {
            Leave();
            return null;
        }

        Save(context, repetition);
        repetition.HasMatch = IsNew(context);
        repetition.End = context.Row[_far].AsNodeReference();
        return repetition.HasMatch ? repetition.End : null;
    }

    /// <summary>Removes the last repetition; the one before it is not extended again.</summary>
    private void Leave()
    {
        _depth--;
        if (_depth > 0)
        {
            _path[_depth - 1].HasMatch = false;
        }
    }

    private bool IsNew(RunContext context)
    {
        foreach (var slot in _relationships)
        {
            var relationship = context.Row[slot].AsRelationshipReference();
            if (!DistinctRelationships.IsNew(context.Row, _distinctFrom, relationship) || IsOnPath(relationship))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsOnPath(int relationship)
    {
        for (var i = 0; i < _depth - 1; i++)
        {
            foreach (var slot in _relationships)
            {
                if (ValueIn(_path[i], slot).AsRelationshipReference() == relationship)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Emit(RunContext context, int node)
    {
        if (_plan.Into && node != _target)
        {
            return false;
        }

        var count = Completed;
        var order = Enumerable.Range(0, count).Select(i => _path[_plan.IsReversed ? count - 1 - i : i]).ToArray();
        context.Row[_plan.Relationship.Slot] = GraphValue.From(order.SelectMany(repetition => _plan.Group.Relationships.Select(slot => ValueIn(repetition, slot))).ToArray());
        foreach (var (inside, outside) in _plan.Group.Lists)
        {
            context.Row[outside] = GraphValue.From(Array.ConvertAll(order, repetition => ValueIn(repetition, inside)));
        }

        if (!_plan.Into)
        {
            context.Row[_plan.To.Slot] = GraphValue.From(new NodeReference(node));
        }

        return true;
    }

    private GraphValue ValueIn(Repetition repetition, int slot) => repetition.Values[Array.IndexOf(_saved, slot)];

    private void Save(RunContext context, Repetition repetition)
    {
        for (var i = 0; i < _saved.Length; i++)
        {
            repetition.Values[i] = context.Row[_saved[i]];
        }
    }

    private void Load(RunContext context, Repetition repetition)
    {
        for (var i = 0; i < _saved.Length; i++)
        {
            context.Row[_saved[i]] = repetition.Values[i];
        }
    }

    /// <summary>A repetition: its plan, the slots after its last match, and the last node of that match.</summary>
    private sealed class Repetition(Operator inner, GraphValue[] values)
    {
        public Operator Inner { get; } = inner;

        public GraphValue[] Values { get; } = values;

        public bool HasMatch { get; set; }

        public int End { get; set; }
    }
}
