using Stemma.GraphModel.Values;

namespace Stemma.GraphStore.Embedded.Columns;

/// <summary>
/// The values of one property, packed by slot. Filled by <see cref="TryAdd"/>, then read by any number of threads. A code is a 64-bit key that two slots
/// share exactly when their values are identical.
/// </summary>
internal abstract class ColumnValues
{
    /// <summary>Pools with at most this many values keep all of them decoded, because names of rules, fields and units repeat a million times.</summary>
    protected const int DecodedPoolLimit = 4096;

    /// <summary>Appends a value; returns false and does nothing if the column cannot hold its kind.</summary>
    public abstract bool TryAdd(GraphValue value);

    /// <summary>The value at a slot.</summary>
    public abstract GraphValue Read(int slot);

    /// <summary>The code at a slot.</summary>
    public abstract long CodeAt(int slot);

    /// <summary>The code of a value; false means that no slot holds exactly this value.</summary>
    public abstract bool TryFindCode(GraphValue value, out long code);

    /// <summary>Releases spare capacity once all values have been added.</summary>
    public abstract void Trim();

    /// <summary>The narrowest column that can hold a value, with that value added.</summary>
    public static ColumnValues For(GraphValue first)
    {
        ColumnValues values = first.Kind switch
        {
            GraphValueKind.Integer => new IntegerValues(new PackedIntegers()),
            GraphValueKind.Float => new FloatValues(),
            GraphValueKind.String when TextValues.CanHold(first.AsString()) => new TextValues(new ValuePool(), new PackedIntegers()),
            _ => new EncodedValues(new ValuePool(), new PackedIntegers()),
        };
        values.TryAdd(first);
        return values;
    }
}

/// <summary>Integers; the value is its own code.</summary>
internal sealed class IntegerValues(PackedIntegers packed) : ColumnValues
{
    /// <summary>The integers by slot.</summary>
    public PackedIntegers Packed { get; } = packed;

    /// <inheritdoc/>
    public override bool TryAdd(GraphValue value)
    {
        if (!value.IsInteger)
        {
            return false;
        }

        Packed.Add(value.AsInteger());
        return true;
    }

    /// <inheritdoc/>
    public override GraphValue Read(int slot) => GraphValue.From(Packed[slot]);

    /// <inheritdoc/>
    public override long CodeAt(int slot) => Packed[slot];

    /// <inheritdoc/>
    public override bool TryFindCode(GraphValue value, out long code)
    {
        code = value.IsInteger ? value.AsInteger() : 0;
        return value.IsInteger;
    }

    /// <inheritdoc/>
    public override void Trim() => Packed.Trim();
}

/// <summary>Floats: a table of distinct values with an index into it per slot, or, beyond 65,536 distinct values, the floats themselves. The code is the bit pattern.</summary>
internal sealed class FloatValues : ColumnValues
{
    private const int DistinctLimit = 65_536;
    private readonly GrowableArray<double> _table;
    private Dictionary<long, int>? _numbers = [];

    /// <summary>Creates an empty column.</summary>
    public FloatValues()
    {
        _table = new GrowableArray<double>();
        Numbers = new PackedIntegers();
    }

    /// <summary>Creates a column from stored arrays.</summary>
    /// <param name="table">Distinct floats, or, if <paramref name="numbers"/> is null, the floats by slot.</param>
    /// <param name="numbers">Index into the table by slot, or null.</param>
    public FloatValues(double[] table, PackedIntegers? numbers)
    {
        _table = new GrowableArray<double>(table);
        Numbers = numbers;
    }

    /// <summary>Distinct floats, or, if <see cref="Numbers"/> is null, the floats by slot.</summary>
    public ReadOnlySpan<double> Table => _table.Items;

    /// <summary>Index into the table by slot, or null.</summary>
    public PackedIntegers? Numbers { get; private set; }

    /// <inheritdoc/>
    public override bool TryAdd(GraphValue value)
    {
        if (!value.IsFloat)
        {
            return false;
        }

        var number = value.AsFloat();
        if (Numbers is { } numbers && _numbers!.Count >= DistinctLimit && !_numbers.ContainsKey(BitConverter.DoubleToInt64Bits(number)))
        {
            Unfold(numbers);
        }

        AddFloat(number);
        return true;
    }

    /// <inheritdoc/>
    public override GraphValue Read(int slot) => GraphValue.From(FloatAt(slot));

    /// <inheritdoc/>
    public override long CodeAt(int slot) => BitConverter.DoubleToInt64Bits(FloatAt(slot));

    /// <inheritdoc/>
    public override bool TryFindCode(GraphValue value, out long code)
    {
        code = value.IsFloat ? BitConverter.DoubleToInt64Bits(value.AsFloat()) : 0;
        return value.IsFloat;
    }

    /// <inheritdoc/>
    public override void Trim()
    {
        _table.Trim();
        Numbers?.Trim();
        _numbers = null;
    }

    private double FloatAt(int slot) => _table.Items[Numbers is null ? slot : (int)Numbers[slot]];

    private void AddFloat(double number)
    {
        if (Numbers is null)
        {
            _table.Add(number);
            return;
        }

        var bits = BitConverter.DoubleToInt64Bits(number);
        if (!_numbers!.TryGetValue(bits, out var place))
        {
            place = _numbers[bits] = _table.Count;
            _table.Add(number);
        }

        Numbers.Add(place);
    }

    private void Unfold(PackedIntegers numbers)
    {
        var distinct = _table.Items.ToArray();
        _table.Truncate(0);
        for (var slot = 0; slot < numbers.Count; slot++)
        {
            _table.Add(distinct[numbers[slot]]);
        }

        Numbers = null;
        _numbers = null;
    }
}
