using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>
/// An array that begins on a cache line, so that no vector load within a row of whole vectors crosses two lines. It is pinned. Large tables request large pages from Linux
/// (<c>madvise(2)</c>, <c>MADV_HUGEPAGE</c>), because rows are read at random and each would otherwise need the look-up of a page of its own.
/// </summary>
/// <typeparam name="T">A numeric type.</typeparam>
internal sealed class LineArray<T>
    where T : unmanaged
{
    private readonly T[] _values;
    private readonly int _first;
    private readonly int _length;

    /// <summary>Creates an array of zeros.</summary>
    public LineArray(int length)
    {
        _values = GC.AllocateArray<T>(length + (CacheLines.Bytes / Unsafe.SizeOf<T>()), pinned: true);
        _length = length;
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(_values, 0);
        _first = (int)(CacheLines.Bytes - (address % CacheLines.Bytes)) % CacheLines.Bytes / Unsafe.SizeOf<T>();
        LargePages.Advise(address, (long)length * Unsafe.SizeOf<T>());
    }

    /// <summary>The values.</summary>
    public Span<T> Span => _values.AsSpan(_first, _length);

    /// <summary>The first value.</summary>
    public ref T First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), _first);

    /// <summary>Prefetches a row, see <see cref="CacheLines.Prefetch"/>.</summary>
    /// <param name="at">Index of its first value.</param>
    /// <param name="count">Its length.</param>
    public void Prefetch(int at, int count) => CacheLines.Prefetch(ref Unsafe.Add(ref First, at), count);

    /// <summary>Creates a copy of values.</summary>
    public static LineArray<T> Of(ReadOnlySpan<T> values)
    {
        var array = new LineArray<T>(values.Length);
        values.CopyTo(array.Span);
        return array;
    }
}
