namespace Stemma.GraphBuilder.Building;

/// <summary>Is told how far a build is. Calls for one stage may come from several threads.</summary>
public interface IBuildProgress
{
    /// <summary>A stage begins; it ends when the result is disposed.</summary>
    /// <param name="stage">Its name.</param>
    /// <param name="total">How much there is to do, in the unit in which it advances; 0 where that is unknown.</param>
    IStageProgress Begin(string stage, long total);
}

/// <summary>How far a stage is; disposing ends it.</summary>
public interface IStageProgress : IProgress<long>, IDisposable;

/// <summary>Tells nobody.</summary>
public sealed class NoProgress : IBuildProgress, IStageProgress
{
    private NoProgress()
    {
    }

    /// <summary>The one.</summary>
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
