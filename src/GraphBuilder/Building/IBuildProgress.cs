namespace Stemma.GraphBuilder.Building;

/// <summary>Receives the progress of a build. Calls for one stage may come from several threads.</summary>
public interface IBuildProgress
{
    /// <summary>Begins a stage, which ends when the result is disposed.</summary>
    /// <param name="stage">Its name.</param>
    /// <param name="total">Total amount of work, in the unit of the progress reports; 0 if unknown.</param>
    IStageProgress Begin(string stage, long total);
}

/// <summary>Progress of a stage; disposing ends it.</summary>
public interface IStageProgress : IProgress<long>, IDisposable;

/// <summary>Ignores all progress.</summary>
public sealed class NoProgress : IBuildProgress, IStageProgress
{
    private NoProgress()
    {
    }

    /// <summary>The only instance.</summary>
    public static NoProgress Instance { get; } = new();

    /// <inheritdoc/>
    public IStageProgress Begin(string stage, long total) => this;

    /// <inheritdoc/>
    public void Report(long value)
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
