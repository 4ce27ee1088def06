using Stemma.GraphBuilder.Building;

namespace Stemma.GraphBuilder.Cli.Progress;

/// <summary>Reports the progress of a long stage as one line every ten seconds, for logs.</summary>
/// <param name="writer">Destination.</param>
/// <param name="clock">The time.</param>
internal sealed class LineProgress(TextWriter writer, TimeProvider clock) : IBuildProgress
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public IStageProgress Begin(string stage, long total) => new Lines(writer, clock, stage, total);

    private sealed class Lines(TextWriter writer, TimeProvider clock, string stage, long total) : IStageProgress
    {
        private readonly Lock _lock = new();
        private long _last = clock.GetTimestamp();
        private long _done;

        public void Report(long value)
        {
            lock (_lock)
            {
                _done += value;
                if (total > 0 && clock.GetElapsedTime(_last) >= Pause)
                {
                    _last = clock.GetTimestamp();
                    writer.WriteLine($"{stage}: {100 * _done / total} %");
                }
            }
        }

        public void Dispose()
        {
        }
    }
}
