using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApiTests.Limits;

/// <summary>Stands before a database and tightens the limits of what the service asks of it.</summary>
internal sealed class LimitedDatabase(IGraphDatabase inner) : IGraphDatabase
{
    /// <summary>Instead of the service's own.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Instead of the default.</summary>
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
