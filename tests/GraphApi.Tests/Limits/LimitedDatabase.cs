using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApiTests.Limits;

/// <summary>A decorated database with tighter limits than the service requests.</summary>
internal sealed class LimitedDatabase(IGraphDatabase inner) : IGraphDatabase
{
    /// <summary>Replaces the service's time limit.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Replaces the default memory limit.</summary>
    public long MaxMemoryBytes { get; set; } = 512L << 20;

    /// <inheritdoc/>
    public string Description => inner.Description;

    /// <inheritdoc/>
    public Task<IQueryResult> RunAsync(
        string cypher, IReadOnlyDictionary<string, GraphValue> parameters, QueryOptions options, CancellationToken cancellationToken) =>
        inner.RunAsync(cypher, parameters, options with { Timeout = Timeout, MaxMemoryBytes = MaxMemoryBytes }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
