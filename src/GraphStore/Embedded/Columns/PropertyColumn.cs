using Stemma.GraphModel.Values;

namespace Stemma.GraphStore.Embedded.Columns;

/// <summary>One property of all nodes, or of all relationships, as loaded: which entities have it, and the values packed by slot. Immutable once built.</summary>
internal sealed class PropertyColumn(PresenceBitmap presence, ColumnValues values)
{
    /// <summary>Which entities have the property.</summary>
    public PresenceBitmap Presence { get; } = presence;

    /// <summary>The values by slot.</summary>
    public ColumnValues Values { get; } = values;

    /// <summary>Whether the entity has the property.</summary>
    public bool Has(int entity) => Presence.SlotOf(entity) >= 0;

    /// <summary>The entity's value, or the null value.</summary>
    public GraphValue Read(int entity)
    {
        var slot = Presence.SlotOf(entity);
        return slot < 0 ? GraphValue.Null : Values.Read(slot);
    }
}

/// <summary>Fills a column with values in ascending order of entities, in the narrowest form that holds them all.</summary>
internal sealed class PropertyColumnBuilder
{
    private readonly PresenceBitmap _presence = new();
    private ColumnValues? _values;

    /// <summary>Appends a value; entity numbers must ascend.</summary>
    public void Add(int entity, GraphValue value)
    {
        if (_values is null)
        {
            _values = ColumnValues.For(value);
        }
        else if (!_values.TryAdd(value))
        {
            _values = Reencode(_values);
            _values.TryAdd(value);
        }

        _presence.Add(entity);
    }

    /// <summary>Finishes the column; null if it has no values.</summary>
    public PropertyColumn? Build()
    {
        _presence.Seal();
        _values?.Trim();
        return _values is null ? null : new PropertyColumn(_presence, _values);
    }

    private EncodedValues Reencode(ColumnValues narrow)
    {
        var wide = new EncodedValues(new ValuePool(), new PackedIntegers());
        for (var slot = 0; slot < _presence.Count; slot++)
        {
            wide.TryAdd(narrow.Read(slot));
        }

        return wide;
    }
}
