using Stemma.GraphModel.Graph;
using Stemma.GraphQuery.Functions;
using Stemma.GraphStore.Embedded;
using Xunit;

namespace Stemma.GraphQueryTests.Functions;

/// <summary>Creates function contexts over small graphs, at a fixed instant.</summary>
internal static class Contexts
{
    /// <summary>2024-05-06T07:08:09.5Z.</summary>
    public static readonly DateTimeOffset Instant = new(2024, 5, 6, 7, 8, 9, 500, TimeSpan.Zero);

    /// <summary>A context over the given graph, or an empty one.</summary>
    public static FunctionContext New(IPropertyGraph? graph = null, int seed = 1) =>
        new(graph ?? new ColumnGraph(), new FixedClock(), seed, TestContext.Current.CancellationToken);

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Instant;
    }
}
