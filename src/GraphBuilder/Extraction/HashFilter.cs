using System.Numerics;
using System.Runtime.CompilerServices;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>
/// Bloom filter that rejects most hashes that are not in a table (Bloom 1970, "Space/time trade-offs in hash coding"): most words of a text begin no phrase. Both bits of a key are
/// in one 64-bit word, so that a query needs one load (blocked filters, Putze, Sanders and Singler 2007, "Cache-, hash- and space-efficient Bloom filters").
/// </summary>
/// <param name="keys">Expected number of keys; more raise the rate of false positives.</param>
internal sealed class HashFilter(int keys)
{
    private const int BitsAKey = 8;

    private readonly ulong[] _words = new ulong[Math.Max(1, BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, keys)) * BitsAKey / 64)];

    /// <summary>Adds a key.</summary>
    public void Add(ulong hash) => _words[Word(hash)] |= Bits(hash);

    /// <summary>False only for a hash that was not added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(ulong hash) => (Bits(hash) & ~_words[Word(hash)]) == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Word(ulong hash) => (int)(hash ^ (hash >> 32)) & (_words.Length - 1);

    private static ulong Bits(ulong hash) => (1UL << (int)(hash >> 40)) | (1UL << (int)(hash >> 50));
}
