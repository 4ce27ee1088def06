using System.Diagnostics;

namespace Stemma.GraphBuilder.Building;

/// <summary>Runs the stages of a build one after the other, times them and passes on how far they are.</summary>
/// <param name="progress">Who is told.</param>
/// <param name="clock">For the times.</param>
internal sealed class StageMeter(IBuildProgress progress, TimeProvider clock)
{
    private readonly List<StageSummary> _stages = [];

    /// <summary>The stages that ended, in order.</summary>
    public IReadOnlyList<StageSummary> Stages => _stages;

    /// <summary>What the last stage made.</summary>
    public StageCount Last => _stages[^1].Out;

    /// <summary>Runs one stage.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="input">What it takes.</param>
    /// <param name="total">How much there is to do, in the unit in which <paramref name="work"/> reports; 0 where unknown.</param>
    /// <param name="work">Does it.</param>
    /// <param name="output">Counts what it made.</param>
    /// <param name="letsGo">Whether what it took is let go of and weighs much.</param>
    public T Run<T>(string name, StageCount input, long total, Func<IProgress<long>, T> work, Func<T, StageCount> output, bool letsGo = false)
    {
        var start = clock.GetTimestamp();
        T result;
        using (var stage = progress.Begin(name, total))
        {
            result = work(stage);
        }

        // It may be half of the heap. The collector would leave it there until the next stage had doubled it, and give free memory back only in the course of minutes.
        if (letsGo)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        using var process = Process.GetCurrentProcess();
        _stages.Add(new StageSummary(name, input, output(result), clock.GetElapsedTime(start), process.PeakWorkingSet64));
        return result;
    }
}
