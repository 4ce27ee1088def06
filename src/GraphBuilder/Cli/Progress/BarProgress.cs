using Spectre.Console;
using Stemma.GraphBuilder.Building;

namespace Stemma.GraphBuilder.Cli.Progress;

/// <summary>One progress bar per stage; indeterminate for a stage of unknown length.</summary>
/// <param name="context">The bars.</param>
internal sealed class BarProgress(ProgressContext context) : IBuildProgress
{
    /// <inheritdoc/>
    public IStageProgress Begin(string stage, long total) => new Bar(context.AddTask(stage, maxValue: Math.Max(total, 1)), total == 0);

    private sealed class Bar : IStageProgress
    {
        private readonly ProgressTask _task;

        public Bar(ProgressTask task, bool unknown)
        {
            _task = task;
            _task.IsIndeterminate = unknown;
        }

        public void Report(long value)
        {
            lock (_task)
            {
                _task.Increment(value);
            }
        }

        public void Dispose()
        {
            _task.IsIndeterminate = false;
            _task.Value = _task.MaxValue;
            _task.StopTask();
        }
    }
}
