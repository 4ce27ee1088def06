namespace Stemma.Benchmarks.Engines;

/// <summary>An engine that can be measured.</summary>
internal interface IEngine
{
    /// <summary>Its column heading.</summary>
    string Name { get; }

    /// <summary>Key of the dialect of its queries: <c>cypher</c>, <c>kuzu</c>.</summary>
    string Dialect { get; }

    /// <summary>Prepares it for running; returns null, or why it is unavailable.</summary>
    Task<string?> FindObstacleAsync(CancellationToken cancellationToken);

    /// <summary>Loads the graph unless that was done before, runs the queries, and stops. Throws <see cref="EngineFailedException"/>.</summary>
    /// <param name="job">The job.</param>
    /// <param name="folder">For intermediate files.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<EngineOutcome> RunAsync(EngineJob job, string folder, CancellationToken cancellationToken);
}
