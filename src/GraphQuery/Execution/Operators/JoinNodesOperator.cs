using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Execution.Tables;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>
/// For each row, the nodes of a label whose property is equivalent to a value of the row. The first row is answered by a scan; later rows use a hash table
/// of the property, unless the statement changes the graph.
/// </summary>
internal sealed class JoinNodesOperator(Operator input, int slot, int label, int key, Evaluator value) : NodeListOperator(input, slot)
{
    private readonly Holding _holding = new();
    private ValueNumbers? _numbers;
    private List<List<int>>? _nodes;
    private bool _wasAsked;

    protected override IReadOnlyList<int> FindNodes(RunContext context)
    {
        var (labelToken, keyToken) = (context.Labels[label], context.Keys[key]);
        var wanted = value.Evaluate(context);
        if (labelToken < 0 || keyToken < 0 || wanted.IsNull)
        {
            return [];
        }

        if (!_wasAsked || context.Writer is not null)
        {
            _wasAsked = true;
            return Scan(context, labelToken, keyToken, wanted);
        }

        if (_nodes is null)
        {
            Build(context, labelToken, keyToken);
        }

        return _numbers!.Find(wanted) is var number and >= 0 ? _nodes![number] : [];
    }

    private static List<int> Scan(RunContext context, int label, int key, GraphValue wanted)
    {
        var found = new List<int>();
        foreach (var node in context.Graph.NodesWithLabel(label))
        {
            context.Limits.Tick();
            if (ValueEquivalence.Instance.Equals(context.Graph.NodeProperty(node, key), wanted))
            {
                found.Add(node);
            }
        }

        return found;
    }

    private void Build(RunContext context, int label, int key)
    {
        _numbers = new ValueNumbers(context.Graph.NodeCapacity);
        _nodes = [];
        foreach (var node in context.Graph.NodesWithLabel(label))
        {
            context.Limits.Tick();
            var property = context.Graph.NodeProperty(node, key);
            if (property.IsNull)
            {
                continue;
            }

            if (_numbers.TryAdd(property, out var number))
            {
                _nodes.Add([]);
                _holding.Add(context, NumberTable.BytesAnEntry + ValueSize.InGrowingList(property) + 48);
            }

            _nodes[number].Add(node);
            _holding.Add(context, 8);
        }
    }
}
