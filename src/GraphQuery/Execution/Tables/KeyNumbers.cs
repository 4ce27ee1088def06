using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Tables;

/// <summary>Numbers the values of a grouping key and maps numbers back to values.</summary>
/// <param name="holding">Counts the memory.</param>
internal abstract class KeyNumbers(Holding holding)
{
    /// <summary>Counts the memory.</summary>
    protected Holding Holding { get; } = holding;

    /// <summary>Numbers the key of the current row; returns true if its value is new.</summary>
    public abstract bool TryAdd(RunContext context, out int number);

    /// <summary>Whether the key is a property of the node in a slot, so that <see cref="Read"/> can be used.</summary>
    public virtual bool IsPropertyOf(int nodeSlot) => false;

    /// <summary>Reads the keys of a batch of nodes, which <see cref="TryAddRead"/> then numbers one by one.</summary>
    public virtual void Read(ReadOnlySpan<int> nodes) => throw new NotSupportedException();

    /// <summary>Numbers a node of the batch; returns true if its value is new.</summary>
    public virtual bool TryAddRead(RunContext context, int at, int node, out int number) => throw new NotSupportedException();

    /// <summary>The value with a number.</summary>
    public abstract GraphValue ValueOf(RunContext context, int number);

    /// <summary>Removes all values.</summary>
    public abstract void Clear();
}

/// <summary>A key computed by an arbitrary expression.</summary>
internal sealed class EvaluatedKey(Evaluator key, Holding holding) : KeyNumbers(holding)
{
    private readonly LentList<GraphValue> _values = new();
    private ValueNumbers? _numbers;

    public override bool TryAdd(RunContext context, out int number)
    {
        var value = key.Evaluate(context);
        _numbers ??= new ValueNumbers(context.Graph.NodeCapacity);
        var isNew = _numbers.TryAdd(value, out number);
        if (isNew)
        {
            _values.Add(value);
            Holding.Add(context, NumberTable.BytesAnEntry + ValueSize.InGrowingList(value));
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

/// <summary>A key that is a property of a node, compared by code: values are read only for output.</summary>
internal sealed class CodedKey(int slot, int key, IPropertyCodes codes, Holding holding) : KeyNumbers(holding)
{
    private readonly NumberTable _numbers = new(codes.TextCount);

    /// <summary>The first node with each value; −1 for the null value.</summary>
    private readonly LentList<int> _nodes = new();
    private int _nullNumber = -1;
    private long[] _codes = [];
    private bool[] _found = [];

    public override bool TryAdd(RunContext context, out int number)
    {
        var owner = context.Row[slot];
        var node = owner.IsNodeReference ? owner.AsNodeReference() : -1;
        var code = 0L;
        return TryAdd(context, node, node >= 0 && codes.TryRead(node, out code), code, out number);
    }

    public override bool IsPropertyOf(int nodeSlot) => nodeSlot == slot;

    public override void Read(ReadOnlySpan<int> nodes)
    {
        if (_codes.Length < nodes.Length)
        {
            (_codes, _found) = (new long[nodes.Length], new bool[nodes.Length]);
        }

        codes.Read(nodes, _codes, _found);
    }

    public override bool TryAddRead(RunContext context, int at, int node, out int number) => TryAdd(context, node, _found[at], _codes[at], out number);

    public override GraphValue ValueOf(RunContext context, int number) => _nodes[number] is var node and >= 0 ? context.Graph.NodeProperty(node, key) : GraphValue.Null;

    public override void Clear()
    {
        _numbers.Clear();
        _nodes.Clear();
        _nullNumber = -1;
    }

    private bool TryAdd(RunContext context, int node, bool isFound, long code, out int number)
    {
        if (!isFound)
        {
            number = _nullNumber < 0 ? _nodes.Count : _nullNumber;
            return _nullNumber < 0 && Note(context, -1, _nullNumber = number);
        }

        return _numbers.TryAdd(code, _nodes.Count, out number) && Note(context, node, number);
    }

    private bool Note(RunContext context, int node, int number)
    {
        _nodes.Add(node);
        Holding.Add(context, NumberTable.BytesAnEntry);
        return number >= 0;
    }
}
