using System.Buffers;
using System.Runtime.CompilerServices;

namespace Stemma.GraphQuery.Execution.Tables;

/// <summary>
/// Rents out the arrays of tables: the operating system clears fresh memory page by page, which took longer than the grouping itself, and large garbage is
/// collected late. Thread-safe.
/// </summary>
internal static class TableArrays
{
    /// <summary>Larger arrays are left to the garbage collector, so that no memory remains allocated after a large statement: twice the nodes of the largest graph measured.</summary>
    private const int MaxKeptBytes = 8 << 20;

    /// <summary>An array of at least this length, with arbitrary contents.</summary>
    public static T[] Lend<T>(int length) => (long)length * Unsafe.SizeOf<T>() > MaxKeptBytes ? new T[length] : ArrayPool<T>.Shared.Rent(length);

    /// <summary>An array of at least this length, cleared up to it.</summary>
    public static T[] LendCleared<T>(int length)
    {
        if ((long)length * Unsafe.SizeOf<T>() > MaxKeptBytes)
        {
            return new T[length];
        }

        var array = ArrayPool<T>.Shared.Rent(length);
        array.AsSpan(0, length).Clear();
        return array;
    }

    /// <summary>Takes back an array that is no longer read.</summary>
    public static void TakeBack<T>(T[] array)
    {
        if (array.Length > 0 && (long)array.Length * Unsafe.SizeOf<T>() <= MaxKeptBytes)
        {
            ArrayPool<T>.Shared.Return(array, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        }
    }
}
