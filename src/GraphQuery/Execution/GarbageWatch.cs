namespace Stemma.GraphQuery.Execution;

/// <summary>
/// Starts a garbage collection before the process holds much more than a run may. Left alone, the collector lets the old generations grow by about their size,
/// which includes the whole graph. Checks only after a number of bytes has been allocated, by any thread; the collection runs in the background and blocks no thread.
/// For one run.
/// </summary>
/// <param name="maxBytes">Memory limit of the run.</param>
internal sealed class GarbageWatch(long maxBytes)
{
    /// <summary>Bytes allocated between two checks of the heap.</summary>
    private const long BytesBetweenLooks = 32L << 20;

    /// <summary>Garbage that a run may leave behind; less is not worth a collection.</summary>
    private const long Leavings = 64L << 20;

    private readonly long _start = GC.GetTotalAllocatedBytes(precise: false);
    private long _looked = GC.GetTotalAllocatedBytes(precise: false);

    /// <summary>Called during the run: collects if the heap grew by a quarter of the limit.</summary>
    public void Look()
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: false);
        if (allocated - _looked > BytesBetweenLooks)
        {
            _looked = allocated;
            CollectWhereGrown(maxBytes / 4);
        }
    }

    /// <summary>Called after the run: collects if it left much garbage.</summary>
    public void End()
    {
        if (GC.GetTotalAllocatedBytes(precise: false) - _start > Leavings)
        {
            CollectWhereGrown(Leavings);
        }
    }

    private static void CollectWhereGrown(long bytes)
    {
        if (GC.GetTotalMemory(forceFullCollection: false) - SizeAfterLastCollection() > bytes)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        }
    }

    /// <summary>Heap size after the last full collection; 0 before the first.</summary>
    private static long SizeAfterLastCollection()
    {
        var (blocking, background) = (GC.GetGCMemoryInfo(GCKind.FullBlocking), GC.GetGCMemoryInfo(GCKind.Background));
        return (blocking.Index > background.Index ? blocking : background).HeapSizeBytes;
    }
}
