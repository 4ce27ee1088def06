using System.Diagnostics;

namespace Stemma.GraphBuilder.Building;

/// <summary>Runs the stages of a build in order, times them and forwards their progress.</summary>
/// <param name="progress">Receives the progress.</param>
/// <param name="clock">Measures the times.</param>
internal sealed class StageMeter(IBuildProgress progress, TimeProvider clock)
{
    private readonly List<StageSummary> _stages = [];

    /// <summary>The completed stages, in order.</summary>
    public IReadOnlyList<StageSummary> Stages => _stages;

    /// <summary>The output of the last stage.</summary>
    public StageCount Last => _stages[^1].Out;

    /// <summary>Runs one stage.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="input">Its input.</param>
    /// <param name="total">Total amount of work, in the unit in which <paramref name="work"/> reports; 0 if unknown.</param>
    /// <param name="work">Does it.</param>
    /// <param name="output">Counts its output.</param>
    /// <param name="letsGo">Whether the stage releases its input and that input is large.</param>
    public T Run<T>(string name, StageCount input, long total, Func<IProgress<long>, T> work, Func<T, StageCount> output, bool letsGo = false)
    {
        var start = clock.GetTimestamp();
        T result;
        using (var stage = progress.Begin(name, total))
        {
            result = work(stage);
        }

        // The released input may be half of the heap. The collector would keep it until the next stage has doubled it, and would return free memory only over minutes.
        if (letsGo)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        using var process = Process.GetCurrentProcess();
        _stages.Add(new StageSummary(name, input, output(result), clock.GetElapsedTime(start), process.PeakWorkingSet64));
        return result;
    }
}
