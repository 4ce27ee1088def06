using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>Lines of the processor's caches.</summary>
internal static class CacheLines
{
    /// <summary>Bytes of a line; where a processor has longer ones, nothing but the time changes.</summary>
    public const int Bytes = 64;

    /// <summary>Asks for values, which are then in the nearest cache when they are read; does nothing where the processor knows no such request.</summary>
    /// <param name="first">The first of them; that the collector may move them meanwhile does no harm.</param>
    /// <param name="count">How many.</param>
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
