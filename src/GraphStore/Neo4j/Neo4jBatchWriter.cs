using Polly;
using Polly.Retry;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphStore.Neo4j;

/// <summary>
/// Runs idempotent statements, and retries them after a temporary fault: a transient code of the server or a broken connection, in which case the
/// commit may or may not have happened. The delays follow the official drivers: 1 s, doubled, with jitter, about 30 s in all.
/// </summary>
/// <param name="database">The server.</param>
/// <param name="clock">Clock of the delays.</param>
public sealed class Neo4jBatchWriter(IGraphDatabase database, TimeProvider clock)
{
    private const int Retries = 5;

    private static readonly QueryOptions Writing = QueryOptions.Writing with { Timeout = TimeSpan.FromMinutes(10), MaxRows = null };

    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<TransientFaultException>()
                .Handle<GraphUnavailableException>(fault => fault.InnerException is HttpRequestException or IOException),
            MaxRetryAttempts = Retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromSeconds(1),
            UseJitter = true,
        })
        .Build();

    /// <summary>Runs one idempotent statement and returns what its last, successful attempt changed.</summary>
    public async Task<UpdateCounters> WriteAsync(
        string cypher, IReadOnlyDictionary<string, GraphValue> parameters, CancellationToken cancellationToken)
    {
        var result = await _pipeline.ExecuteAsync(
            async token => await database.ReadAllAsync(cypher, parameters, Writing, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return result.Summary.Counters;
    }
}
