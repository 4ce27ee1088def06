using System.Numerics;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>Tells at once for most hashes that they are not in a table (Bloom 1970, "Space/time trade-offs in hash coding", with one bit a key): most words of a text begin no phrase.</summary>
/// <param name="keys">How many keys there may be; more make it less telling.</param>
internal sealed class HashFilter(int keys)
{
    private const int BitsAKey = 8;

    private readonly ulong[] _bits = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, keys)) * BitsAKey / 64 + 1];
    private readonly uint _mask = (BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, keys)) * BitsAKey) - 1;

    /// <summary>Adds a key.</summary>
    public void Add(ulong hash)
    {
        var bit = Bit(hash);
        _bits[bit / 64] |= 1UL << (int)(bit % 64);
    }

    /// <summary>False for a hash that was not added.</summary>
    public bool MayHold(ulong hash)
    {
        var bit = Bit(hash);
        return (_bits[bit / 64] & (1UL << (int)(bit % 64))) != 0;
    }

    private uint Bit(ulong hash) => (uint)(hash ^ (hash >> 32)) & _mask;
}
