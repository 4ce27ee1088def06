using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApiTests.Engines;

/// <summary>A server whose queries may take six times as long as usual: it shares two processors with the tests, and what is compared is what it answers, not when.</summary>
internal sealed class PatientDatabase(IGraphDatabase inner) : IGraphDatabase
{
    private const int Patience = 6;

    public string Description => inner.Description;

    public Task<IQueryResult> RunAsync(string cypher, IReadOnlyDictionary<string, GraphValue> parameters, QueryOptions options, CancellationToken cancellationToken) =>
        inner.RunAsync(cypher, parameters, options with { Timeout = Patience * options.Timeout }, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
