using System.Collections;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Counts of numbers, in order of first occurrence. Of hundreds of thousands of tallies nearly all have one or two entries, so they are arrays, a tenth of the size of a dictionary;
/// a long one gets a dictionary as an index.
/// </summary>
internal sealed class Tally : IEnumerable<KeyValuePair<int, int>>
{
    /// <summary>Number of entries up to which a linear search is no slower than hashing.</summary>
    private const int SearchedInTurn = 16;

    private KeyValuePair<int, int>[] _entries = [];
    private Dictionary<int, int>? _places;

    /// <summary>Number of distinct numbers.</summary>
    public int Count { get; private set; }

    /// <summary>Adds one to the count of a number.</summary>
    public void Add(int number)
    {
        var place = PlaceOf(number);
        if (place >= 0)
        {
            _entries[place] = new(number, _entries[place].Value + 1);
            return;
        }

        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(1, Count * 2));
        }

        _entries[Count] = new(number, 1);
        _places?.Add(number, Count);
        Count++;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<int, int>> GetEnumerator() => ((IEnumerable<KeyValuePair<int, int>>)new ArraySegment<KeyValuePair<int, int>>(_entries, 0, Count)).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PlaceOf(int number)
    {
        if (Count > SearchedInTurn)
        {
            _places ??= Enumerable.Range(0, Count).ToDictionary(place => _entries[place].Key);
            return _places.GetValueOrDefault(number, -1);
        }

        for (var place = 0; place < Count; place++)
        {
            if (_entries[place].Key == number)
            {
                return place;
            }
        }

        return -1;
    }
}
