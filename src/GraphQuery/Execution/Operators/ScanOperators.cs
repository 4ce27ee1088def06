using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>For each row, every node by number.</summary>
internal sealed class ScanAllOperator(Operator input, int slot) : InputOperator(input)
{
    private int _node;
    private int _end;

    public override void Open(RunContext context)
    {
        base.Open(context);
        (_node, _end) = (0, 0);
    }

    public override bool Next(RunContext context)
    {
        while (true)
        {
            while (_node < _end)
            {
                context.Limits.Tick();
                var node = _node++;
                if (context.Graph.NodeExists(node))
                {
                    context.Row[slot] = GraphValue.From(new NodeReference(node));
                    return true;
                }
            }

            if (!Input.Next(context))
            {
                return false;
            }

            (_node, _end) = (0, context.Graph.NodeCapacity);
        }
    }
}

/// <summary>For each row, the nodes of a label.</summary>
internal sealed class ScanLabelOperator(Operator input, int slot, int label) : InputOperator(input)
{
    private int _at;
    private int _count;
    private int _token;

    public override void Open(RunContext context)
    {
        base.Open(context);
        (_at, _count) = (0, 0);
    }

    public override bool Next(RunContext context)
    {
        while (_at >= _count)
        {
            if (!Input.Next(context))
            {
                return false;
            }

            _token = context.Labels[label];
            (_at, _count) = (0, _token < 0 ? 0 : context.Graph.NodesWithLabel(_token).Length);
        }

        context.Limits.Tick();
        context.Row[slot] = GraphValue.From(new NodeReference(context.Graph.NodesWithLabel(_token)[_at++]));
        return true;
    }
}

/// <summary>For each row, the nodes of a label with a value, or any of a list of values, by index; by scanning where the graph has no index for them. Ascending.</summary>
internal sealed class SeekOperator(Operator input, int slot, int label, int key, Evaluator value, bool anyOf) : InputOperator(input)
{
    private IReadOnlyList<int> _nodes = [];
    private int _at;

    public override void Open(RunContext context)
    {
        base.Open(context);
        (_nodes, _at) = ([], 0);
    }

    public override bool Next(RunContext context)
    {
        while (_at >= _nodes.Count)
        {
            if (!Input.Next(context))
            {
                return false;
            }

            var wanted = value.Evaluate(context);
            (_nodes, _at) = (anyOf ? FindAny(context, wanted) : Find(context, wanted), 0);
        }

        context.Limits.Tick();
        context.Row[slot] = GraphValue.From(new NodeReference(_nodes[_at++]));
        return true;
    }

    private int[] FindAny(RunContext context, GraphValue list) =>
        [.. (LoopSource.Items(list) ?? []).SelectMany(item => Find(context, item)).Distinct().Order()];

    private IReadOnlyList<int> Find(RunContext context, GraphValue wanted)
    {
        var (labelToken, keyToken) = (context.Labels[label], context.Keys[key]);
        if (labelToken < 0 || keyToken < 0 || wanted.IsNull || (wanted.IsFloat && double.IsNaN(wanted.AsFloat())))
        {
            return [];
        }

        // An index compares strictly; Cypher's = does not tell 1 from 1.0 nor the same instant at two offsets.
        var isFound = wanted.IsNumber
            ? TryFindNumber(context, labelToken, keyToken, wanted, out var found)
            : context.Graph.TryFindNodes(labelToken, keyToken, wanted, out found) && (wanted.IsString || wanted.IsBoolean);
        return isFound ? found : Scan(context, labelToken, keyToken, wanted);
    }

    private static bool TryFindNumber(RunContext context, int labelToken, int keyToken, GraphValue wanted, out IReadOnlyList<int> found)
    {
        if (!context.Graph.TryFindNodes(labelToken, keyToken, wanted, out found))
        {
            return false;
        }

        var number = wanted.AsNumber();
        var other = wanted.IsInteger ? GraphValue.From(number) : GraphValue.From((long)number);
        if (CypherValues.Equal(wanted, other) == true && context.Graph.TryFindNodes(labelToken, keyToken, other, out var others) && others.Count > 0)
        {
            found = [.. found.Union(others).Order()];
        }

        return true;
    }

    private static List<int> Scan(RunContext context, int labelToken, int keyToken, GraphValue wanted)
    {
        var found = new List<int>();
        foreach (var node in context.Graph.NodesWithLabel(labelToken))
        {
            context.Limits.Tick();
            if (CypherValues.Equal(context.Graph.NodeProperty(node, keyToken), wanted) == true)
            {
                found.Add(node);
            }
        }

        return found;
    }
}
