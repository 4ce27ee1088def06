namespace Stemma.GraphQuery.Execution.Tables;

/// <summary>The memory that one operator holds, counted against the run's limit until it begins anew.</summary>
internal sealed class Holding
{
    private long _bytes;

    /// <summary>Counts bytes; throws where the run may not hold them.</summary>
    public void Add(RunContext context, long bytes)
    {
        _bytes += bytes;
        context.Limits.Hold(bytes);
    }

    /// <summary>Gives all bytes back.</summary>
    public void Release(RunContext context)
    {
        context.Limits.Release(_bytes);
        _bytes = 0;
    }
}
