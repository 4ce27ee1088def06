using System.Runtime.InteropServices;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Tables;

/// <summary>
/// Numbers values from 0 in order of first occurrence; equivalent values (<see cref="ValueEquivalence"/>) have the same number. Entities and integers are looked up without
/// allocation; a float with an integral value is looked up as that integer.
/// </summary>
/// <param name="nodeCapacity">Exclusive upper bound of node numbers.</param>
internal sealed class ValueNumbers(int nodeCapacity)
{
    private NumberTable? _nodes;
    private NumberTable? _relationships;
    private NumberTable? _integers;
    private Dictionary<string, int>? _texts;
    private Dictionary<GraphValue, int>? _others;

    /// <summary>Number of distinct values.</summary>
    public int Count { get; private set; }

    /// <summary>Numbers a value; returns true if it is new.</summary>
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

    /// <summary>The number of a value, or −1.</summary>
    public int Find(GraphValue value) => value.IsNodeReference ? _nodes?.Find(value.AsNodeReference()) ?? -1
        : value.IsInteger ? _integers?.Find(value.AsInteger()) ?? -1
        : value.IsRelationshipReference ? _relationships?.Find(value.AsRelationshipReference()) ?? -1
        : value.IsString ? _texts is not null && _texts.TryGetValue(value.AsString(), out var text) ? text : -1
        : IsIntegral(value, out var integer) ? _integers?.Find(integer) ?? -1
        : _others is not null && _others.TryGetValue(value, out var other) ? other : -1;

    /// <summary>Removes all values.</summary>
    public void Clear()
    {
        _nodes?.Clear();
        _relationships?.Clear();
        _integers?.Clear();
        _texts?.Clear();
        _others?.Clear();
        Count = 0;
    }

    /// <summary>Whether a float is exactly a 64-bit integer.</summary>
    private static bool IsIntegral(GraphValue value, out long integer)
    {
        var real = value.IsFloat ? value.AsFloat() : double.NaN;
        var isIntegral = Math.Truncate(real) == real && real is >= long.MinValue and < long.MaxValue;
        integer = isIntegral ? (long)real : 0;
        return isIntegral;
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
        if (IsIntegral(value, out var integer))
        {
            return (_integers ??= new()).TryAdd(integer, Count, out number);
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
