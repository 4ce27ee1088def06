using System.Buffers;
using System.Runtime.CompilerServices;

namespace Stemma.GraphQuery.Execution.Tables;

/// <summary>
/// Lends the arrays of tables, and takes them back: fresh memory has to be cleared by the system page by page, which took longer than grouping what lay in it, and large garbage is
/// collected late. Safe for many threads.
/// </summary>
internal static class TableArrays
{
    /// <summary>Larger arrays are left to the collector, so that a statement that filled its memory leaves none of it behind: twice the nodes of the largest graph that was measured.</summary>
    private const int MaxKeptBytes = 8 << 20;

    /// <summary>An array of at least this length, with anything in it.</summary>
    public static T[] Lend<T>(int length) => (long)length * Unsafe.SizeOf<T>() > MaxKeptBytes ? new T[length] : ArrayPool<T>.Shared.Rent(length);

    /// <summary>An array of at least this length, of which so much is cleared.</summary>
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

    /// <summary>Takes an array back that nobody reads from any more.</summary>
    public static void TakeBack<T>(T[] array)
    {
        if (array.Length > 0 && (long)array.Length * Unsafe.SizeOf<T>() <= MaxKeptBytes)
        {
            ArrayPool<T>.Shared.Return(array, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        }
    }
}
