using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution;

/// <summary>Enforces the limits of a run: operators call <see cref="Tick()"/> for each step and <see cref="Hold"/> for kept memory.</summary>
/// <param name="clock">Time source.</param>
/// <param name="timeout">Time limit from now on, or null.</param>
/// <param name="maxBytes">Memory limit, or null.</param>
/// <param name="cancellationToken">Cancels the run.</param>
internal sealed class RunLimits(TimeProvider clock, TimeSpan? timeout, long? maxBytes, CancellationToken cancellationToken)
{
    /// <summary>Steps between two checks of the clock; a step takes less than a microsecond, so that a check is due within two milliseconds.</summary>
    private const int StepsBetweenLooks = 2048;

    private readonly long _start = clock.GetTimestamp();
    private int _steps;
    private long _held;
    private readonly GarbageWatch? _garbage = maxBytes is { } bytes ? new GarbageWatch(bytes) : null;
    private Action? _ticker;

    /// <summary><see cref="Tick()"/> as a delegate, for code outside the execution stage.</summary>
    public Action Ticker => _ticker ??= Tick;

    /// <summary>Counts a step and periodically checks whether the run must stop.</summary>
    public void Tick()
    {
        if (++_steps >= StepsBetweenLooks)
        {
            _steps = 0;
            Look();
        }
    }

    /// <summary>Counts several steps at once.</summary>
    public void Tick(int steps)
    {
        if ((_steps += steps) >= StepsBetweenLooks)
        {
            _steps = 0;
            Look();
        }
    }

    /// <summary>Throws if the run must stop.</summary>
    public void Look()
    {
        cancellationToken.ThrowIfCancellationRequested();
        _garbage?.Look();
        if (timeout is { } limit && clock.GetElapsedTime(_start) > limit)
        {
            throw new CypherException(CypherErrorType.TimeoutError, CypherPhase.Runtime, "TimeLimit", $"The query took longer than {limit.TotalSeconds:0.###} s.");
        }
    }

    /// <summary>Collects the garbage of a large run, once its rows are no longer read.</summary>
    public void End() => _garbage?.End();

    /// <summary>Counts bytes that are kept until they are released.</summary>
    public void Hold(long bytes)
    {
        RequireRoom(bytes);
        _held += bytes;
    }

    /// <summary>Throws if bytes for a value about to be created would exceed the limit.</summary>
    public void RequireRoom(long bytes)
    {
        if (_held + bytes > maxBytes)
        {
            throw new CypherException(
                CypherErrorType.MemoryLimitError,
                CypherPhase.Runtime,
                "MemoryLimit",
                $"The query holds more than {maxBytes / (1024.0 * 1024.0):0.#} MB: return less, or use LIMIT before collecting or sorting.");
        }
    }

    /// <summary>Counts bytes that are no longer kept.</summary>
    public void Release(long bytes) => _held -= bytes;

    /// <summary>Approximate bytes of a kept row; strings and lists are counted as if not shared, computed lists without their elements.</summary>
    public static long SizeOf(ReadOnlySpan<GraphValue> row)
    {
        long bytes = 24;
        foreach (var value in row)
        {
            bytes += ValueSize.Of(value);
        }

        return bytes;
    }

    /// <summary>Bytes of a list.</summary>
    public static long SizeOfList(long count) => 32 + (16 * count);

    /// <summary>Bytes of a value once it is materialised in a result: computed lists at their full length.</summary>
    public static long SizeOfWhole(GraphValue value) => value.Kind switch
    {
        GraphValueKind.List when value.AsList() is IntegerRange range => 16L * range.Count,
        GraphValueKind.List => value.AsList().Sum(SizeOfWhole),
        GraphValueKind.Map => value.AsMap().Values.Sum(SizeOfWhole),
        _ => ValueSize.Of(value),
    };
}
