using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Temporals;

namespace Stemma.GraphQuery.Functions;

/// <summary>What the functions of one statement can access besides their arguments. Not thread-safe.</summary>
/// <param name="graph">Graph of the nodes and relationships held by number.</param>
/// <param name="clock">Read once for the statement's time, and again for <c>realtime</c> functions.</param>
/// <param name="seed">Seed of the random numbers: the same statement with the same seed gets the same numbers.</param>
/// <param name="cancellationToken">Cancels functions that take long.</param>
public sealed class FunctionContext(IPropertyGraph graph, TimeProvider clock, int seed, CancellationToken cancellationToken)
{
    /// <summary>Graph of the nodes and relationships held by number.</summary>
    public IPropertyGraph Graph { get; } = graph;

    /// <summary>The time at which the statement started, in UTC; the same for every call.</summary>
    public DateTimeValue StatementTime { get; } = At(clock.GetUtcNow());

    /// <summary>Random numbers for this statement.</summary>
    public Random Random { get; } = new(seed);

    /// <summary>Cancels functions that take long.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The current time in UTC.</summary>
    public DateTimeValue Now() => At(clock.GetUtcNow());

    private static DateTimeValue At(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks - System.DateTime.UnixEpoch.Ticks;
        var (second, rest) = (Calendar.FloorDiv(ticks, TimeSpan.TicksPerSecond), Calendar.FloorMod(ticks, TimeSpan.TicksPerSecond));
        return Zoned.FromInstant(second, (int)(rest * TimeSpan.NanosecondsPerTick), 0, null);
    }
}
