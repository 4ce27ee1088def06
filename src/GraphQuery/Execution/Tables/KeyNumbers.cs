using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Tables;

/// <summary>Numbers the values that one grouping key takes, and gives them back.</summary>
/// <param name="holding">Takes what is held.</param>
internal abstract class KeyNumbers(Holding holding)
{
    /// <summary>Takes what is held.</summary>
    protected Holding Holding { get; } = holding;

    /// <summary>Numbers the key of the row at hand; true where its value is new.</summary>
    public abstract bool TryAdd(RunContext context, out int number);

    /// <summary>The value with a number.</summary>
    public abstract GraphValue ValueOf(RunContext context, int number);

    /// <summary>Forgets all values.</summary>
    public abstract void Clear();
}

/// <summary>A key that is any expression.</summary>
internal sealed class EvaluatedKey(Evaluator key, Holding holding) : KeyNumbers(holding)
{
    private readonly List<GraphValue> _values = [];
    private ValueNumbers? _numbers;

    public override bool TryAdd(RunContext context, out int number)
    {
        var value = key.Evaluate(context);
        _numbers ??= new ValueNumbers(context.Graph.NodeCapacity);
        var isNew = _numbers.TryAdd(value, out number);
        if (isNew)
        {
            _values.Add(value);
            Holding.Add(context, NumberTable.BytesAnEntry + ValueSize.Of(value));
        }

        return isNew;
    }

    public override GraphValue ValueOf(RunContext context, int number) => _values[number];

    public override void Clear()
    {
        _numbers?.Clear();
        _values.Clear();
    }
}

/// <summary>A key that is a property of a node, told apart by its codes: a value is made only where it is given on.</summary>
internal sealed class CodedKey(int slot, int key, IPropertyCodes codes, Holding holding) : KeyNumbers(holding)
{
    private readonly NumberTable _numbers = new(codes.TextCount);

    /// <summary>The first node with each value; −1 for the null value.</summary>
    private readonly List<int> _nodes = [];
    private int _nullNumber = -1;

    public override bool TryAdd(RunContext context, out int number)
    {
        var owner = context.Row[slot];
        var node = owner.IsNodeReference ? owner.AsNodeReference() : -1;
        if (node < 0 || !codes.TryRead(node, out var code))
        {
            number = _nullNumber < 0 ? _nodes.Count : _nullNumber;
            return _nullNumber < 0 && Note(context, -1, _nullNumber = number);
        }

        return _numbers.TryAdd(code, _nodes.Count, out number) && Note(context, node, number);
    }

    public override GraphValue ValueOf(RunContext context, int number) => _nodes[number] is var node and >= 0 ? context.Graph.NodeProperty(node, key) : GraphValue.Null;

    public override void Clear()
    {
        _numbers.Clear();
        _nodes.Clear();
        _nullNumber = -1;
    }

    private bool Note(RunContext context, int node, int number)
    {
        _nodes.Add(node);
        Holding.Add(context, NumberTable.BytesAnEntry);
        return number >= 0;
    }
}
