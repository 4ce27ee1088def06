using System.Collections;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Counts of numbers, in the order in which they were first met. Of hundreds of thousands of tallies nearly all have one entry or two, so an array holds them, a tenth of what a dictionary takes;
/// a long one gets a dictionary to find its places by.
/// </summary>
internal sealed class Tally : IEnumerable<KeyValuePair<int, int>>
{
    /// <summary>Entries up to which looking at each is no slower than hashing.</summary>
    private const int SearchedInTurn = 16;

    private KeyValuePair<int, int>[] _entries = [];
    private Dictionary<int, int>? _places;

    /// <summary>Number of different numbers.</summary>
    public int Count { get; private set; }

    /// <summary>Counts one more of a number.</summary>
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
