using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>Hashes that identify features without strings (hashing trick, Weinberger et al. 2009); the mixers are those of MurmurHash3 (Appleby 2011).</summary>
internal static class FeatureHash
{
    /// <summary>Case-sensitive hash of a word.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var sign in text)
        {
            hash = (hash ^ sign) * 16777619u;
        }

        return Finish(hash);
    }

    /// <summary>Hash of a word in lower case.</summary>
    public static uint OfLower(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var sign in text)
        {
            hash = (hash ^ Lower(sign)) * 16777619u;
        }

        return Finish(hash);
    }

    /// <summary>Feature of a template and one value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint template, uint value) => Finish((value * 0x9E3779B1u) + (template * 0x27D4EB2Fu));

    /// <summary>Feature of a template and two values; order counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint template, uint first, uint second)
        => Finish((first * 0x9E3779B1u) ^ (BitOperations.RotateLeft(second * 0x85EBCA6Bu, 13) + (template * 0x27D4EB2Fu)));

    /// <summary>Feature of a template and three values; order counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint template, uint first, uint second, uint third)
        => Mix(template, first ^ BitOperations.RotateLeft(third * 0xCC9E2D51u, 7), second);

    /// <summary>Features of a template and one value each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Mix(uint template, Vector256<uint> values) => Finish((values * 0x9E3779B1u) + Vector256.Create(template * 0x27D4EB2Fu));

    /// <summary>Features of a template and three values each; with a third value of 0, the same as for two values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Mix(uint template, Vector256<uint> first, Vector256<uint> second, Vector256<uint> third)
        => Finish(((first ^ RotateLeft(third * 0xCC9E2D51u, 7)) * 0x9E3779B1u) ^ (RotateLeft(second * 0x85EBCA6Bu, 13) + Vector256.Create(template * 0x27D4EB2Fu)));

    private static char Lower(char sign) => char.IsAsciiLetterUpper(sign) ? (char)(sign | 0x20) : char.IsAscii(sign) ? sign : char.ToLowerInvariant(sign);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Finish(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Finish(Vector256<uint> hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> RotateLeft(Vector256<uint> values, int bits) => (values << bits) | (values >> (32 - bits));
}
