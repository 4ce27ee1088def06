namespace Stemma.GraphQuery.Execution;

/// <summary>
/// Has garbage collected before the process holds much more than a run may. The collector by itself lets the old generations grow by about what they hold, and that is the whole graph.
/// Looks only after so many bytes were allocated, by whichever thread; a collection runs beside the process and stops nobody. For one run.
/// </summary>
/// <param name="maxBytes">What the run may hold.</param>
internal sealed class GarbageWatch(long maxBytes)
{
    /// <summary>Bytes allocated between two looks at the heap.</summary>
    private const long BytesBetweenLooks = 32L << 20;

    /// <summary>What a run may leave behind: less is not worth a collection.</summary>
    private const long Leavings = 64L << 20;

    private readonly long _start = GC.GetTotalAllocatedBytes(precise: false);
    private long _looked = GC.GetTotalAllocatedBytes(precise: false);

    /// <summary>Looks, from within the run, whether the heap has grown by a quarter of what the run may hold.</summary>
    public void Look()
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: false);
        if (allocated - _looked > BytesBetweenLooks)
        {
            _looked = allocated;
            CollectWhereGrown(maxBytes / 4);
        }
    }

    /// <summary>Looks, after the run, whether it has left much behind.</summary>
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

    /// <summary>Size of the heap after the last collection of all generations; 0 before the first.</summary>
    private static long SizeAfterLastCollection()
    {
        var (blocking, background) = (GC.GetGCMemoryInfo(GCKind.FullBlocking), GC.GetGCMemoryInfo(GCKind.Background));
        return (blocking.Index > background.Index ? blocking : background).HeapSizeBytes;
    }
}
