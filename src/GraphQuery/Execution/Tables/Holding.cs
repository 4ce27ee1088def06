namespace Stemma.GraphQuery.Execution.Tables;

/// <summary>The memory held by an operator, counted against the run's limit until the operator restarts.</summary>
internal sealed class Holding
{
    private long _bytes;

    /// <summary>Counts bytes; throws if they exceed the run's limit.</summary>
    public void Add(RunContext context, long bytes)
    {
        _bytes += bytes;
        context.Limits.Hold(bytes);
    }

    /// <summary>Releases all bytes.</summary>
    public void Release(RunContext context)
    {
        context.Limits.Release(_bytes);
        _bytes = 0;
    }
}
