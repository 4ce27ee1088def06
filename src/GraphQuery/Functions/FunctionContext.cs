using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Temporals;

namespace Stemma.GraphQuery.Functions;

/// <summary>What functions of one statement may look at beside their arguments. Not safe for threads.</summary>
/// <param name="graph">Where nodes and relationships held by number live.</param>
/// <param name="clock">Gives the statement's instant once, and later ones to <c>realtime</c> functions.</param>
/// <param name="seed">Starts the random numbers: the same seed gives the same statement the same numbers.</param>
/// <param name="cancellationToken">Stops functions that take long.</param>
public sealed class FunctionContext(IPropertyGraph graph, TimeProvider clock, int seed, CancellationToken cancellationToken)
{
    /// <summary>Where nodes and relationships held by number live.</summary>
    public IPropertyGraph Graph { get; } = graph;

    /// <summary>The instant at which the statement began, in UTC; the same for every call.</summary>
    public DateTimeValue StatementTime { get; } = At(clock.GetUtcNow());

    /// <summary>Random numbers of this statement.</summary>
    public Random Random { get; } = new(seed);

    /// <summary>Stops functions that take long.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The instant now, in UTC.</summary>
    public DateTimeValue Now() => At(clock.GetUtcNow());

    private static DateTimeValue At(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks - System.DateTime.UnixEpoch.Ticks;
        var (second, rest) = (Calendar.FloorDiv(ticks, TimeSpan.TicksPerSecond), Calendar.FloorMod(ticks, TimeSpan.TicksPerSecond));
        return Zoned.FromInstant(second, (int)(rest * TimeSpan.NanosecondsPerTick), 0, null);
    }
}
