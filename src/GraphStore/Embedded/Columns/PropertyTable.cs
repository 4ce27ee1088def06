using Stemma.GraphModel.Values;

namespace Stemma.GraphStore.Embedded.Columns;

/// <summary>All properties of nodes, or of relationships: by key, an immutable loaded column and the changes made since.</summary>
internal sealed class PropertyTable
{
    private Cell[] _cells;

    /// <summary>Creates the table from loaded columns, by key token; null for keys that no entity has.</summary>
    public PropertyTable(IReadOnlyList<PropertyColumn?> columns) => _cells = [.. columns.Select(column => new Cell(column))];

    /// <summary>One more than the highest key token seen.</summary>
    public int KeyCount => _cells.Length;

    /// <summary>The value, or the null value.</summary>
    public GraphValue Read(int entity, int key) => (uint)key < (uint)_cells.Length ? _cells[key].Read(entity) : GraphValue.Null;

    /// <summary>Sets a value, or removes it if <paramref name="value"/> is the null value; returns the previous value.</summary>
    public GraphValue Set(int entity, int key, GraphValue value)
    {
        if (key >= _cells.Length)
        {
            var known = _cells.Length;
            Array.Resize(ref _cells, key + 1);
            for (var added = known; added <= key; added++)
            {
                _cells[added] = new Cell(null);
            }
        }

        return _cells[key].Set(entity, value);
    }

    /// <summary>The keys that an entity has, ascending.</summary>
    public IReadOnlyList<int> KeysOf(int entity)
    {
        var keys = new List<int>();
        for (var key = 0; key < _cells.Length; key++)
        {
            if (_cells[key].Has(entity))
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    /// <summary>The column as loaded, or null.</summary>
    public PropertyColumn? LoadedColumn(int key) => key < _cells.Length ? _cells[key].Loaded : null;

    /// <summary>Whether the column may differ from what was loaded.</summary>
    public bool IsChanged(int key) => key < _cells.Length && _cells[key].Changes is { Count: > 0 };

    private sealed class Cell(PropertyColumn? loaded)
    {
        public PropertyColumn? Loaded { get; } = loaded;

        /// <summary>Values set since loading; the null value marks a loaded value as removed.</summary>
        public Dictionary<int, GraphValue>? Changes { get; private set; }

        public GraphValue Read(int entity)
        {
            if (Changes is not null && Changes.TryGetValue(entity, out var value))
            {
                return value;
            }

            return Loaded is null ? GraphValue.Null : Loaded.Read(entity);
        }

        public bool Has(int entity)
        {
            if (Changes is not null && Changes.TryGetValue(entity, out var value))
            {
                return !value.IsNull;
            }

            return Loaded is not null && Loaded.Has(entity);
        }

        public GraphValue Set(int entity, GraphValue value)
        {
            var before = Read(entity);
            Changes ??= [];
            if (value.IsNull && (Loaded is null || !Loaded.Has(entity)))
            {
                Changes.Remove(entity);
            }
            else
            {
                Changes[entity] = value;
            }

            return before;
        }
    }
}
