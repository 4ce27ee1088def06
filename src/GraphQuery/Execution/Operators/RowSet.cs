using System.Diagnostics.CodeAnalysis;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Compares rows by Cypher's equivalence, value by value; a row can be looked up from a span without being copied.</summary>
internal sealed class RowEquivalence : IEqualityComparer<GraphValue[]>, IAlternateEqualityComparer<ReadOnlySpan<GraphValue>, GraphValue[]>
{
    private static readonly ValueEquivalence Values = ValueEquivalence.Instance;

    /// <summary>The only one.</summary>
    public static RowEquivalence Instance { get; } = new();

    public bool Equals(GraphValue[]? x, GraphValue[]? y) => Equals(x.AsSpan(), y!);

    public int GetHashCode([DisallowNull] GraphValue[] obj) => GetHashCode(obj.AsSpan());

    public bool Equals(ReadOnlySpan<GraphValue> alternate, GraphValue[] other)
    {
        for (var i = 0; i < other.Length; i++)
        {
            if (!Values.Equals(alternate[i], other[i]))
            {
                return false;
            }
        }

        return true;
    }

    public int GetHashCode(ReadOnlySpan<GraphValue> alternate)
    {
        var hash = new HashCode();
        foreach (var value in alternate)
        {
            hash.Add(Values.GetHashCode(value));
        }

        return hash.ToHashCode();
    }

    public GraphValue[] Create(ReadOnlySpan<GraphValue> alternate) => alternate.ToArray();
}

/// <summary>Rows that differ in the slots.</summary>
internal sealed class DistinctOperator(Operator input, int[] slots) : InputOperator(input)
{
    private readonly HashSet<GraphValue[]> _seen = new(RowEquivalence.Instance);
    private readonly GraphValue[] _row = new GraphValue[slots.Length];
    private long _held;

    public override void Open(RunContext context)
    {
        base.Open(context);
        context.Limits.Release(_held);
        _held = 0;
        _seen.Clear();
    }

    public override bool Next(RunContext context)
    {
        var seen = _seen.GetAlternateLookup<ReadOnlySpan<GraphValue>>();
        while (Input.Next(context))
        {
            context.Limits.Tick();
            for (var i = 0; i < slots.Length; i++)
            {
                _row[i] = context.Row[slots[i]];
            }

            if (seen.Add(_row))
            {
                var bytes = RunLimits.SizeOf(_row) + 16;
                context.Limits.Hold(bytes);
                _held += bytes;
                return true;
            }
        }

        return false;
    }
}
