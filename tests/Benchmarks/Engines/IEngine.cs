namespace Stemma.Benchmarks.Engines;

/// <summary>An engine that can be measured.</summary>
internal interface IEngine
{
    /// <summary>Heading of its column.</summary>
    string Name { get; }

    /// <summary>Key of the dialect of its queries: <c>cypher</c>, <c>kuzu</c>.</summary>
    string Dialect { get; }

    /// <summary>Makes it ready to run; null, or the reason why it cannot be had here.</summary>
    Task<string?> FindObstacleAsync(CancellationToken cancellationToken);

    /// <summary>Loads the graph where that was not done before, runs the queries, and stops. Throws <see cref="EngineFailedException"/>.</summary>
    /// <param name="job">What to do.</param>
    /// <param name="folder">For files on the way.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<EngineOutcome> RunAsync(EngineJob job, string folder, CancellationToken cancellationToken);
}
