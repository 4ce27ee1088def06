namespace Stemma.GraphQuery.Execution.Tables;

/// <summary>A list on an array of <see cref="TableArrays"/>. For one thread.</summary>
internal sealed class LentList<T>
{
    private const int FirstLength = 16;
    private T[] _items = [];

    /// <summary>Number of items.</summary>
    public int Count { get; private set; }

    /// <summary>An item by its place.</summary>
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

    /// <summary>Appends several.</summary>
    public void AddRange(ReadOnlySpan<T> items)
    {
        if (Count + items.Length > _items.Length)
        {
            Grow(Count + items.Length);
        }

        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
    }

    /// <summary>Forgets all items and gives the array back; the list can be filled again.</summary>
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
