using Stemma.Benchmarks.Engines;

namespace Stemma.Benchmarks.Graphs;

/// <summary>A graph on disk, in Stemma's format and as tables, with the queries to run on it.</summary>
/// <param name="Name">Heading of its table.</param>
/// <param name="StemmaFile">The graph in Stemma's own format.</param>
/// <param name="Folder">Folder of its tables and of the other engines' databases.</param>
/// <param name="Tables">Names of the tables.</param>
/// <param name="Queries">Queries to run.</param>
internal sealed record BenchmarkGraph(string Name, string StemmaFile, string Folder, GraphTables Tables, IReadOnlyList<BenchmarkQuery> Queries)
{
    /// <summary>Folder of the tables.</summary>
    public string TablesFolder => Path.Combine(Folder, "tables");

    /// <summary>The job for one engine.</summary>
    public EngineJob JobFor(IEngine engine, MeasuringPolicy policy) => new(
        Name, StemmaFile, TablesFolder, Path.Combine(Folder, engine.Name), Tables.Nodes, Tables.Relationships,
        [.. Queries.Select(query => new EngineQuery(query.Name, query.TextIn(engine.Dialect), query.Arguments))], policy);
}
