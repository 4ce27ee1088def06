namespace Stemma.GraphStore.Embedded.Columns;

/// <summary>A list whose items can be accessed by reference, and which can adopt an existing array.</summary>
/// <typeparam name="T">Item type.</typeparam>
internal sealed class GrowableArray<T>
    where T : unmanaged
{
    /// <summary>Up to this length a full array doubles; beyond it, it grows by a quarter, so that a large array does not take twice its size.</summary>
    private const int LargeLength = 1 << 22;

    private T[] _items;

    /// <summary>Creates an empty list.</summary>
    public GrowableArray() => _items = [];

    /// <summary>Adopts an array without copying it.</summary>
    public GrowableArray(T[] items)
    {
        _items = items;
        Count = items.Length;
    }

    /// <summary>Number of items.</summary>
    public int Count { get; private set; }

    /// <summary>The item at an index, by reference; valid until items are added.</summary>
    public ref T this[int index] => ref _items.AsSpan(0, Count)[index];

    /// <summary>All items; valid until the next change.</summary>
    public ReadOnlySpan<T> Items => _items.AsSpan(0, Count);

    /// <summary>Appends an item.</summary>
    public void Add(T item)
    {
        Reserve(Count + 1);
        _items[Count++] = item;
    }

    /// <summary>Appends a run of items.</summary>
    public void AddRange(ReadOnlySpan<T> items)
    {
        Reserve(checked(Count + items.Length));
        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
    }

    /// <summary>Inserts an item before <paramref name="index"/>.</summary>
    public void Insert(int index, T item)
    {
        Reserve(Count + 1);
        _items.AsSpan(index, Count - index).CopyTo(_items.AsSpan(index + 1));
        _items[index] = item;
        Count++;
    }

    /// <summary>Removes the item at <paramref name="index"/>.</summary>
    public void RemoveAt(int index)
    {
        _items.AsSpan(index + 1, Count - index - 1).CopyTo(_items.AsSpan(index));
        Count--;
    }

    /// <summary>Keeps the first <paramref name="count"/> items.</summary>
    public void Truncate(int count) => Count = count;

    /// <summary>Releases spare capacity if it is more than an eighth of the items: the copy is expensive when the array is most of the memory.</summary>
    public void Trim()
    {
        if (_items.Length - Count > Count / 8)
        {
            Array.Resize(ref _items, Count);
        }
    }

    private void Reserve(int count)
    {
        if (count > _items.Length)
        {
            var grown = _items.Length < LargeLength ? Math.Max(4, _items.Length * 2L) : _items.Length * 5L / 4;
            Array.Resize(ref _items, (int)Math.Min(Math.Max(count, grown), Array.MaxLength));
        }
    }
}
