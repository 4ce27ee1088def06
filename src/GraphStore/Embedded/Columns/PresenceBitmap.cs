using System.Numerics;

namespace Stemma.GraphStore.Embedded.Columns;

/// <summary>
/// Which entities have a value, and at which slot of the packed values: one bit per entity and a running count per word (rank of Jacobson 1989), in all
/// 1.5 bits per entity, so that a column in which one entity in a hundred has a value costs little more than its values.
/// </summary>
internal sealed class PresenceBitmap
{
    private readonly GrowableArray<ulong> _words;
    private int[] _ranks = [];

    /// <summary>Creates an empty bitmap, to be filled by <see cref="Add"/> and finished by <see cref="Seal"/>.</summary>
    public PresenceBitmap() => _words = new GrowableArray<ulong>();

    /// <summary>Adopts an array with the layout of <see cref="Words"/>.</summary>
    public PresenceBitmap(ulong[] words)
    {
        _words = new GrowableArray<ulong>(words);
        Seal();
    }

    /// <summary>Number of entities with a value.</summary>
    public int Count { get; private set; }

    /// <summary>The bits; entity 0 is the lowest bit of the first word.</summary>
    public ReadOnlySpan<ulong> Words => _words.Items;

    /// <summary>Marks an entity as having a value; entities must be added in ascending order.</summary>
    public void Add(int entity)
    {
        var word = entity >> 6;
        while (_words.Count <= word)
        {
            _words.Add(0);
        }

        _words[word] |= 1UL << (entity & 63);
        Count++;
    }

    /// <summary>Counts the bits; required before <see cref="SlotOf"/>.</summary>
    public void Seal()
    {
        _words.Trim();
        _ranks = new int[_words.Count];
        Count = 0;
        for (var word = 0; word < _ranks.Length; word++)
        {
            _ranks[word] = Count;
            Count += BitOperations.PopCount(_words[word]);
        }
    }

    /// <summary>The slot of an entity's value, or −1.</summary>
    public int SlotOf(int entity)
    {
        var word = entity >> 6;
        var words = _words.Items;
        if ((uint)word >= (uint)words.Length)
        {
            return -1;
        }

        var bits = words[word];
        var bit = 1UL << (entity & 63);
        return (bits & bit) == 0 ? -1 : _ranks[word] + BitOperations.PopCount(bits & (bit - 1));
    }

    /// <summary>The entities with a value, ascending; the position in the sequence is the slot.</summary>
    public IEnumerable<int> Entities()
    {
        for (var word = 0; word < _words.Count; word++)
        {
            for (var bits = _words[word]; bits != 0; bits &= bits - 1)
            {
                yield return (word << 6) + BitOperations.TrailingZeroCount(bits);
            }
        }
    }
}
