using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>
/// Values of a table that begin on a line of the cache, so that no vector load of a row of whole vectors touches two lines. They are never moved. Large tables ask Linux for large pages
/// (<c>madvise(2)</c>, <c>MADV_HUGEPAGE</c>): rows are read at random, and each would need a page of its own to be looked up.
/// </summary>
/// <typeparam name="T">A number.</typeparam>
internal sealed class LineArray<T>
    where T : unmanaged
{
    private const int Line = 64;

    private readonly T[] _values;
    private readonly int _first;
    private readonly int _length;

    /// <summary>Makes room for zeros.</summary>
    public LineArray(int length)
    {
        _values = GC.AllocateArray<T>(length + (Line / Unsafe.SizeOf<T>()), pinned: true);
        _length = length;
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(_values, 0);
        _first = (int)(Line - (address % Line)) % Line / Unsafe.SizeOf<T>();
        LargePages.Advise(address, (long)length * Unsafe.SizeOf<T>());
    }

    /// <summary>The values.</summary>
    public Span<T> Span => _values.AsSpan(_first, _length);

    /// <summary>The first value.</summary>
    public ref T First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), _first);

    /// <summary>Asks for a row, which is then in the nearest cache when it is read; does nothing where the processor knows no such request.</summary>
    /// <param name="at">Its first value.</param>
    /// <param name="count">Its length.</param>
    public unsafe void Prefetch(int at, int count)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        for (var offset = 0; offset < count * Unsafe.SizeOf<T>(); offset += Line)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AddByteOffset(ref Unsafe.Add(ref First, at), offset)));
        }
    }

    /// <summary>A copy of values.</summary>
    public static LineArray<T> Of(ReadOnlySpan<T> values)
    {
        var array = new LineArray<T>(values.Length);
        values.CopyTo(array.Span);
        return array;
    }
}
