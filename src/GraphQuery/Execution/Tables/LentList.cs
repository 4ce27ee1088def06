namespace Stemma.GraphQuery.Execution.Tables;

/// <summary>A list in a rented array of <see cref="TableArrays"/>. Not thread-safe.</summary>
internal sealed class LentList<T>
{
    private const int FirstLength = 16;
    private T[] _items = [];

    /// <summary>Number of items.</summary>
    public int Count { get; private set; }

    /// <summary>An item by index.</summary>
    public ref T this[int index] => ref _items[index];

    /// <summary>Appends an item.</summary>
    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Grow(Count + 1);
        }

        _items[Count++] = item;
    }

    /// <summary>Appends several items.</summary>
    public void AddRange(ReadOnlySpan<T> items)
    {
        if (Count + items.Length > _items.Length)
        {
            Grow(Count + items.Length);
        }

        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
    }

    /// <summary>Removes all items and returns the array; the list can be reused.</summary>
    public void Clear()
    {
        TableArrays.TakeBack(_items);
        (_items, Count) = ([], 0);
    }

    private void Grow(int needed)
    {
        var grown = TableArrays.Lend<T>((int)Math.Min(Math.Max(Math.Max(needed, FirstLength), Count * 2L), Array.MaxLength));
        _items.AsSpan(0, Count).CopyTo(grown);
        TableArrays.TakeBack(_items);
        _items = grown;
    }
}
