using System.Numerics;
using Stemma.GraphBuilder.Extraction.Names;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>
/// Word embeddings trained on a large corpus (Mikolov et al. 2013, "Distributed representations of words"), with eight bits per dimension. The case of a word counts only if it is
/// coined, and all digits are alike. Unknown words share the vector of their letter pattern. Immutable and thread-safe.
/// </summary>
internal sealed class WordVectors
{
    /// <summary>Values are clipped at this many standard deviations.</summary>
    private const float Cut = 4;

    /// <summary>Value of one step of an 8-bit value.</summary>
    public const float Scale = Cut / sbyte.MaxValue;

    private const int LongestPattern = 8;

    private readonly uint[] _keys;
    private readonly (uint Key, int Word)[] _slots;
    private readonly int _mask;
    private readonly sbyte[] _values;

    /// <summary>Creates the table of vectors.</summary>
    /// <param name="dimensions">Length of a vector.</param>
    /// <param name="keys">Fingerprint of each word or pattern, the most frequent first.</param>
    /// <param name="values">One row per word.</param>
    public WordVectors(int dimensions, uint[] keys, sbyte[] values)
    {
        if (values.Length != dimensions * keys.Length)
        {
            throw new InvalidDataException($"{keys.Length} words of {dimensions} dimensions cannot have {values.Length} values");
        }

        Dimensions = dimensions;
        _keys = keys;
        _values = values;
        _slots = new (uint, int)[BitOperations.RoundUpToPowerOf2((uint)Math.Max(keys.Length + 1, keys.Length * 5 / 4))];
        _mask = _slots.Length - 1;
        Array.Fill(_slots, (0u, -1));
        for (var word = 0; word < keys.Length; word++)
        {
            var slot = Slot(keys[word]);
            if (_slots[slot].Word < 0)
            {
                _slots[slot] = (keys[word], word);
            }
        }
    }

    /// <summary>Length of a vector.</summary>
    public int Dimensions { get; }

    /// <summary>Number of words and patterns.</summary>
    public int Count => _keys.Length;

    /// <summary>Fingerprints, the most frequent word first.</summary>
    public ReadOnlySpan<uint> Keys => _keys;

    /// <summary>All vectors, one row per word.</summary>
    public ReadOnlySpan<sbyte> Values => _values;

    /// <summary>The vector of a word.</summary>
    public ReadOnlySpan<sbyte> this[int word] => _values.AsSpan(word * Dimensions, Dimensions);

    /// <summary>Index of a word, else of its letter pattern, else -1.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var found = _slots[Slot(KeyOf(word))].Word;
        return found >= 0 ? found : _slots[Slot(PatternOf(word))].Word;
    }

    /// <summary>Fingerprint of a word.</summary>
    public static uint KeyOf(ReadOnlySpan<char> word)
    {
        var coined = NameShapes.IsCoined(word);
        var hash = 14695981039346656037UL;
        foreach (var sign in word)
        {
            hash = (hash ^ (char.IsAsciiDigit(sign) ? '0' : coined ? sign : char.ToLowerInvariant(sign))) * 1099511628211UL;
        }

        return (uint)(hash ^ (hash >> 32));
    }

    /// <summary>Fingerprint of a word's letter pattern: capitals, small letters and digits, with runs longer than two as two, cut after eight.</summary>
    public static uint PatternOf(ReadOnlySpan<char> word)
    {
        var hash = 1469598103934665603UL;
        var (last, run, length) = ('\0', 0, 0);
        foreach (var sign in word)
        {
            var kind = char.IsUpper(sign) ? 'X' : char.IsLower(sign) ? 'x' : char.IsDigit(sign) ? 'd' : sign;
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2 && length++ < LongestPattern)
            {
                hash = (hash ^ kind) * 1099511628211UL;
            }
        }

        return (uint)(hash ^ (hash >> 32));
    }

    private int Slot(uint key)
    {
        var slot = (int)(key * 0x9E3779B1u >> 8) & _mask;
        while (_slots[slot].Word >= 0 && _slots[slot].Key != key)
        {
            slot = (slot + 1) & _mask;
        }

        return slot;
    }
}
