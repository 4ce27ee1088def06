using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution;

/// <summary>Guards a run: operators call <see cref="Tick()"/> for each step and <see cref="Hold"/> for what they keep.</summary>
/// <param name="clock">Measures the time.</param>
/// <param name="timeout">From now on, or null.</param>
/// <param name="maxBytes">What may be held, or null.</param>
/// <param name="cancellationToken">Stops the run.</param>
internal sealed class RunLimits(TimeProvider clock, TimeSpan? timeout, long? maxBytes, CancellationToken cancellationToken)
{
    /// <summary>Steps between two looks at the clock; a step takes less than a microsecond, so that a look is due within two milliseconds.</summary>
    private const int StepsBetweenLooks = 2048;

    private readonly long _start = clock.GetTimestamp();
    private int _steps;
    private long _held;
    private readonly GarbageWatch? _garbage = maxBytes is { } bytes ? new GarbageWatch(bytes) : null;
    private Action? _ticker;

    /// <summary><see cref="Tick()"/>, for what is no part of the execution stage.</summary>
    public Action Ticker => _ticker ??= Tick;

    /// <summary>Counts a step, and now and then looks whether the run must end.</summary>
    public void Tick()
    {
        if (++_steps >= StepsBetweenLooks)
        {
            _steps = 0;
            Look();
        }
    }

    /// <summary>Counts several steps that are made at once.</summary>
    public void Tick(int steps)
    {
        if ((_steps += steps) >= StepsBetweenLooks)
        {
            _steps = 0;
            Look();
        }
    }

    /// <summary>Looks whether the run must end.</summary>
    public void Look()
    {
        cancellationToken.ThrowIfCancellationRequested();
        _garbage?.Look();
        if (timeout is { } limit && clock.GetElapsedTime(_start) > limit)
        {
            throw new CypherException(CypherErrorType.TimeoutError, CypherPhase.Runtime, "TimeLimit", $"The query took longer than {limit.TotalSeconds:0.###} s.");
        }
    }

    /// <summary>Has what a large run left behind collected, once nobody reads from it any more.</summary>
    public void End() => _garbage?.End();

    /// <summary>Counts bytes that are kept until the run ends.</summary>
    public void Hold(long bytes)
    {
        RequireRoom(bytes);
        _held += bytes;
    }

    /// <summary>Throws where bytes cannot be taken beside what is kept: for a value that is about to be made.</summary>
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

    /// <summary>Bytes that a kept row takes, roughly; strings and lists are counted as if nothing else held them, computed lists as what they are.</summary>
    public static long SizeOf(ReadOnlySpan<GraphValue> row)
    {
        long bytes = 24;
        foreach (var value in row)
        {
            bytes += ValueSize.Of(value);
        }

        return bytes;
    }

    /// <summary>Bytes that a list takes.</summary>
    public static long SizeOfList(long count) => 32 + (16 * count);

    /// <summary>Bytes that a value takes once it is written out, as a result is: computed lists at their full length.</summary>
    public static long SizeOfWhole(GraphValue value) => value.Kind switch
    {
        GraphValueKind.List when value.AsList() is IntegerRange range => 16L * range.Count,
        GraphValueKind.List => value.AsList().Sum(SizeOfWhole),
        GraphValueKind.Map => value.AsMap().Values.Sum(SizeOfWhole),
        _ => ValueSize.Of(value),
    };
}
