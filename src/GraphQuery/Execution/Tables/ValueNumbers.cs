using System.Runtime.InteropServices;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Tables;

/// <summary>
/// Numbers values from 0 in the order in which they first come, equivalent ones alike (<see cref="ValueEquivalence"/>). Entities and integers are looked up without
/// being wrapped; a float that is an integer is taken for that integer.
/// </summary>
/// <param name="nodeCapacity">Node numbers are below this.</param>
internal sealed class ValueNumbers(int nodeCapacity)
{
    private NumberTable? _nodes;
    private NumberTable? _relationships;
    private NumberTable? _integers;
    private Dictionary<string, int>? _texts;
    private Dictionary<GraphValue, int>? _others;

    /// <summary>Number of distinct values.</summary>
    public int Count { get; private set; }

    /// <summary>Numbers a value; true where it is new.</summary>
    public bool TryAdd(GraphValue value, out int number)
    {
        var isNew = value.IsNodeReference ? (_nodes ??= new(nodeCapacity)).TryAdd(value.AsNodeReference(), Count, out number)
            : value.IsInteger ? (_integers ??= new()).TryAdd(value.AsInteger(), Count, out number)
            : value.IsRelationshipReference ? (_relationships ??= new()).TryAdd(value.AsRelationshipReference(), Count, out number)
            : value.IsString ? TryAddText(value.AsString(), out number)
            : TryAddOther(value, out number);
        Count += isNew ? 1 : 0;
        return isNew;
    }

    /// <summary>Forgets all values.</summary>
    public void Clear()
    {
        _nodes?.Clear();
        _relationships?.Clear();
        _integers?.Clear();
        _texts?.Clear();
        _others?.Clear();
        Count = 0;
    }

    private bool TryAddText(string text, out int number)
    {
        _texts ??= new Dictionary<string, int>(StringComparer.Ordinal);
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_texts, text, out var isKnown);
        number = isKnown ? place : place = Count;
        return !isKnown;
    }

    private bool TryAddOther(GraphValue value, out int number)
    {
        if (value.IsFloat && value.AsFloat() is var real && Math.Truncate(real) == real && real is >= long.MinValue and < long.MaxValue)
        {
            return (_integers ??= new()).TryAdd((long)real, Count, out number);
        }

        _others ??= new Dictionary<GraphValue, int>(ValueEquivalence.Instance);
        if (_others.TryGetValue(value, out number))
        {
            return false;
        }

        _others.Add(value, number = Count);
        return true;
    }
}
