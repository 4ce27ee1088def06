using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>Cache lines of the processor.</summary>
internal static class CacheLines
{
    /// <summary>Assumed bytes per line; on a processor with longer lines only the speed changes.</summary>
    public const int Bytes = 64;

    /// <summary>Prefetches values into the nearest cache; does nothing on processors without SSE.</summary>
    /// <param name="first">The first value; it is harmless if the garbage collector moves it meanwhile.</param>
    /// <param name="count">Number of values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch<T>(ref T first, int count)
        where T : unmanaged
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        for (var offset = 0; offset < count * Unsafe.SizeOf<T>(); offset += Bytes)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AddByteOffset(ref first, offset)));
        }
    }
}
